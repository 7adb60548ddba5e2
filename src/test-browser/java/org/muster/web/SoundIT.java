package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What an alert sounds like and what is said of it, on a clock that stands still unless the test moves it. */
final class SoundIT extends ScriptedEar {

    private void raise(String alert, String id, String severity) {
        raise(alert, id, severity, "incident");
    }

    private void raise(String alert, String id, String severity, String subject) {
        service.say(SaidAlerts.raised(seq++, "c1", id, severity, "Alert " + id, subject));
        service.say(SaidAlerts.changed(alert));
        screen.await("the row", () -> screen.page.locator("#alert-" + id).count() == 1);
        screen.page.clock().runFor(200);
    }

    private void raise(String id, String severity) {
        raise(alert(id, severity), id, severity);
    }

    private static String alert(String id, String severity) {
        return SaidAlerts.alert(id, severity, "Alert " + id);
    }

    private void acknowledged(String id, String severity) {
        service.say(SaidAlerts.changed(SaidAlerts.acknowledged(alert(id, severity), "desk-2")));
        screen.awaitText("#alert-" + id, "acknowledged by");
    }

    @Test
    void a_critical_alert_sounds_at_once_and_every_five_seconds_until_it_is_acknowledged() {
        watchStandingStill();
        raise("a", "critical");
        assertThat(tones()).containsExactly("critical");
        pass(11);
        assertThat(tones()).containsExactly("critical", "critical", "critical");
        acknowledged("a", "critical");
        pass(12);
        assertThat(tones()).hasSize(3);
    }

    @Test
    void a_new_critical_alert_sounds_at_once_although_an_older_one_is_open() {
        watchStandingStill();
        raise("a", "critical");
        pass(2);
        raise("b", "critical");
        assertThat(tones()).containsExactly("critical", "critical");
        acknowledged("a", "critical");
        pass(6);
        assertThat(tones()).as("the newer one goes on").hasSize(3);
    }

    @Test
    void a_critical_alert_is_heard_told_counted_and_one_key_away_on_every_screen() {
        service.answer("/series?*", 503, "{\"status\":503,\"detail\":\"busy\"}");
        watchStandingStill();
        List<String> views = List.of("area.rotherham", "units", "arrests", "timeline", "queue");
        for (String view : views) {
            screen.page.evaluate("to => { location.hash = 'view=' + to; }", view);
            screen.await(view, () -> screen.page.locator("muster-board").count() == 0
                    && screen.page.locator("main :is(.panel, .axis)").count() > 0);
            pass(6);
            forget();
            String id = "on-" + view.replaceAll("[.].*", "");
            service.say(SaidAlerts.raised(seq++, "c1", id, "critical", "Alert " + id));
            service.say(SaidAlerts.changed(alert(id, "critical")));
            int open = views.indexOf(view) + 1;
            screen.awaitText("muster-counts", "" + open);
            screen.page.clock().runFor(200);
            assertThat(tones()).as(view).containsExactly("critical");
            assertThat(sentences()).as(view).containsExactly("Critical: Alert " + id + ".");
            screen.page.keyboard().press("Alt+c");
            screen.awaitText("muster-selected h2", "Alert " + id);
        }
    }

    @Test
    void a_page_loaded_while_a_critical_alert_waits_sounds_too_and_sums_up() {
        watch(SaidAlerts.picture(alert("a", "critical"), alert("b", "high")));
        screen.await("a tone", () -> tones().equals(List.of("critical")));
        screen.awaitText("#polite", "Not acknowledged: 1 critical, 1 high. Newest Alert a");
    }

    @Test
    void a_high_alert_sounds_once_and_again_after_a_minute_if_nobody_acknowledged_it() {
        watchStandingStill();
        raise("a", "high");
        raise("b", "high");
        assertThat(tones()).containsExactly("high", "high");
        acknowledged("b", "high");
        pass(58);
        assertThat(tones()).hasSize(2);
        pass(65);
        assertThat(tones()).containsExactly("high", "high", "high");
    }

    @Test
    void a_medium_alert_ticks_once_and_low_late_and_cleared_ones_are_silent() {
        watchStandingStill();
        raise("m", "medium");
        raise("l", "low");
        service.say(SaidAlerts.raised(seq++, "c1", "t", "critical", "Late")
                .replace("\"late\":false", "\"late\":true"));
        service.say(SaidAlerts.changed(SaidAlerts.late(alert("t", "critical")),
                SaidAlerts.returned(alert("r", "critical"))));
        screen.await("rows", () -> screen.page.locator(".alert").count() == 4);
        pass(7);
        assertThat(tones()).containsExactly("medium");
    }

