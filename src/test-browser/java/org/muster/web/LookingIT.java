package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who else looks at an alert, and what the page says of where one looks oneself, against a script. */
final class LookingIT extends ScriptedBoard {
    private static final String FACT = "muster-selected .facts div:has(dt:text-is('Also looking'))";
    private static final String HIDE = """
            hidden => {
              Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            }""";

    private static String alert(String id) {
        return SaidAlerts.alert(id, "high", "Alert " + id);
    }

    private static String lookers(String alert, int more, String... who) {
        String names = who.length == 0 ? "" : "\"" + String.join("\",\"", who) + "\"";
        return "{\"type\":\"lookers\",\"alerts\":[{\"alert\":\"%s\",\"who\":[%s],\"more\":%d}]}"
                .formatted(alert, names, more);
    }

    private void open(String id) {
        screen.page.locator("#alert-" + id).click();
        screen.awaitText("muster-selected h2", "Alert " + id);
    }

    /** The script speaks meanwhile, as the service does: the page must not go stale on a slow machine. */
    private void awaitFact(String words) {
        screen.await(words, () -> {
            service.say(Said.live("c1"));
            return fact().equals(List.of(words));
        });
    }

    private List<String> fact() {
        return screen.page.locator(FACT + " dd").allInnerTexts();
    }

    /** The last that the service was told is looked at: an id, or null. */
    private void awaitSaid(String alert) {
        screen.await("looking at " + alert, () -> {
            service.say(Said.live("c1"));
            return said().endsWith("\"alert\":" + alert + "}");
        });
    }

    private String said() {
        return service.told()
                .stream()
                .filter(said -> said.contains("\"looking\""))
                .reduce("", (before, last) -> last);
    }

    private long timesSaid() {
        return service.told().stream().filter(said -> said.contains("\"looking\"")).count();
    }

    @Test
    void others_are_named_and_oneself_is_not_and_nothing_moves_for_it() {
        watch(SaidAlerts.picture(alert("a"), alert("b")));
        open("a");
        awaitFact("nobody");
        Locator next = screen.page.locator(FACT + " + div");
        double top = next.boundingBox().y;
        service.say(lookers("a", 0, "desk-1", "desk-2"));
        awaitFact("desk-2");
        service.say(lookers("a", 2, "desk-5", "desk-1", "desk-4", "desk-3", "desk-2"));
        awaitFact("desk-5, desk-4, desk-3 and 3 more");
        assertThat(next.boundingBox().y).isEqualTo(top);
        assertThat(screen.page.locator("#polite").innerText()).doesNotContain("desk-");
        open("b");
        awaitFact("nobody");
        open("a");
        service.say(lookers("a", 0));
        awaitFact("nobody");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void without_a_live_feed_it_is_not_known_and_afterwards_only_what_is_said_anew() {
        watch(SaidAlerts.picture(alert("a")));
        open("a");
        service.say(lookers("a", 0, "desk-2"));
        awaitFact("desk-2");
        awaitSaid("\"a\"");
        long before = timesSaid();
        service.goDown();
        String unknown = "not known: the feed is not live";
        screen.await(unknown, () -> fact().equals(List.of(unknown)));
        service.comeBack();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(SaidAlerts.changed(alert("a")));
        service.say(Said.live("c1"));
        awaitFact("nobody");
        screen.await("said again", () -> timesSaid() == before + 1);
        awaitSaid("\"a\"");
    }

    @Test
    void a_replay_knows_nothing_of_it_and_nobody_looks_at_the_present_there() {
        service.answer("/picture?*", 200, SaidAlerts.picture(alert("a")));
        watch(SaidAlerts.picture(alert("a")));
        service.say(lookers("a", 0, "desk-2"));
        open("a");
        awaitFact("desk-2");
        awaitSaid("\"a\"");
        screen.page.evaluate("() => { location.hash += '&at=2014-09-06T20:40:00Z'; }");
        screen.awaitText(".strip", "REPLAY");
        screen.await("no line", () -> screen.page.locator(FACT).count() == 0);
        assertThat(screen.page.locator("muster-selected .facts").innerText())
                .doesNotContain("desk-2");
        awaitSaid("null");
        screen.page.keyboard().press("Alt+l");
        awaitFact("desk-2");
        awaitSaid("\"a\"");
    }

    @Test
    void it_is_said_once_what_is_looked_at_and_taken_back_when_nobody_can_look() {
        watch(SaidAlerts.picture(alert("a"), alert("b")));
        open("a");
        awaitSaid("\"a\"");
        open("b");
        awaitSaid("\"b\"");
        assertThat(timesSaid()).isEqualTo(2);
        screen.page.evaluate(HIDE, true);
        awaitSaid("null");
        screen.page.evaluate(HIDE, false);
        awaitSaid("\"b\"");
        screen.page.evaluate("() => { location.hash = 'view=wall&sel=alert.b'; }");
        awaitSaid("null");
        screen.page.evaluate("() => { location.hash = 'view=queue&sel=alert.b'; }");
        awaitSaid("\"b\"");
        screen.page.locator(".selected-head button").click();
        awaitSaid("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void it_stands_first_in_the_panel_in_both_themes(String theme) {
        watch(SaidAlerts.picture(alert("a"), alert("b")));
        screen.page.evaluate("theme => { location.hash = `theme=${theme}`; }", theme);
        open("a");
        service.say(lookers("a", 0, "desk-2", "desk-3"));
        awaitFact("desk-2, desk-3");
        assertThat(screen.page.locator("muster-selected .facts dt").first().innerText())
                .isEqualTo("Also looking");
        for (List<Integer> size : List.of(List.of(1920, 1080), List.of(1280, 800),
                List.of(360, 740))) {
            screen.page.setViewportSize(size.getFirst(), size.getLast());
            screen.place("selected");
            screen.page.locator(FACT).scrollIntoViewIfNeeded();
            screen.picture("looking-" + theme + "-" + size.getFirst());
        }
    }

    @Test
    void what_stands_behind_another_tab_of_a_narrow_screen_is_not_looked_at() {
        screen.page.setViewportSize(700, 800);
        watch(SaidAlerts.picture(alert("a")));
        screen.page.evaluate("() => { location.hash = 'sel=alert.a'; }");
        screen.page.locator("#tab-board-selected").click();
        awaitSaid("\"a\"");
        screen.page.locator("#tab-board-queue").click();
        awaitSaid("null");
    }
}
