package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** The service is killed under a page that watches it. */
final class OutageIT {

    @Test
    void a_kill_is_shown_as_stale_and_after_the_restart_nothing_is_doubled_or_lost(
            @TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (var browsing = new Browsing(); var first = ServiceProcess.start(data)) {
            String address = first.url().toString();
            String port = String.valueOf(first.url().getPort());
            Api sender = new Api(first::url, first.token("controller", "sender"));
            Screen screen = new Screen(browsing.profile(),
                    address.substring(0, address.length() - 1));
            screen.signIn(first.token("controller", "desk"));
            screen.awaitState("live");
            assertThat(sender.report(ServiceIT.disturbance("Before")).status()).isEqualTo(201);
            screen.await("the first incident", () -> screen.incidents().contains("Before"));

            first.kill9();
            screen.awaitState("stale");
            assertThat(screen.strip()).contains("As of", "connection is lost");
            assertThat(screen.figure("thurcroft", "crowd")).contains("40–60");
            assertThat(screen.stale().getLast()).as("parts that look live").isZero();

            try (var second = ServiceProcess.start(data, "--port", port)) {
                assertThat(sender.report(ServiceIT.disturbance("After")).status()).isEqualTo(201);
                screen.awaitState("live");
                screen.await("the second incident", () -> screen.incidents().contains("After"));
                assertThat(screen.incidents()).containsExactly("After", "Before");
                assertThat(screen.figure("thurcroft", "open")).isEqualTo("2");
                assertThat(screen.states()).containsSubsequence("live", "stale", "live");
                assertThat(screen.stale().getFirst()).as("parts that look stale").isZero();
                assertThat(second.isAlive()).isTrue();
            }
        }
    }
}
