package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The past on the page, told by a script: what it looks like, what it forbids, what is still heard. */
final class ReplayIT extends ScriptedBoard {
    private static final String AT = "2014-09-06T20:40:00Z";
    private static final String LISTEN = """
            window.tones = [];
            addEventListener('muster-tone', ({ detail }) => window.tones.push(detail.tone));
            """;

    private static String past(String id) {
        return SaidAlerts.picture(SaidAlerts.alert(id, "high", "Alert " + id));
    }

    private void turn(String address) {
        screen.page.evaluate("address => { location.hash = address; }", address);
    }

    private void watchThePast() {
        service.answer("/picture?*", 200, past("then"));
        watch(SaidAlerts.picture(SaidAlerts.alert("now", "high", "Alert now")));
        screen.awaitText("#alert-now", "Alert now");
        turn("at=" + AT);
        screen.awaitText("#alert-then", "Alert then");
    }

    @Test
    void the_whole_page_is_that_of_the_moment_and_says_so() {
        watchThePast();
        assertThat(screen.page.locator("#alert-now").count()).isZero();
        assertThat(screen.page.locator(".counts").innerText()).contains("1");
        assertThat(screen.strip()).contains("REPLAY", "6 Sept", "20:40:00 Z", "paused",
                "live alarms still sound");
        assertThat(screen.page.title()).startsWith("REPLAY 6 Sept");
        assertThat(screen.page.locator("#polite").innerText()).contains("Replay. The page shows",
                "Alt+L returns to live");
        assertThat(service.asked()).containsExactly("GET /picture?*");
        assertThat(screen.page.evaluate(
                "() => getComputedStyle(document.querySelector('muster-app'), '::after').borderTopWidth"))
                .isEqualTo("4px");
    }

    @Test
    void one_key_leads_back_and_the_address_forgets_the_moment() {
        watchThePast();
        screen.page.keyboard().press("Alt+l");
        screen.awaitText("#alert-now", "Alert now");
        assertThat(screen.page.url()).doesNotContain("at=");
        assertThat(screen.page.title()).contains("LIVE");
        assertThat(screen.page.locator("#polite").innerText()).contains("Live.");
    }

    @Test
    void a_protest_that_was_not_known_then_is_not_shown_as_it_is_now() {
        service.answer("/protests/p1", 200, Said.protest("p1", "March", "live", Instant.now()));
        watchThePast();
        turn("view=protest.p1&at=" + AT);
        screen.awaitText("muster-protest-screen", "Not in the picture of that moment.");
        assertThat(service.asked()).noneMatch(asked -> asked.contains("/protests/"));
        screen.press("Alt+l");
        screen.awaitText("muster-protest-screen h2", "March");
    }

    @Test
    void nothing_can_be_done_in_the_past_by_mouse_or_by_key() {
        watchThePast();
        screen.page.locator("#alert-then").click();
        screen.page.locator(".alerts").focus();
        for (String key : List.of("a", "t", "g", "n", "s", "c", "u", "Shift+A", "Alt+n", "Alt+p")) {
            screen.page.keyboard().press(key);
        }
        for (var button : screen.page.locator(".queue-buttons button, .actions button").all()) {
            String what = button.getAttribute("data-do") + button.getAttribute("data-action");
            boolean changesNothing = what.contains("help") || what.contains("find");
            if (!what.contains("map") && !what.contains("mark") && !changesNothing) {
                assertThat(button.getAttribute("aria-disabled")).as(what).isEqualTo("true");
                assertThat(button.getAttribute("title")).contains("nothing can be changed");
            }
            if (changesNothing) {
                continue;
            }
            button.click(new Locator.ClickOptions().setForce(true));
            screen.page.keyboard().press("Escape");
        }
        assertThat(screen.page.locator("dialog[open]").count()).isZero();
        assertThat(service.asked()).allMatch(asked -> asked.startsWith("GET"));
        assertThat(service.told()).as("nobody has seen it now").isEmpty();
    }

    @Test
    void a_live_critical_alert_sounds_in_the_past_and_one_key_leads_to_it() {
        screen.page.addInitScript(LISTEN);
        watchThePast();
        service.say(SaidAlerts.raised(200, "c1", "c", "critical", "Cordon breached"));
        service.say(SaidAlerts.raised(201, "c1", "h", "high", "Only high"));
        service.say(SaidAlerts.changed(SaidAlerts.alert("c", "critical", "Cordon breached"),
                SaidAlerts.alert("h", "high", "Only high")));
        screen.awaitText("#assertive", "Cordon breached");
        assertThat(screen.page.evaluate("() => window.tones.filter(tone => tone !== 'critical')"))
                .isEqualTo(List.of());
        assertThat(screen.page.evaluate("() => window.tones.length > 0")).isEqualTo(true);
        assertThat(screen.page.locator("#alert-c").count()).as("it is not of the past").isZero();
        screen.awaitText(".replay-critical", "Cordon breached");
        screen.page.keyboard().press("Alt+c");
        screen.awaitText("#alert-c", "Cordon breached");
        screen.awaitText("muster-selected h2", "Cordon breached");
        assertThat(screen.page.url()).doesNotContain("at=");
    }

    @Test
    void a_page_loaded_with_a_moment_shows_that_moment_and_never_the_present_before_it() {
        service.answer("/picture?*", 200, past("then"));
        watch(SaidAlerts.picture());
        turn("at=" + AT + "&speed=10");
        screen.awaitText("#alert-then", "Alert then");
        screen.page.reload();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(SaidAlerts.picture(SaidAlerts.alert("now", "high", "Alert now")));
        service.say(Said.live("c1"));
        screen.awaitText("#alert-then", "Alert then");
        assertThat(screen.page.url()).contains("at=2014-09-06T20%3A40%3A00Z", "speed=10");
        assertThat(screen.page.locator("#alert-now").count()).isZero();
    }

    @Test
    void a_damaged_moment_is_the_present_with_a_notice() {
        watch(SaidAlerts.picture());
        turn("at=yesterday");
        screen.awaitText(".strip", "not understood in all its parts (moment)");
        turn("at=" + Instant.now().plusSeconds(3_600).toString().substring(0, 19) + "Z");
        screen.awaitText(".strip", "not understood in all its parts (moment)");
        screen.page.locator(".strip button").click();
        screen.await("no notice", () -> screen.strip().isEmpty());
        assertThat(screen.page.url()).doesNotContain("at=");
    }

    @Test
    void a_moment_that_cannot_be_read_leaves_the_one_before_and_says_of_when_it_is() {
        watchThePast();
        service.answer("/picture?*", 503, "{\"detail\":\"Others look at the past as well.\"}");
        turn("at=2014-09-06T21:00:00Z");
        screen.awaitText(".strip", "21:00:00 Z) could not be read: Others look at the past");
        assertThat(screen.strip()).contains("20:40:00 Z");
        screen.awaitText("#alert-then", "Alert then");
        service.answer("/picture?*", 200, past("next"));
        screen.page.getByText("Try again").click();
        screen.awaitText("#alert-next", "Alert next");
    }
}
