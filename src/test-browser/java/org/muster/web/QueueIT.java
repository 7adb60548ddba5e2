package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The alert queue, from a scripted stream. */
final class QueueIT extends ScriptedQueue {
    @Test
    void emergencies_come_first_then_what_is_new_and_critical_then_what_is_new_and_high_then_by_age() {
        watch(SaidAlerts.picture(alert("low", "low", 10), alert("old-high", "high", 900),
                SaidAlerts.acknowledged(alert("known", "critical", 5), "desk-2"),
                alert("critical", "critical", 600), alert("high", "high", 30),
                SaidAlerts.drill(alert("drill", "critical", 2)), alert("medium", "medium", 5),
                SaidAlerts.emergency("sos", "Alert sos")));
        assertThat(rows()).containsExactly("Alert sos", "Alert critical", "Alert drill",
                "Alert high", "Alert old-high", "Alert known", "Alert medium", "Alert low");
    }

    @Test
    void a_row_says_how_it_stands_where_it_is_and_who_has_it() {
        watch(SaidAlerts.picture(alert("new", "high", 130),
                SaidAlerts.acknowledged(alert("known", "medium", 5), "desk-2"),
                SaidAlerts.assigned(SaidAlerts.returned(alert("over", "low", 6)), "desk-1")
                        .replace("\"raisedCount\":1", "\"raisedCount\":3"),
                SaidAlerts.late(SaidAlerts.drill(alert("late", "low", 7)))));
        assertThat(row("new"))
                .contains("High.", "P2 Alert new", "2 min", "new", "Rotherham", "no owner")
                .doesNotContain("South Yorkshire");
        assertThat(row("known")).contains("acknowledged by desk-2");
        assertThat(row("over")).contains("over, not acknowledged", "with you", "raised 3 times");
        assertThat(row("late")).contains("late", "DRILL");
    }

    @Test
    void a_row_says_that_one_report_alone_speaks_of_it_but_for_an_emergency() {
        String two = SaidAlerts.picture(alert("a", "high", 1),
                SaidAlerts.emergency("sos", "Alert sos"));
        watch(two.replace("\"reports\":2", "\"reports\":1"));
        assertThat(row("a")).contains("one report, not verified");
        assertThat(row("sos")).doesNotContain("not verified");
        service.say(Said.incidents(Said.open("i1", "Ivanhoe Road")));
        screen.await("two reports", () -> !row("a").contains("not verified"));
    }

    @Test
    void an_empty_queue_says_since_when() {
        watch(SaidAlerts.picture());
        screen.awaitText("muster-queue .empty", "No open alert in the last 24 h");
        String over = SaidAlerts.returned(alert("a", "high", 1));
        service.say(SaidAlerts.changed(over));
        screen.await("its row", () -> rows().size() == 1);
        service.say(SaidAlerts.changed(over.replace("cleared-unacknowledged", "cleared")));
        screen.awaitText("muster-queue .empty", "No open alert since ");
        service.say(SaidAlerts.changed(SaidAlerts.shelved(alert("b", "high", 1),
                Instant.now().plusSeconds(900), "desk-2")));
        screen.awaitText("muster-queue .empty",
                "No alert calls. 1 open one is shelved or suppressed.");
    }

    @Test
    void the_header_counts_what_nobody_has_acknowledged_and_drills_apart() {
        watch(SaidAlerts.picture(alert("a", "critical", 1), alert("b", "high", 2),
                SaidAlerts.acknowledged(alert("c", "high", 3), "desk-2"),
                SaidAlerts.drill(alert("d", "critical", 4))));
        assertThat(screen.page.locator("muster-counts").innerText().replaceAll("\\s+", " "))
                .contains("Critical: 1", "High: 1", "Medium: 0", "Drill 1");
    }

    @Test
    void keys_move_through_the_rows_and_the_row_is_announced_with_its_place() {
        watch(SaidAlerts.picture(alert("a", "high", 1), alert("b", "high", 2),
                alert("c", "high", 3)));
        press("F2");
        assertThat(current()).isEqualTo("alert-a");
        press("ArrowDown", "j");
        assertThat(current()).isEqualTo("alert-c");
        assertThat(screen.page.locator("#alert-c").getAttribute("aria-posinset")).isEqualTo("3");
        assertThat(screen.page.locator("#alert-c").getAttribute("aria-setsize")).isEqualTo("3");
        press("k");
        assertThat(current()).isEqualTo("alert-b");
        press("End");
        assertThat(current()).isEqualTo("alert-c");
        press("Home");
        assertThat(current()).isEqualTo("alert-a");
        press("ArrowDown", "Enter");
        assertThat(screen.page.url()).contains("sel=alert.b");
    }

    @Test
    void no_row_moves_while_the_focus_is_inside_and_home_shows_what_is_new() {
        watch(SaidAlerts.picture(alert("a", "high", 60)));
        press("F2");
        service.say(SaidAlerts.changed(alert("b", "critical", 1)));
        screen.awaitText("muster-queue .news", "1 new");
        assertThat(rows()).containsExactly("Alert a");
        assertThat(current()).isEqualTo("alert-a");
        press("Home");
        assertThat(rows()).containsExactly("Alert b", "Alert a");
        assertThat(current()).isEqualTo("alert-b");
        assertThat(screen.page.locator("muster-queue .news button").count()).isZero();
    }

