package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.microsoft.playwright.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every screen under a service that falls silent or goes away, on a clock that moves when the test says so. */
final class StaleScreensIT extends ScriptedBoard {
    private static final String UNMARKED = """
            () => [...document.querySelectorAll('main .panel, main .axis, main .wall > section')]
              .filter(one => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).outlineStyle].every(style => style !== 'dashed')
                || !(one.closest('.wall') ?? one).textContent.includes('as of '))
              .map(one => one.getAttribute('aria-labelledby'))""";

    private final Instant start = Instant.now();

    /**
     * A screen, and what of it must not go away.
     *
     * @param waits what waits until the feed is back; empty when nothing on it needs the service
     */
    record Shown(String view, String part, String words, String waits) {}

    static final List<Shown> SCREENS = List.of(
            new Shown("board", "tr[data-area='rotherham']", "40–60", "[data-do='acknowledge']"),
            new Shown("queue", "muster-wide-queue", "Alert a", "[data-do='acknowledge']"),
            new Shown("area.rotherham", "muster-area-screen .facts", "40–60", ""),
            new Shown("protest.p1", "muster-protest-screen .plan", "40–60",
                    "[data-action='change']"),
            new Shown("units", "muster-units-screen table", "60", ""),
            new Shown("arrests", "muster-arrests-screen .arrests-sum", "4 in the last 24 h", ""),
            new Shown("timeline", ".timeline-rows", "March", "[aria-label^='Go there']"),
            new Shown("wall", ".wall-areas", "40–60", ""));

    @BeforeEach
    void standStill() {
        screen.page.clock().install(new Clock.InstallOptions().setTime(Date.from(start)));
        screen.page.clock().pauseAt(Date.from(start.plusSeconds(60)));
        service.answer("/series?*", 200,
                "{\"subject\":{},\"stepSeconds\":60,\"plan\":null,\"points\":[]}");
        watch(SaidAlerts.picture(SaidAlerts.alert("a", "high", "Alert a"))
                .replace("\"protests\":[]", "\"protests\":["
                        + Said.protest("p1", "March", "live", start.minusSeconds(600)) + "]"));
        screen.page.evaluate("() => { window.sameLoad = true; }");
    }

    private void open(Shown shown) {
        screen.page.evaluate("to => { location.hash = 'view=' + to; }", shown.view());
        screen.await(shown.view(), () -> {
            screen.page.clock().runFor(100);
            service.say(Said.live("c1"));
            return said(shown.part()).contains(shown.words());
        });
        screen.page.evaluate("""
                () => { const stops = 'a, button, select, [tabindex="0"]';
                  const one = document.querySelector(`main :is(${stops})`) ?? document.querySelector(`header :is(${stops})`);
                  one.focus();
                  window.kept = document.activeElement; }""");
    }

    private String said(String part) {
        var found = screen.page.locator(part);
        return found.count() == 0 ? "" : found.first().innerText();
    }

    private void isOld(Shown shown) {
        assertThat(screen.strip()).as(shown.view()).contains("As of ");
        assertThat((List<?>) screen.page.evaluate(UNMARKED)).as("looks live on %s", shown.view())
                .isEmpty();
        assertThat(said(shown.part())).as("numbers of %s", shown.view()).contains(shown.words());
        if (!shown.waits().isEmpty()) {
            var button = screen.page.locator(shown.waits()).first();
            assertThat(button.getAttribute("aria-disabled")).as(shown.view()).isEqualTo("true");
            assertThat(button.getAttribute("title")).as(shown.view()).contains("not live");
        }
    }

    private void isLive(Shown shown) {
        assertThat(screen.strip()).as(shown.view()).doesNotContain("As of ");
        assertThat(screen.page.locator("main .is-stale").count()).as(shown.view()).isZero();
        assertThat(screen.page.evaluate("() => document.activeElement === window.kept"))
                .as("focus on %s", shown.view())
                .isEqualTo(true);
        assertThat(screen.page.evaluate("() => window.sameLoad")).isEqualTo(true);
    }

    @Test
    void silence_of_five_seconds_ages_every_screen_and_a_word_makes_it_live_again() {
        for (Shown shown : SCREENS) {
            open(shown);
            screen.page.clock().runFor(5_000);
            assertThat(screen.state()).as(shown.view()).isEqualTo("stale");
            isOld(shown);
            service.say(Said.live("c2"));
            screen.awaitState("live");
            isLive(shown);
        }
    }

    @Test
    void a_lost_connection_ages_every_screen_at_once_and_is_gone_on_with_after_the_last_cursor() {
        int lost = 0;
        for (Shown shown : SCREENS) {
            open(shown);
            service.say(Said.entries(10 + lost, "k" + lost));
            service.goDown();
            screen.awaitState("stale");
            isOld(shown);
            service.comeBack();
            int tries = service.subscriptions().size();
            screen.await("another connection", () -> {
                screen.page.clock().runFor(500);
                return service.subscriptions().size() > tries;
            });
            assertThat(service.subscriptions().getLast()).contains("\"after\":\"k" + lost + "\"");
            service.say(Said.changedAreas(++lost));
            service.say(SaidAlerts.changed(SaidAlerts.alert("a", "high", "Alert a")));
            service.say(Said
                    .changedProtests(Said.protest("p1", "March", "live", start.minusSeconds(600))));
            service.say(Said.live("k" + lost));
            screen.awaitState("live");
            isLive(shown);
        }
    }
}
