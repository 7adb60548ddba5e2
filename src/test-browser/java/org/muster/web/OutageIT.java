package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** The service is killed, and stands still, under a page that watches it. */
final class OutageIT {

    @Test
    void a_kill_is_shown_as_stale_and_after_the_restart_nothing_is_doubled_or_lost(
            @TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (var browsing = new Browsing(); var first = ServiceProcess.start(data)) {
            String port = String.valueOf(first.url().getPort());
            Api sender = new Api(first::url, first.token("controller", "sender"));
            Api auditor = new Api(first::url, first.token("auditor", "audit"));
            try (Shift desk = Shift.begin(browsing, first, "desk")) {
                assertThat(desk.violations()).as("empty").isEmpty();
                Screen screen = desk.screen;
                report(sender, "Before");
                screen.await("the first incident", () -> screen.incidents().contains("Before"));
                String alert = emergency(desk, sender, "RT21");
                desk.keys.press("F2", "Home");
                String focus = desk.keys.at();

                first.kill9();
                screen.awaitState("stale");
                assertThat(screen.strip()).contains("As of", "connection is lost");
                assertThat(screen.figure("thurcroft", "crowd")).contains("40–60");
                checkStale(desk, alert);
                assertThat(desk.violations()).as("stale").isEmpty();

                try (var second = ServiceProcess.start(data, "--port", port)) {
                    report(sender, "After");
                    screen.awaitState("live");
                    screen.await("the second incident", () -> screen.incidents().contains("After"));
                    assertThat(screen.incidents()).containsExactly("After", "Before");
                    assertThat(screen.figure("thurcroft", "open")).isEqualTo("2");
                    assertThat(screen.states()).containsSubsequence("live", "stale", "live");
                    assertThat(screen.stale().getFirst()).as("parts that look stale").isZero();
                    checkAllCame(desk, auditor);
                    assertThat(desk.keys.at()).isEqualTo(focus);
                    desk.keys.press("a");
                    desk.awaitAlert(alert, "acknowledged");
                    assertThat(desk.shifts()).isLessThan(0.01);
                    assertThat(second.isAlive()).isTrue();
                }
            }
        }
    }

    @Test
    void a_service_that_stands_still_is_shown_as_stale_and_then_as_live_again(@TempDir Path folder)
            throws Exception {
        try (var browsing = new Browsing();
                var service = ServiceProcess.start(folder.resolve("data"))) {
            Api sender = new Api(service::url, service.token("controller", "sender"));
            Api auditor = new Api(service::url, service.token("auditor", "audit"));
            try (Shift desk = Shift.begin(browsing, service, "desk")) {
                String alert = emergency(desk, sender, "RT21");
                desk.keys.press("F2", "Home");
                String focus = desk.keys.at();
                service.freeze();
                desk.screen.awaitState("stale");
                assertThat(desk.screen.strip()).contains("As of");
                checkStale(desk, alert);
                service.thaw();
                desk.screen.awaitState("live");
                // Whoever is in the list finds what is new behind a button.
                callForHelp(sender, "RT22");
                checkAllCame(desk, auditor);
                assertThat(desk.screen.stale().getFirst()).as("parts that look stale").isZero();
                assertThat(desk.keys.at()).isEqualTo(focus);
                assertThat(desk.shifts()).isLessThan(0.01);
                assertThat(desk.screen.foreignRequests()).isEmpty();
            }
        }
    }

    /** Every part says so and has a dashed frame, numbers stay, and nothing can be done with an alert. */
    private static void checkStale(Shift desk, String alert) {
        Screen screen = desk.screen;
        assertThat(screen.stale().getLast()).as("parts that look live").isZero();
        assertThat(screen.page.locator(".panel.is-stale")
                .first()
                .evaluate("panel => getComputedStyle(panel).borderTopStyle")).isEqualTo("dashed");
        desk.keys.press("a");
        screen.awaitText("#queue-said", "The feed is not live");
        desk.awaitAlert(alert, "unacknowledged");
    }

    /** What came over the streams of this page is what stands in the record: all of it, once, in order. */
    private static void checkAllCame(Shift desk, Api auditor) throws Exception {
        var told = Shift.told(auditor);
        desk.screen.await("all entries", () -> desk.entries().size() >= told.size());
        assertThat(desk.entries()).isEqualTo(told);
    }

    private static void report(Api sender, String title) throws Exception {
        Api.Answer answer = sender.report(ServiceIT.disturbance(title));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String emergency(Shift desk, Api sender, String unit) throws Exception {
        callForHelp(sender, unit);
        String alert = Shift.alert(sender, "officer-emergency", unit);
        desk.awaitAlert(alert, "unacknowledged");
        return alert;
    }

    private static void callForHelp(Api sender, String unit) throws Exception {
        ObjectNode report = Shift.said(unit).put("emergency", true);
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        Api.Answer answer = sender.report(report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
