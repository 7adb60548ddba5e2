package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Somebody to whom the service gives no stream: the page says why and who can help, and loads nothing for ever. */
final class NoStreamIT extends ScriptedBoard {
    private static final String TICKET = "/stream/ticket";
    private static final String WHY = "The role admin shows nothing. An administrator gives another token.";

    private static String problem(int status, String code) {
        return "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + WHY + "\"}";
    }

    private void refused(int status, String code) {
        service.role("admin");
        service.answer(TICKET, status, problem(status, code));
        screen.openLink("good");
        screen.awaitText("main", WHY);
        assertThat(screen.page.locator(".loading").count()).isZero();
        assertThat(screen.strip()).contains("The service refuses the stream. " + WHY, "Next try in")
                .doesNotContain("lost");
    }

    /** As when the network comes back: the page asks at once. */
    private void askAgain() {
        screen.page.evaluate("() => window.dispatchEvent(new Event('online'))");
    }

    @Test
    void a_role_that_is_shown_nothing_reads_why_and_who_can_help_and_signs_out() {
        refused(403, "forbidden");
        screen.awaitText("main", "You are signed in as desk-1 (admin)");
        screen.awaitText("#polite", "Nothing can be shown. " + WHY);
        assertThat(screen.page.evaluate("() => document.activeElement.id")).isNotEqualTo("polite");
        for (String view : List.of("queue", "units", "arrests", "timeline", "wall", "board")) {
            screen.page.evaluate("name => { location.hash = 'view=' + name; }", view);
            screen.awaitText("main", WHY);
            assertThat(screen.page.locator(".loading").count()).as(view).isZero();
            assertThat(screen.violations()).as(view).isEmpty();
        }
        screen.picture("no-stream");
        screen.page.locator("main .sign-in button").click();
        screen.page.getByLabel("Token").waitFor();
    }

    @Test
    void a_refusal_that_is_taken_back_leads_to_the_board_by_itself() {
        refused(403, "forbidden");
        service.answer(TICKET, 200, "{\"ticket\":\"t1\"}");
        askAgain();
        screen.await("connection", () -> service.subscriptions().size() >= 1);
        service.say(Said.picture("c0"));
        service.say(Said.live("c1"));
        screen.awaitState("live");
        screen.page.locator("muster-board").waitFor();
        assertThat(screen.page.locator("main").innerText()).doesNotContain(WHY);
    }

    @Test
    void streams_that_are_all_in_use_are_said_in_words_and_asked_for_again_soon() {
        refused(429, "too-many-requests");
        service.answer(TICKET, 200, "{\"ticket\":\"t1\"}");
        screen.await("connection", () -> service.subscriptions().size() >= 1);
    }

    @Test
    void a_board_that_stands_keeps_its_figures_when_the_stream_is_refused() {
        watch(Said.picture("c0", Said.open("i1", "Kept on the board")));
        service.answer(TICKET, 403, problem(403, "forbidden"));
        service.close(1001);
        screen.awaitText(".strip", WHY);
        screen.list("incidents");
        assertThat(screen.incidents()).contains("Kept on the board");
        assertThat(screen.state()).isEqualTo("stale");
    }
}
