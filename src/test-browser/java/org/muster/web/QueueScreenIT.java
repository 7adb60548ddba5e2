package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The alert queue on a screen of its own, from a scripted stream. */
final class QueueScreenIT extends ScriptedQueue {
    private static final int ALERTS = 10_000;
    private static final int BLOCK = 1_000;
    private static final int ROWS_MAX = 60;

    private static String inThurcroft(String alert) {
        return alert.replace("\"areas\":[\"rotherham\"", "\"areas\":[\"thurcroft\",\"rotherham\"");
    }

    private static String ofRule(String alert, String rule, String title) {
        return alert.replace("crowd-per-officer", rule)
                .replace("Many people for each officer", title);
    }

    /** Shows the queue with these alerts. */
    private void queue(String... alerts) {
        service.answer("/alerts/health", 200, Healths.of(Healths.desk("desk-1", 7)));
        watch(SaidAlerts.picture(alerts));
        screen.page.keyboard().press("Alt+2");
        screen.awaitText("muster-wide-queue", "All");
    }

    /** What the service tells of an alert when it is opened. */
    private void told(String alert, String id) {
        service.answer("/alerts/" + id, 200,
                alert.replace("\"seen\":", "\"history\":[],\"seen\":"));
        service.answer("/alerts/" + id + "/why", 200,
                "{\"words\":[\"60 people for each officer.\"],\"rule\":null,\"facts\":[]}");
    }

    private void choose(String facet, String value) {
        screen.page.locator("[data-facet='" + facet + "']").selectOption(value);
    }

    @Test
    void each_column_says_its_own_and_the_health_of_the_queue_stands_beside() {
        queue(alert("a", "critical", 130),
                SaidAlerts
                        .assigned(SaidAlerts.acknowledged(alert("b", "low", 5), "desk-2"), "desk-2")
                        .replace("\"raisedCount\":1", "\"raisedCount\":3"));
        assertThat(row("a")).contains("P1", "new", "Alert a", "Rotherham", "2 min", "no owner");
        assertThat(row("b")).contains("P4", "acknowledged by desk-2", "with desk-2",
                "raised 3 times");
        screen.awaitText("muster-health-panel", "Many people for each officer: 22");
        assertThat(screen.page.url()).contains("view=queue");
    }

