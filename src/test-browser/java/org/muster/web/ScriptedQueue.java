package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

/** Alerts of a scripted stream, and what a person sees of them. */
abstract class ScriptedQueue extends ScriptedBoard {
    final Instant now = Instant.now();

    String alert(String id, String severity, int secondsAgo) {
        return SaidAlerts.alert(id, severity, "Alert " + id, now.minusSeconds(secondsAgo));
    }

    String alert(String id, String severity) {
        return alert(id, severity, 60);
    }

    /** Alerts from one number to another; 0 is the newest. */
    String alerts(int from, int to) {
        var all = new StringBuilder();
        for (int index = from; index < to; index++) {
            all.append(index == from ? "" : ",").append(alert("n" + index, "medium", 100 + index));
        }
        return all.toString();
    }

    /** What the rows of the queue say, from the top. */
    List<String> rows() {
        return screen.page.locator(".alert .alert-message").allInnerTexts();
    }

    String row(String id) {
        return screen.page.locator("#alert-" + id).innerText().replaceAll("\\s+", " ");
    }

    /** The row that the keys work on. */
    String current() {
        return String.valueOf(screen.page.locator(".alerts").getAttribute("aria-activedescendant"));
    }

    void press(String... keys) {
        screen.press(keys);
    }

    /** Axe finds nothing, and nothing lies beyond the side. */
    void checkWhole(String what, int width) {
        assertThat(screen.violations()).as("%s %s", what, width).isEmpty();
        assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth"))
                .as("%s %s", what, width)
                .isEqualTo(width);
    }
}