    @Test
    void tabs_show_what_is_new_what_is_mine_all_that_is_open_and_what_was_cleared() {
        watch(SaidAlerts.picture(alert("new", "high", 1),
                SaidAlerts.assigned(SaidAlerts.acknowledged(alert("mine", "low", 2), "desk-1"),
                        "desk-1"),
                SaidAlerts.returned(alert("gone", "low", 3))
                        .replace("cleared-unacknowledged", "cleared")));
        List<String> tabs = screen.page
                .locator("#tab-queue-new, #tab-queue-mine, " + "#tab-queue-all, #tab-queue-cleared")
                .allInnerTexts();
        assertThat(tabs).extracting(tab -> tab.replaceAll("\\s+", " "))
                .containsExactly("New 1", "Mine 1", "All 2", "Cleared 1");
        screen.page.locator("#tab-queue-mine").click();
        assertThat(rows()).containsExactly("Alert mine");
        press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(rows()).containsExactly("Alert gone");
    }

    @Test
    void a_filter_finds_words_of_areas_owners_and_states_and_says_how_many_it_hides() {
        watch(SaidAlerts.picture(alert("a", "high", 1),
                SaidAlerts.acknowledged(alert("b", "medium", 2), "desk-2")));
        press("F2", "/");
        screen.page.keyboard().type("rotherham DESK-2");
        screen.await("one row", () -> rows().equals(List.of("Alert b")));
        assertThat(screen.page.locator(".queue-hidden").innerText()).contains("hides 1 alert");
        press("Escape");
        assertThat(rows()).hasSize(2);
        assertThat(screen.page.evaluate("() => document.activeElement.className"))
                .isEqualTo("alerts");
    }

    @Test
    void letters_typed_into_the_filter_do_nothing_to_an_alert() {
        watch(SaidAlerts.picture(alert("a", "high", 1)));
        service.answer("/alerts/a/acknowledge", 200, alert("a", "high", 1));
        press("F2", "/");
        screen.page.keyboard().type("Alert a");
        assertThat(row("a")).contains("new");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void what_was_in_sight_for_a_second_is_told_as_seen_once() {
        watch(SaidAlerts.picture(alert("a", "high", 1), alert("b", "low", 1).replace("\"seen\":[]",
                "\"seen\":[{\"who\":\"desk-1\",\"at\":\"" + now + "\"}]")));
        screen.await("seen", () -> !service.told().isEmpty());
        service.say(SaidAlerts.changed(alert("c", "high", 1)));
        screen.await("seen too", () -> service.told().size() == 2);
        assertThat(service.told()).containsExactly("{\"type\":\"seen\",\"alerts\":[\"a\"]}",
                "{\"type\":\"seen\",\"alerts\":[\"c\"]}");
    }

    @Test
    void a_role_that_only_reads_sees_the_buttons_and_why_they_do_nothing() {
        service.role("viewer");
        watch(SaidAlerts.picture(alert("a", "high", 1)));
        press("F2", "a");
        assertThat(screen.page.locator("[data-do='acknowledge']").getAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(screen.page.locator(".queue-said").innerText())
                .contains("Your role (viewer) reads alerts");
        assertThat(screen.page.locator("[data-do='map']").getAttribute("aria-disabled"))
                .isEqualTo("false");
    }

    @Test
    void while_the_feed_is_not_live_nothing_is_done_and_it_says_why() {
        watch(SaidAlerts.picture(alert("a", "high", 1)));
        service.goDown();
        screen.awaitState("stale");
        press("F2", "a");
        assertThat(screen.page.locator(".queue-said").innerText()).contains("The feed is not live");
        assertThat(row("a")).contains("new");
    }

    @Test
    void what_ended_during_a_gap_is_asked_for_and_stands_among_what_was_cleared() {
        watch(SaidAlerts.picture(alert("a", "high", 1), alert("b", "high", 2)));
        service.answer("/alerts/a", 200, SaidAlerts.returned(alert("a", "high", 1))
                .replace("cleared-unacknowledged", "cleared"));
        resume();
        service.say(SaidAlerts.changed(alert("b", "high", 2)));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.await("one open", () -> rows().equals(List.of("Alert b")));
        screen.awaitText("#tab-queue-cleared", "1");
    }

    @Test
    void axe_finds_nothing_nothing_lies_beyond_the_side_and_the_console_stays_empty() {
        watch(SaidAlerts.picture(alert("a", "critical", 1), SaidAlerts.emergency("s", "Help"),
                SaidAlerts.acknowledged(alert("b", "high", 2), "desk-2"),
                SaidAlerts.returned(SaidAlerts.drill(alert("c", "low", 3)))));
        press("F2", "x");
        for (String theme : List.of("Light theme", "Dark theme")) {
            screen.page.setViewportSize(1920, 800);
            screen.menu(theme);
            press("F2");
            for (int width : new int[] {1920, 1280, 480, 360}) {
                screen.page.setViewportSize(width, 800);
                checkWhole(theme, width);
            }
        }
        assertThat(screen.console()).isEmpty();
    }
}
