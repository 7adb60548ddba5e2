package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** More alerts than anybody can work, on a clock that stands still unless the test moves it. */
final class FloodIT extends ScriptedEar {
    private static final int FLOOD = 100;
    private static final int ONE_IN_CRITICAL = 10;

    private List<String> rows() {
        return screen.page.locator(".alert .alert-message").allInnerTexts();
    }

    private void awaitRows(String... messages) {
        screen.await("rows " + List.of(messages), () -> rows().equals(List.of(messages)));
    }

    private static String alert(String id, String severity, String rule) {
        return SaidAlerts.alert(id, severity, "Alert " + id)
                .replace("\"rule\":\"crowd-per-officer\"", "\"rule\":\"" + rule + "\"")
                .replace("Many people for each officer", "Rule " + rule);
    }

    private void raise(String id, String severity, String rule) {
        service.say(SaidAlerts.raised(seq++, "c1", id, severity, "Alert " + id));
        service.say(SaidAlerts.changed(alert(id, severity, rule)));
    }

    private void flood(boolean begins) {
        service.say(SaidAlerts.flood(seq++, "c1", "desk-1", begins));
    }

    @Test
    void a_hundred_in_a_minute_stand_as_groups_below_what_is_critical_and_are_told_in_few_sentences() {
        screen.page.setViewportSize(1_920, 2_000);
        watchStandingStill();
        int told = 0;
        for (int second = 0; second < 60; second++) {
            for (int more = FLOOD * (second + 1) / 60; told < more; told++) {
                boolean critical = told % ONE_IN_CRITICAL == 0;
                raise("n" + told, critical ? "critical" : "medium", "r" + told % 2);
                if (told == ONE_IN_CRITICAL) {
                    flood(true);
                }
            }
            pass(1);
        }
        screen.awaitText("#tab-queue-all", "100");
        List<String> rows = rows();
        assertThat(rows).hasSize(12);
        assertThat(rows.subList(0, 10)).allMatch(row -> row.startsWith("Alert n"));
        assertThat(rows.subList(10, 12)).containsExactlyInAnyOrder("40 × Rule r0", "50 × Rule r1");
        assertThat(screen.page.locator(".alert").first().getAttribute("data-level"))
                .isEqualTo("critical");
        assertThat(sentences()).hasSizeBetween(1, 12);
        assertThat(quietSentences()).anyMatch(words -> words.startsWith("Flood of alerts"));
        assertThat(tones()).as("tones after the flood began: critical ones alone")
                .filteredOn("medium"::equals)
                .hasSizeLessThanOrEqualTo(ONE_IN_CRITICAL);
        assertThat(screen.strip()).startsWith("Flood of alerts since ");
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void a_group_is_opened_and_closed_with_enter_and_what_is_done_with_it_is_done_with_all() {
        watchStandingStill(alert("a", "medium", "r"), alert("b", "high", "r"),
                alert("c", "critical", "r"), alert("d", "low", "other"));
        awaitRows("Alert c", "Alert b", "Alert d", "Alert a");
        flood(true);
        awaitRows("Alert c", "2 × Rule r", "Alert d");
        for (String id : List.of("a", "b")) {
            service.answer("/alerts/" + id + "/acknowledge", 200,
                    SaidAlerts.acknowledged(alert(id, "medium", "r"), "desk-1"));
        }
        screen.page.keyboard().press("F2");
        screen.page.keyboard().press("ArrowDown");
        screen.page.keyboard().press("Enter");
        awaitRows("Alert c", "2 × Rule r", "Alert b", "Alert a", "Alert d");
        assertThat(screen.page.locator(".alerts").getAttribute("aria-activedescendant"))
                .isEqualTo("alert-group-rotherham-r");
        screen.page.keyboard().press("Enter");
        awaitRows("Alert c", "2 × Rule r", "Alert d");
        screen.page.keyboard().press("a");
        screen.awaitText("#queue-said", "2 alerts acknowledged.");
        assertThat(service.asked()).containsExactlyInAnyOrder("POST /alerts/a/acknowledge {}",
                "POST /alerts/b/acknowledge {}");
    }

    @Test
    void when_the_flood_is_over_each_alert_is_a_row_again_and_nothing_bursts() {
        watchStandingStill();
        flood(true);
        for (String id : List.of("a", "b", "c")) {
            raise(id, "high", "r");
        }
        pass(2);
        awaitRows("3 × Rule r");
        flood(false);
        pass(2);
        assertThat(rows()).hasSize(3);
        assertThat(tones()).isEmpty();
        assertThat(quietSentences()).last().asString().contains("The flood of alerts is over");
        raise("d", "high", "r");
        pass(1);
        assertThat(tones()).containsExactly("high");
    }

    @Test
    void a_flood_at_another_desk_changes_nothing_here_and_one_in_the_picture_is_known_at_once() {
        watchStandingStill(alert("a", "medium", "r"), alert("b", "medium", "r"));
        service.say(SaidAlerts.flood(seq++, "c1", "desk-2", true));
        pass(1);
        assertThat(rows()).hasSize(2);
        service.say(SaidAlerts.alerting(
                SaidAlerts.picture(alert("a", "medium", "r"), alert("b", "medium", "r")), "",
                Instant.now().toString()));
        awaitRows("2 × Rule r");
    }
}
