package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the header says of the sound: whether it was tried in this shift, and which of two windows has it. */
final class SoundStateIT extends ScriptedBoard {
    /** A browser that lets no page sound. */
    static final String SILENT = """
            window.AudioContext = class {
              state = 'suspended';
              async resume() {}
            };""";

    private void show(Screen window, int connection) {
        screen.await("connection", () -> service.subscriptions().size() >= connection);
        service.say(SaidAlerts.picture());
        service.say(Said.live("c1"));
        window.awaitState("live");
    }

    private Screen secondWindow(String script) {
        var second = new Screen(screen.profile, ScriptedService.ORIGIN);
        second.page.addInitScript(script);
        second.open();
        show(second, 2);
        return second;
    }

    @Test
    void it_is_to_be_tried_once_by_whoever_signs_in() {
        watch(SaidAlerts.picture());
        screen.press("F2");
        screen.awaitText("muster-sound", "Test the sound");
        screen.page.locator(".sound summary").click();
        screen.page.getByText("Test tone").click();
        screen.awaitText("muster-sound", "Sound on");
        assertThat(screen.page.locator("#polite").innerText()).contains("look at the volume");
        screen.page.reload();
        show(screen, 2);
        screen.press("F2");
        screen.awaitText("muster-sound", "Sound on");
        screen.menu("Sign out");
        screen.openLink("good");
        show(screen, 3);
        screen.press("F2");
        screen.awaitText("muster-sound", "Test the sound");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void of_two_windows_the_one_that_came_into_sight_last_sounds() {
        watch(SaidAlerts.picture());
        screen.press("F2");
        screen.awaitText("muster-sound", "Test the sound");
        Screen second = secondWindow("");
        second.press("F2");
        second.awaitText("muster-sound", "Test the sound");
        screen.awaitText("muster-sound", "Sounds elsewhere");
    }

    @Test
    void a_window_that_the_browser_keeps_silent_leaves_the_sound_to_the_other() {
        watch(SaidAlerts.picture());
        screen.press("F2");
        screen.awaitText("muster-sound", "Test the sound");
        Screen second = secondWindow(SILENT);
        second.awaitText("muster-sound", "Sound blocked");
        second.page.waitForTimeout(1_000);
        assertThat(screen.page.locator("muster-sound").innerText()).contains("Test the sound");
    }
}