    @Test
    void the_tick_of_medium_alerts_can_be_switched_off_and_nothing_else_with_it() {
        screen.page.addInitScript("localStorage.setItem('muster.tick', 'off')");
        watchStandingStill();
        raise("a", "medium");
        raise("b", "high");
        assertThat(tones()).containsExactly("high");
    }

    @Test
    void a_drill_sounds_and_the_word_stands_beside_it() {
        watchStandingStill();
        service.say(SaidAlerts.raised(seq++, "c1", "a", "critical", "Alert a")
                .replace("\"drill\":false", "\"drill\":true"));
        service.say(SaidAlerts.changed(SaidAlerts.drill(alert("a", "critical"))));
        screen.awaitText("#alert-a", "DRILL");
        assertThat(tones()).containsExactly("critical");
        screen.page.mouse().click(5, 5);
        screen.awaitText("muster-sound", "DRILL");
        assertThat(sentences()).containsExactly("Drill. Critical: Alert a.");
    }

    @Test
    void alt_m_mutes_for_a_minute_that_counts_down_and_ends_by_itself() {
        watchStandingStill();
        screen.page.keyboard().press("Alt+m");
        screen.awaitText("muster-sound", "Muted 1:00");
        raise("a", "critical");
        pass(30);
        assertThat(tones()).isEmpty();
        screen.awaitText("muster-sound", "Muted 0:");
        pass(32);
        assertThat(tones()).startsWith("critical");
        assertThat(screen.page.locator("muster-sound").innerText()).contains("Test the sound");
    }

    @Test
    void an_emergency_has_a_tone_of_its_own_and_is_muted_for_a_minute_at_most() {
        watchStandingStill();
        screen.page.locator(".sound summary").press("Enter");
        screen.page.getByText("Mute 15 min").press("Enter");
        raise(SaidAlerts.emergency("s", "Alert s"), "s", "critical", "unit");
        raise("a", "critical");
        pass(50);
        assertThat(tones()).isEmpty();
        pass(20);
        assertThat(tones()).isNotEmpty().containsOnly("emergency");
        assertThat(screen.page.locator("muster-sound").innerText()).contains("Muted 13:");
    }

    @Test
    void after_a_gap_nothing_sounds_twice_and_what_came_meanwhile_is_told_in_one_sentence() {
        watchStandingStill();
        raise("a", "high");
        forget();
        screen.page.clock().resume();
        resume();
        service.say(SaidAlerts.raised(200, "c2", "b", "high", "Alert b"));
        service.say(SaidAlerts.raised(201, "c3", "c", "high", "Alert c"));
        service.say(SaidAlerts.changed(alert("a", "high"), alert("b", "high"), alert("c", "high")));
        screen.awaitState("catching-up");
        service.say(Said.live("c4"));
        screen.awaitState("live");
        screen.awaitText("#polite", "Not acknowledged: 2 high. Newest Alert c");
        assertThat(tones()).containsExactly("lost", "high");
    }

    @Test
    void critical_alerts_are_told_at_once_and_then_in_one_sentence_every_five_seconds() {
        watchStandingStill();
        raise("a", "critical");
        raise("b", "critical");
        raise("c", "critical");
        assertThat(sentences()).containsExactly("Critical: Alert a.");
        pass(6);
        assertThat(sentences()).containsExactly("Critical: Alert a.",
                "2 new critical, newest Alert c");
        raise("h", "high");
        screen.awaitText("#polite", "High: Alert h.");
    }

    @Test
    void a_flood_of_a_hundred_in_a_minute_is_told_in_a_dozen_sentences_at_most() {
        watchStandingStill();
        service.say(SaidAlerts.flood(seq++, "c1", "desk-1", true));
        for (int second = 0; second < 60; second++) {
            for (String id : List.of("x" + second, second < 40 ? "y" + second : "")) {
                if (!id.isEmpty()) {
                    service.say(SaidAlerts.raised(seq++, "c1", id, "critical", "Alert " + id));
                }
            }
            pass(1);
        }
        assertThat(sentences()).hasSizeBetween(2, 12);
        pass(31);
        assertThat(sentences().getLast()).contains("newest Alert x59");
    }

    @Test
    void a_test_tone_sounds_whatever_is_muted_and_the_menu_is_left_by_escape() {
        watchStandingStill();
        screen.page.keyboard().press("Alt+m");
        screen.page.locator(".sound summary").press("Enter");
        screen.page.getByText("Test tone").press("Enter");
        assertThat(tones()).containsExactly("test");
        screen.page.keyboard().press("Escape");
        assertThat(screen.page.locator(".sound").getAttribute("open")).isNull();
        assertThat(screen.page.evaluate("() => document.activeElement.tagName"))
                .isEqualTo("SUMMARY");
    }
}
