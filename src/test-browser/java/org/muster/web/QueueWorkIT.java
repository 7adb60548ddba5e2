package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What is done with alerts from the queue, by keyboard, against a service that answers as it is told. */
final class QueueWorkIT extends ScriptedQueue {
    private static final String UNDO = ".queue-undo";
    private void awaitRow(String id, String words) {
        screen.await("row " + id + " says " + words, () -> row(id).contains(words));
    }

    private void awaitSaid(String words) {
        screen.awaitText("#queue-said", words);
        assertThat(screen.page.locator("#polite").innerText()).contains(words);
    }

    private static String conflict(String detail, String alert) {
        return """
                {"type":"about:blank","title":"Conflict","status":409,"code":"alert-changed",
                 "detail":"%s","alert":%s}""".formatted(detail, alert);
    }

    @Test
    void acknowledging_shows_at_once_and_can_be_undone_for_ten_seconds() {
        screen.page.clock().install();
        watch(SaidAlerts.picture(alert("a", "high")));
        String known = SaidAlerts.acknowledged(alert("a", "high"), "desk-1");
        service.answer("/alerts/a/acknowledge", 200, known);
        service.answer("/alerts/a/unacknowledge", 200, alert("a", "high"));
        press("F2", "a");
        awaitRow("a", "acknowledged by desk-1");
        awaitSaid("Acknowledged.");
        service.say(SaidAlerts.changed(known));
        screen.awaitText(UNDO, "Undo (10 s)");
        screen.page.clock().runFor(1_500);
        screen.awaitText(UNDO, "Undo (9 s)");
        press("u");
        awaitRow("a", "new");
        awaitSaid("Undone");
        assertThat(service.asked()).containsExactly("POST /alerts/a/acknowledge {}",
                "POST /alerts/a/unacknowledge {}");
        press("a");
        screen.awaitText(UNDO, "Undo");
        screen.page.clock().runFor(11_000);
        screen.await("too late", () -> screen.page.locator(UNDO).count() == 0);
    }

    @Test
    void who_was_slower_is_told_by_whom_and_sees_the_alert_as_it_is() {
        watch(SaidAlerts.picture(alert("a", "high")));
        service.answer("/alerts/a/acknowledge", 409, conflict("desk-2 acknowledged it.",
                SaidAlerts.acknowledged(alert("a", "high"), "desk-2")));
        press("F2", "a");
        awaitSaid("Acknowledged by desk-2 at ");
        awaitRow("a", "acknowledged by desk-2");
        assertThat(screen.page.locator(UNDO).count()).isZero();
    }

    @Test
    void who_takes_what_was_taken_meanwhile_is_told_since_when_somebody_else_has_it() {
        watch(SaidAlerts.picture(alert("a", "high")));
        String taken = SaidAlerts.assigned(alert("a", "high"), "desk-2");
        service.answer("/alerts/a/assign", 409, conflict("desk-2 has it.", taken));
        service.answer("/alerts/a", 200, taken.substring(0, taken.length() - 1) + """
                ,"history":[{"seq":9,"at":"2026-01-05T14:02:10.000Z","what":"alert-assigned",
                "who":"desk-2","words":"desk-2"}]}""");
        press("F2", "t");
        awaitSaid("Taken by desk-2 at 5 Jan 14:02 L.");
        awaitRow("a", "with desk-2");
    }

    @Test
    void without_an_answer_the_alert_is_shown_as_it_was_and_it_is_said() {
        watch(SaidAlerts.picture(alert("a", "high")));
        service.answerNothing("/alerts/a/acknowledge");
        press("F2", "a");
        awaitSaid("did not answer");
        assertThat(row("a")).contains("new");
    }

    @Test
    void taking_names_who_had_it_and_undoing_gives_it_back() {
        String theirs = SaidAlerts.assigned(alert("a", "high"), "desk-2");
        watch(SaidAlerts.picture(theirs));
        service.answer("/alerts/a/assign", 200, SaidAlerts.assigned(alert("a", "high"), "desk-1"));
        press("F2", "t");
        awaitRow("a", "with you");
        awaitSaid("Given to you.");
        service.answer("/alerts/a/assign", 200, theirs);
        press("u");
        awaitRow("a", "with desk-2");
        assertThat(service.asked()).containsExactly(
                "POST /alerts/a/assign {\"to\":\"desk-1\",\"from\":\"desk-2\"}",
                "POST /alerts/a/assign {\"to\":\"desk-2\",\"from\":\"desk-1\"}");
    }

