package org.muster.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.microsoft.playwright.Clock;
import org.junit.jupiter.api.BeforeEach;

/** What is heard of a page, as tones and in words, on a clock that stands still unless the test moves it. */
abstract class ScriptedEar extends ScriptedBoard {
    private static final String LISTEN = """
            const forget = () => Object.assign(window, { tones: [], assertive: [], polite: [] });
            forget();
            addEventListener('muster-forget', forget);
            addEventListener('muster-tone', ({ detail }) => window.tones.push(detail.tone));
            addEventListener('DOMContentLoaded', () => {
              for (const id of ['assertive', 'polite']) {
                const region = document.getElementById(id);
                new MutationObserver(() => window[id].push(region.textContent))
                  .observe(region, { childList: true });
              }
            });
            """;
    private final Instant start = Instant.now();
    /** Of the next entry. */
    long seq = 100;

    @BeforeEach
    void listen() {
        screen.page.addInitScript(LISTEN);
        screen.page.clock().install(new Clock.InstallOptions().setTime(Date.from(start)));
    }

    /** Shows these alerts, and forgets what was heard of them. */
    void watchStandingStill(String... alerts) {
        screen.page.clock().pauseAt(Date.from(start.plusSeconds(60)));
        watch(SaidAlerts.picture(alerts));
        screen.page.clock().runFor(300);
        forget();
    }

    /** Lets time pass on the page, with a service that keeps speaking. */
    void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            service.say(Said.live("c1"));
            screen.page.clock().runFor(1_000);
        }
    }

    void forget() {
        screen.page.evaluate("() => dispatchEvent(new Event('muster-forget'))");
    }

    List<String> tones() {
        return heard("tones");
    }

    /** What was told at once. */
    List<String> sentences() {
        return heard("assertive");
    }

    /** What was told when nothing else was. */
    List<String> quietSentences() {
        return heard("polite");
    }

    @SuppressWarnings("unchecked")
    private List<String> heard(String what) {
        return new ArrayList<>((List<String>) screen.page.evaluate("() => window." + what));
    }
}
