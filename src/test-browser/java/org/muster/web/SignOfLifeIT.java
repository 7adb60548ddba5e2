package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;

import com.microsoft.playwright.Clock;
import org.junit.jupiter.api.Test;

/** The sign of life against a service that falls silent, goes away and comes back. */
final class SignOfLifeIT extends ScriptedBoard {
    private void watch() {
        screen.signIn("good");
        connected(1);
        service.say(Said.picture("c1", Said.open("i1", "Ivanhoe Road")));
        service.say(Said.live("c2"));
        screen.awaitState("live");
    }

    private void connected(int times) {
        screen.await("connection " + times, () -> service.subscriptions().size() >= times);
    }

    @Test
    void silence_is_late_at_first_and_stale_after_five_seconds_and_numbers_stay() {
        Instant start = Instant.now();
        screen.page.clock().install(new Clock.InstallOptions().setTime(Date.from(start)));
        screen.page.clock().pauseAt(Date.from(start.plusSeconds(60)));
        watch();
        screen.page.clock().runFor(2_200);
        assertThat(screen.state()).isEqualTo("live");
        screen.page.clock().runFor(800);
        screen.awaitState("late");
        screen.page.clock().runFor(2_000);
        screen.awaitState("stale");
        assertThat(screen.figure("rotherham", "crowd")).contains("40–60");
        assertThat(screen.strip()).contains("As of", "said nothing for", "go on reading");
        assertThat(screen.stale().getLast()).as("parts that look live").isZero();
        assertThat(screen.page.locator("#polite").innerText()).contains("Feed lost");
        service.say(Said.live("c4"));
        screen.awaitState("live");
        assertThat(screen.stale().getFirst()).as("parts that look stale").isZero();
        assertThat(screen.strip()).isEmpty();
    }

    @Test
    void a_silent_connection_is_given_up_and_resumed() {
        screen.page.clock().install();
        watch();
        screen.page.clock().runFor(9_000);
        screen.awaitState("stale");
        screen.page.clock().runFor(3_000);
        connected(2);
        assertThat(service.subscriptions().getLast()).contains("\"after\":\"c2\"");
    }

    @Test
    void a_closed_connection_is_stale_at_once_and_goes_on_after_the_last_cursor() {
        watch();
        service.say(Said.entries(7, "c3"));
        service.goDown();
        screen.awaitState("stale");
        assertThat(screen.strip()).contains("connection is lost");
        service.comeBack();
        connected(2);
        assertThat(service.subscriptions().getLast()).contains("\"after\":\"c3\"");
        service.say(Said.entries(8, "c4"));
        screen.awaitState("catching-up");
        assertThat(screen.strip()).contains("Catching up 1 event.");
        service.say(Said.changedAreas(25));
        service.say(Said.incidents(Said.open("i1", "Ivanhoe Road")));
        service.say(Said.live("c5"));
        screen.awaitState("live");
        assertThat(screen.states()).containsExactly("live", "stale", "catching-up", "live");
        assertThat(screen.incidents()).containsExactly("Ivanhoe Road");
        assertThat(screen.figure("rotherham", "atScene")).startsWith("25");
    }

    @Test
    void it_never_gives_up() {
        screen.page.clock().install();
        watch();
        service.goDown();
        for (int minute = 0; minute < 10; minute++) {
            screen.page.clock().runFor(60_000);
        }
        screen.awaitState("stale");
        service.comeBack();
        screen.page.clock().runFor(60_000);
        connected(2);
    }

    @Test
    void an_unknown_cursor_starts_again_with_the_picture() {
        watch();
        service.close(4410);
        connected(2);
        assertThat(service.subscriptions().getLast()).doesNotContain("after");
        service.say(Said.picture("d1", Said.open("i2", "Main Street")));
        service.say(Said.live("d2"));
        screen.awaitState("live");
        assertThat(screen.incidents()).containsExactly("Main Street");
    }

    @Test
    void an_ended_credential_leads_to_the_sign_in_with_words_and_without_figures() {
        watch();
        service.close(4401);
        screen.awaitText("#token-refused", "expired or was revoked");
        assertThat(screen.page.locator("tr[data-area]").count()).isZero();
        assertThat(screen.state()).isEqualTo("none");
    }

    @Test
    void clocks_that_differ_by_more_than_two_seconds_are_said() {
        service.date(Instant.now().plusSeconds(5));
        watch();
        screen.awaitText(".strip", "behind the service");
        assertThat(screen.page.locator(".clocks").innerText()).contains(" L", " Z");
        service.date(Instant.now().minusSeconds(5));
        screen.page.reload();
        connected(2);
        service.say(Said.picture("c1", Said.open("i1", "Ivanhoe Road")));
        service.say(Said.live("c2"));
        screen.awaitText(".strip", "ahead of the service");
    }
}