    @Test
    void names_to_assign_to_are_reached_by_their_first_letter_and_by_arrows() {
        watch(SaidAlerts.picture(alert("a", "high")));
        service.answer("/alerts/assignees", 200, "{\"items\":[\"desk-1\",\"gold\",\"silver\"]}");
        service.answer("/alerts/a/assign", 200, SaidAlerts.assigned(alert("a", "high"), "silver"));
        press("F2", "g");
        screen.awaitText(".ask-names", "desk-1 (you)");
        press("g", "ArrowDown", "Enter");
        awaitRow("a", "with silver");
        assertThat(service.asked())
                .contains("POST /alerts/a/assign {\"to\":\"silver\",\"from\":null}");
        assertThat(screen.page.evaluate("() => document.activeElement.className"))
                .isEqualTo("alerts");
    }

    @Test
    void a_note_is_written_and_sent_with_enter_and_given_up_with_escape() {
        watch(SaidAlerts.picture(alert("a", "high")));
        service.answer("/alerts/a/comment", 200, alert("a", "high"));
        press("F2", "n");
        screen.await("the field",
                () -> "ask-text".equals(screen.page.evaluate("() => document.activeElement.id")));
        press("Enter");
        screen.awaitText("#ask-fault", "Write something first.");
        screen.page.keyboard().type("Rang the organiser");
        press("Enter");
        awaitSaid("Note kept.");
        assertThat(service.asked())
                .containsExactly("POST /alerts/a/comment {\"text\":\"Rang the organiser\"}");
        press("n", "x", "Escape");
        screen.await("closed", () -> screen.page.locator("#ask-text").count() == 0);
        assertThat(service.asked()).hasSize(1);
        assertThat(screen.page.evaluate("() => document.activeElement.className"))
                .isEqualTo("alerts");
    }

    @Test
    void clearing_asks_for_the_reason() {
        watch(SaidAlerts.picture(alert("a", "high")));
        service.answer("/alerts/a/clear", 200,
                SaidAlerts.returned(alert("a", "high"))
                        .replace("cleared-unacknowledged", "cleared")
                        .replace("\"clearedBy\":\"system\"", "\"clearedBy\":\"desk-1\""));
        press("F2", "c");
        screen.await("the field", () -> screen.page.locator("#ask-text").count() == 1);
        screen.page.keyboard().type("A wrong figure");
        press("Enter");
        awaitRow("a", "cleared by desk-1");
        awaitSaid("Cleared.");
        assertThat(service.asked())
                .containsExactly("POST /alerts/a/clear {\"reason\":\"A wrong figure\"}");
        assertThat(screen.page.locator(UNDO).count()).isZero();
    }

    @Test
    void several_are_marked_and_done_together_and_undone_together() {
        watch(SaidAlerts.picture(alert("a", "high"), alert("b", "high"), alert("c", "high")));
        for (String id : List.of("a", "b")) {
            service.answer("/alerts/" + id + "/acknowledge", 200,
                    SaidAlerts.acknowledged(alert(id, "high"), "desk-1"));
            service.answer("/alerts/" + id + "/unacknowledge", 200, alert(id, "high"));
        }
        press("F2", "x", "j", "x", "a");
        awaitSaid("2 alerts acknowledged.");
        assertThat(row("c")).contains("new");
        press("u");
        awaitSaid("2 alerts are not acknowledged again");
        assertThat(row("a")).contains("new");
        assertThat(row("b")).contains("new");
    }

    @Test
    void those_in_sight_are_acknowledged_together_after_a_question_and_critical_ones_are_left_out() {
        watch(SaidAlerts.picture(alert("a", "critical"), alert("b", "high"), alert("c", "low")));
        for (String id : List.of("b", "c")) {
            service.answer("/alerts/" + id + "/acknowledge", 200,
                    SaidAlerts.acknowledged(alert(id, id.equals("b") ? "high" : "low"), "desk-1"));
        }
        press("F2", "Shift+A");
        screen.awaitText(".dialog-ask", "Acknowledge 2 alerts in sight?");
        press("Enter");
        awaitSaid("2 alerts acknowledged.");
        assertThat(row("a")).contains("new");
    }
}
