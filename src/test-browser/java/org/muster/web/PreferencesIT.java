package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** What somebody prefers in a browser, and the command line, from a scripted stream. */
final class PreferencesIT extends ScriptedBoard {
    private static final String BLINKS = """
            () => getComputedStyle(document.querySelector('.alert .symbol')).animationName""";

    private static String alert(String id) {
        return SaidAlerts.alert(id, "high", "Alert " + id,
                Instant.now().minusSeconds(id.charAt(0) - 'a'));
    }

    private void press(String... keys) {
        for (String key : keys) {
            screen.page.keyboard().press(key);
        }
    }

    private void open() {
        screen.menu("Preferences");
        screen.await("the preferences",
                () -> screen.page.locator(".dialog-preferences[open]").count() == 1);
    }

    private String current() {
        return String.valueOf(screen.page.locator(".alerts").getAttribute("aria-activedescendant"));
    }

    private void command(String words) {
        press("Control+k");
        screen.await("the command line", () -> screen.page.locator("#command").count() == 1);
        screen.page.keyboard().type(words);
    }

    private List<String> offered() {
        return screen.page.locator("#command-list [role='option'] span").allInnerTexts();
    }

    @Test
    void single_letter_keys_are_switched_off_and_stay_so_and_others_work_on() {
        watch(SaidAlerts.picture(alert("a"), alert("b")));
        open();
        screen.page.locator("[name='letters']").uncheck();
        press("Escape", "F2", "j", "/", "x");
        assertThat(current()).isEqualTo("alert-a");
        assertThat(screen.page.locator(".alert[data-marked]").count()).isZero();
        press("ArrowDown");
        assertThat(current()).isEqualTo("alert-b");
        assertThat(screen.page.locator(".queue-bar kbd").first().isVisible()).isFalse();
        screen.page.reload();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(SaidAlerts.picture(alert("a"), alert("b")));
        service.say(Said.live("c2"));
        screen.awaitText("#tab-queue-all", "2");
        press("F2", "j");
        assertThat(current()).isEqualTo("alert-a");
    }

    @Test
    void hold_still_stops_what_blinks_in_the_queue_and_on_the_map_and_says_so() {
        watch(SaidAlerts.picture(alert("a")));
        assertThat(screen.page.evaluate(BLINKS)).isEqualTo("call");
        press("Alt+h");
        assertThat(screen.page.evaluate(BLINKS)).isEqualTo("none");
        assertThat(screen.page.locator("#polite").innerText()).contains("Nothing moves");
        press("Alt+h");
        assertThat(screen.page.evaluate(BLINKS)).isEqualTo("call");
        screen.page.emulateMedia(
                new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(screen.page.evaluate(BLINKS)).isEqualTo("none");
    }

    @Test
    void the_theme_and_what_screen_readers_are_told_are_chosen_by_keys_alone() {
        watch(SaidAlerts.picture(alert("a")));
        command("preferences");
        press("Enter");
        screen.await("the preferences",
                () -> screen.page.locator(".dialog-preferences [name='theme']").count() == 2);
        screen.await("focus in it", () -> (Boolean) screen.page
                .evaluate("() => document.activeElement.name === 'theme'"));
        screen.page.locator("[name='theme'][value='dark']").focus();
        press("ArrowDown");
        assertThat(screen.page.evaluate("() => document.documentElement.dataset.theme"))
                .isEqualTo("light");
        assertThat(screen.page.url()).contains("theme=light");
        screen.page.locator("[name='spoken'][value='all']").focus();
        press("ArrowDown");
        assertThat(screen.page.evaluate("() => localStorage.getItem('muster.spoken')"))
                .isEqualTo("critical");
        screen.picture("preferences");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void the_command_line_does_what_is_named_and_leads_to_what_is_named() {
        watch(SaidAlerts.picture(alert("a"), alert("b")));
        command("acknowl");
        screen.await("two actions", () -> offered().size() == 2);
        screen.picture("commands");
        assertThat(screen.violations()).isEmpty();
        press("Escape");
        command("show on the map");
        press("Enter");
        screen.await("the alert is selected", () -> screen.page.url().contains("sel=alert.a"));
        command("ivanhoe");
        screen.await("the incident", () -> offered().contains("Ivanhoe Road"));
        press("Enter");
        screen.await("it is selected", () -> screen.page.url().contains("sel=incident.i1"));
        command("wall");
        press("Enter");
        screen.await("the wall", () -> screen.page.locator("muster-wall").count() == 1);
        press("Escape");
        command("light");
        press("Enter");
        screen.await("the theme", () -> screen.page.url().contains("theme=light"));
        command("no such thing");
        screen.awaitText(".commands-words", "Nothing has this name");
    }

    @Test
    void every_action_of_the_help_is_found_by_its_name() {
        watch(SaidAlerts.picture(alert("a")));
        press("F1");
        screen.await("the help", () -> screen.page.locator(".help dd").count() > 20);
        List<String> names = screen.page
                .locator(".help section:not([aria-labelledby='help-form']) dd")
                .allInnerTexts();
        press("Escape");
        for (String name : List.of("Report by radio", "Take", "Undo the last deed, within 10 s",
                "Zoom in", "Mute for 60 s, or sound again", "Health of the queue")) {
            assertThat(names).contains(name);
            command(name);
            screen.await(name, () -> offered().contains(name));
            press("Escape");
        }
    }
}