    @Test
    void a_column_sorts_one_way_then_the_other_then_not_at_all() {
        queue(alert("new", "high", 1), alert("old", "critical", 900), alert("older", "low", 990));
        assertThat(rows()).containsExactly("Alert old", "Alert new", "Alert older");
        var age = screen.page.locator(".queue-columns [data-column='age']");
        age.click();
        assertThat(rows()).containsExactly("Alert new", "Alert old", "Alert older");
        age.click();
        assertThat(rows()).containsExactly("Alert older", "Alert old", "Alert new");
        assertThat(age.getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(screen.page.url()).contains("sort=age.down");
        age.click();
        assertThat(rows()).containsExactly("Alert old", "Alert new", "Alert older");
        assertThat(screen.page.url()).doesNotContain("sort");
    }

    @Test
    void the_queue_is_narrowed_by_severity_state_area_and_rule_and_says_how_many_it_hides() {
        queue(inThurcroft(alert("a", "high", 1)), alert("b", "low", 2),
                SaidAlerts.acknowledged(alert("c", "high", 3), "desk-2"),
                ofRule(alert("d", "high", 4), "no-update", "No update"));
        choose("severity", "high");
        assertThat(rows()).containsExactly("Alert a", "Alert d", "Alert c");
        choose("state", "unacknowledged");
        assertThat(rows()).containsExactly("Alert a", "Alert d");
        choose("rule", "no-update");
        assertThat(rows()).containsExactly("Alert d");
        choose("rule", "");
        choose("area", "thurcroft");
        assertThat(rows()).containsExactly("Alert a");
        assertThat(screen.page.locator(".queue-hidden").innerText()).contains("hides 3 alerts");
        assertThat(screen.page.url()).contains("severity=high", "state=unacknowledged",
                "area=thurcroft");
        screen.page.locator(".queue-hidden button").click();
        assertThat(rows()).hasSize(4);
    }

    @Test
    void an_address_brings_the_same_tab_order_and_filter_to_another_session() {
        queue(SaidAlerts.shelved(alert("s", "low", 1), now.plusSeconds(900), "desk-2"),
                SaidAlerts.shelved(alert("t", "high", 5), now.plusSeconds(600), "desk-2"),
                alert("a", "high", 1));
        screen.page.locator("#tab-queue-shelved").click();
        screen.page.locator(".queue-columns [data-column='shelf']").click();
        press("/");
        screen.page.keyboard().type("rotherham");
        List<String> before = rows();
        assertThat(before).containsExactly("Alert t", "Alert s");
        assertThat(row("t")).contains("shelved until");
        screen.page.reload();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(SaidAlerts.picture(
                SaidAlerts.shelved(alert("s", "low", 1), now.plusSeconds(900), "desk-2"),
                SaidAlerts.shelved(alert("t", "high", 5), now.plusSeconds(600), "desk-2"),
                alert("a", "high", 1)));
        service.say(Said.live("c9"));
        screen.awaitText("#tab-queue-shelved", "2");
        assertThat(rows()).isEqualTo(before);
        assertThat(screen.page.locator(".queue-filter").inputValue()).isEqualTo("rotherham");
    }

    @Test
    void the_keys_are_those_of_the_board_and_what_is_opened_stands_beside_with_its_why() {
        told(alert("b", "high", 2), "b");
        service.answer("/alerts/b/acknowledge", 200,
                SaidAlerts.acknowledged(alert("b", "high", 2), "desk-1"));
        queue(alert("a", "high", 1), alert("b", "high", 2));
        press("F2", "j", "Enter");
        assertThat(current()).isEqualTo("alert-b");
        screen.awaitText("muster-selected", "60 people for each officer.");
        press("a");
        screen.await("acknowledged", () -> row("b").contains("acknowledged by desk-1"));
        press("m");
        screen.await("the map", () -> screen.page.locator("muster-board muster-map").count() == 1);
        assertThat(screen.page.url()).contains("sel=alert.b").doesNotContain("view=");
        screen.page.goBack();
        screen.await("the queue again",
                () -> screen.page.locator("muster-wide-queue").count() == 1);
    }

    @Test
    void f6_goes_round_its_panels_and_h_to_the_health_of_the_queue() {
        queue(alert("a", "high", 1));
        press("F2", "F6");
        assertThat(place()).isEqualTo("selected");
        press("F6");
        assertThat(place()).isEqualTo("health");
        press("F6", "h");
        assertThat(place()).isEqualTo("health");
        press("F4");
        assertThat(place()).isEqualTo("selected");
    }

    private Object place() {
        screen.page.waitForTimeout(50);
        return screen.page
                .evaluate("() => document.activeElement.closest('[data-place]')?.dataset.place");
    }

    @Test
    void ten_thousand_alerts_are_few_rows_and_stay_where_they_are_when_others_come() {
        queue(alerts(1_000, 2_000));
        for (int block = 2_000; block < ALERTS; block += BLOCK) {
            service.say(SaidAlerts.changed(alerts(block, block + BLOCK)));
        }
        screen.awaitText("#tab-queue-all", "9,000");
        service.say(Said.live("c2"));
        screen.page.setViewportSize(1920, 1080);
        screen.page.locator(".queue-columns [data-column='condition']").click();
        press("F2", "End");
        screen.await("the last row", () -> current().equals("alert-n9999"));
        service.say(Said.live("c3"));
        press("PageUp", "ArrowUp", "Enter");
        String chosen = current();
        screen.await("it in sight", () -> screen.page.locator("#" + chosen).count() == 1);
        double before = screen.page.locator("#" + chosen).boundingBox().y;
        for (int from = 0; from < 1_000; from += 100) {
            service.say(SaidAlerts.changed(alerts(from, from + 100)));
        }
        screen.awaitText("muster-wide-queue .news", "1,000 new");
        assertThat(current()).isEqualTo(chosen);
        assertThat(screen.page.locator("#" + chosen).boundingBox().y).isEqualTo(before);
        assertThat(screen.page.locator(".alert").count()).isBetween(2, ROWS_MAX);
        press("Home");
        screen.await("the first row", () -> current().equals("alert-n0"));
        assertThat(screen.page.locator("#alert-n0").getAttribute("aria-setsize"))
                .isEqualTo("10000");
        assertThat(screen.page.locator(".alert").count()).isBetween(2, ROWS_MAX);
    }

    @Test
    void axe_finds_nothing_and_nothing_lies_beyond_the_side() {
        told(SaidAlerts.emergency("s", "Help"), "s");
        queue(alert("a", "critical", 1), SaidAlerts.emergency("s", "Help"),
                SaidAlerts.acknowledged(inThurcroft(alert("b", "high", 2)), "desk-2"),
                SaidAlerts.returned(SaidAlerts.drill(alert("c", "low", 3))),
                SaidAlerts.shelved(alert("d", "low", 3), now.plusSeconds(900), "desk-2"));
        press("F2", "x", "Enter");
        for (String theme : List.of("Light theme", "Dark theme")) {
            screen.page.setViewportSize(1920, 1080);
            screen.menu(theme);
            press("F2");
            for (int width : new int[] {1920, 1280, 360, 320}) {
                screen.page.setViewportSize(width, width == 1920 ? 1080 : 800);
                screen.picture("queue-" + theme.replaceFirst(" .*", "") + "-" + width);
                checkWhole(theme, width);
            }
        }
        assertThat(screen.console()).isEmpty();
    }
}
