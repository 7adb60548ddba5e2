package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A queue of ten thousand alerts. */
final class LongQueueIT extends ScriptedQueue {
    private static final int ALERTS = 10_000;
    private static final int BLOCK = 1_000;
    private static final int ROWS_MAX = 60;

    /** Shows the alerts from one on, told of in blocks: one message of them all would take its time. */
    private void show(int from) {
        watch(SaidAlerts.picture(alerts(from, from + BLOCK)));
        for (int block = from + BLOCK; block < ALERTS; block += BLOCK) {
            service.say(SaidAlerts.changed(alerts(block, block + BLOCK)));
        }
        screen.awaitText("#tab-queue-all", "%,d".formatted(ALERTS - from));
    }

    private int drawn() {
        return screen.page.locator(".alert").count();
    }

    /** Whether a row lies in sight in full. */
    private boolean inSight(String id) {
        return screen.page.locator("#alert-" + id).count() == 1 && (Boolean) screen.page.evaluate("""
                        id => {
                          const row = document.getElementById(id).getBoundingClientRect();
                          const list = document.querySelector('.alerts').getBoundingClientRect();
                          return row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
                        }""", "alert-" + id);
    }

    private void awaitInSight(String id) {
        screen.await(id + " in sight", () -> inSight(id));
    }

    private double top(String id) {
        return screen.page.locator("#alert-" + id).boundingBox().y;
    }

    @Test
    void ten_thousand_alerts_are_counted_and_few_are_drawn_and_the_ends_are_reached() {
        show(0);
        assertThat(drawn()).isBetween(2, ROWS_MAX);
        press("F2");
        awaitInSight("n0");
        press("End");
        awaitInSight("n9999");
        assertThat(drawn()).isBetween(2, ROWS_MAX);
        assertThat(screen.page.locator("#alert-n9999").getAttribute("aria-posinset"))
                .isEqualTo("10000");
        press("PageUp", "ArrowUp");
        assertThat(inSight("n9999")).isFalse();
        press("Home");
        awaitInSight("n0");
        press("PageDown");
        String current = screen.page.locator(".alerts").getAttribute("aria-activedescendant");
        awaitInSight(current.substring("alert-".length()));
        assertThat(drawn()).isBetween(2, ROWS_MAX);
    }

    @Test
    void what_is_selected_and_in_sight_stays_there_through_a_thousand_new_alerts() {
        show(1_000);
        press("F2", "End");
        awaitInSight("n9999");
        press("ArrowUp", "ArrowUp", "Enter");
        double before = top("n9997");
        for (int from = 0; from < 1_000; from += 100) {
            service.say(SaidAlerts.changed(alerts(from, from + 100)));
        }
        screen.awaitText("muster-queue .news", "1,000 new");
        assertThat(screen.page.locator(".alerts").getAttribute("aria-activedescendant"))
                .isEqualTo("alert-n9997");
        assertThat(top("n9997")).isEqualTo(before);
        assertThat(screen.page.url()).contains("sel=alert.n9997");
        assertThat(drawn()).isBetween(2, ROWS_MAX);
        press("Home");
        awaitInSight("n0");
    }

    @Test
    void rows_scrolled_to_stay_where_they_are_when_new_ones_come_above() {
        show(1_000);
        screen.page.evaluate("() => { document.querySelector('.alerts').scrollTop = 50000; }");
        screen.await("far down", () -> screen.page.locator("#alert-n1000").count() == 0);
        String seen = String.valueOf(screen.page.evaluate("""
                () => [...document.querySelectorAll('.alert')].find(row =>
                  row.getBoundingClientRect().top >= document.querySelector('.alerts')
                    .getBoundingClientRect().top).dataset.alert"""));
        double before = top(seen);
        service.say(SaidAlerts.changed(alerts(0, 1_000)));
        screen.awaitText("#tab-queue-all", "10,000");
        assertThat(top(seen)).isBetween(before - 1, before + 1);
    }

    /** What a stretch of time holds: incidents and alerts in turns, the first the oldest. */
    private String happened(int count) {
        var incidents = new StringBuilder();
        var alerts = new StringBuilder();
        for (int index = 0; index < count; index += 2) {
            Instant at = now.minusSeconds(7_200 - index / 2);
            incidents.append(index == 0 ? "" : ",")
                    .append("""
                            {"id":"i%d","title":"Thing %d","category":"disturbance","status":"closed","drill":false,
                             "openedAt":"%s","closedAt":"%s"}""".formatted(index, index, at,
                            at.plusSeconds(600)));
            alerts.append(index == 0 ? "" : ",")
                    .append("""
                            {"id":"t%d","message":"Thing %d","severity":"high","state":"cleared","drill":false,
                             "subject":{"type":"incident","id":"i%d"},"raisedAt":"%s","clearedAt":"%s"}"""
                            .formatted(index + 1, index + 1, index, at.plusMillis(1),
                                    at.plusSeconds(600)));
        }
        return """
                {"from":"%s","to":"%s","begun":"%s","protests":[],"incidents":[%s],"alerts":[%s],"floods":[],
                 "more":{"protests":0,"incidents":0,"alerts":0}}""".formatted(
                now.minusSeconds(50_000), now.plusSeconds(50_000), now.minusSeconds(60_000),
                incidents, alerts);
    }

    @Test
    void ten_thousand_things_on_the_time_axis_are_listed_in_pages_and_the_last_is_reached() {
        service.answer("/timeline?*", 200, happened(ALERTS));
        service.answer("/picture?*", 200, Said.picture("c0"));
        watch(Said.picture("c0"));
        screen.page.evaluate("() => { location.hash = 'view=timeline'; }");
        screen.awaitText("muster-timeline-screen .count", "10,000");
        screen.awaitText(".timeline-rows tbody", "Thing 0");
        int most = 0;
        for (int page = 1; page < 34; page++) {
            screen.page.getByText("Rows after").click();
            screen.awaitText(".timeline-pages", "%,d–".formatted(300 * page + 1));
            most = Math.max(most, screen.page.locator("[data-item]").count());
        }
        assertThat(most).isEqualTo(300);
        screen.awaitText(".timeline-rows tbody", "Thing 9900");
        assertThat(screen.page.locator("[data-item='t9999']").count()).isEqualTo(1);
        assertThat(screen.page.getByText("Rows after").getAttribute("aria-disabled"))
                .isEqualTo("true");
        assertThat(screen.page.evaluate("() => document.activeElement.textContent"))
                .isEqualTo("Rows after");
        screen.awaitText("#polite", "9,901–10,000 of 10,000");
        Locator rows = screen.page.locator(".panel:has(.timeline-rows)");
        rows.locator(".timeline-rows").press("End");
        screen.await("the end", () -> (Boolean) rows.evaluate("it => it.scrollTop > 0"));
        screen.page.getByText("Rows before").click();
        screen.awaitText(".timeline-pages", "9,601–");
        screen.await("their top", () -> (Boolean) rows.evaluate("it => it.scrollTop === 0"));
        screen.page.locator(".axis-slider").press("ArrowLeft");
        screen.await("the past", () -> screen.page.locator("muster-app[data-past]").count() == 1);
        assertThat(screen.console()).isEmpty();
        screen.picture("timeline-long");
    }
}
