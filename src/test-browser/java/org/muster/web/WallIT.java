package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The wall view, from a scripted stream. */
final class WallIT extends ScriptedQueue {
    private static final String CONTROLS = "button, input, select, textarea, summary, [tabindex='0']";

    @Override
    String alert(String id, String severity, int secondsAgo) {
        return SaidAlerts.alert(id, severity,
                "Ivanhoe Road: 60 people for each officer, limit 20, alert " + id,
                now.minusSeconds(secondsAgo));
    }

    private void wall(String... alerts) {
        watch(SaidAlerts.picture(alerts));
        screen.page.setViewportSize(1920, 1080);
        screen.page.keyboard().press("Alt+6");
        screen.awaitText("muster-wall .wall-areas", "Rotherham");
    }

    private double pixels(String selector) {
        return ((Number) screen.page.evaluate(
                "one => parseFloat(getComputedStyle(document.querySelector(one)).fontSize)",
                selector)).doubleValue();
    }

    @Test
    void it_shows_the_five_largest_alerts_in_the_queues_order_and_how_many_more_there_are() {
        wall(alert("low", "low", 1), alert("old", "high", 900), alert("critical", "critical", 600),
                alert("high", "high", 30), SaidAlerts.emergency("sos", "Emergency: RT21"),
                alert("medium", "medium", 5), alert("low2", "low", 7));
        assertThat(screen.page.locator(".wall-alerts li")
                .evaluateAll("all => all.map(one => one.dataset.alert).join()"))
                .isEqualTo("sos,critical,high,old,low");
        assertThat(screen.page.locator(".wall-more").innerText()).contains("2 more open");
        service.say(SaidAlerts
                .changed(SaidAlerts.acknowledged(alert("critical", "critical", 600), "desk-2")));
        screen.awaitText(".wall-alerts li[data-alert='critical']", "acknowledged by desk-2");
    }

    @Test
    void nothing_on_it_can_be_worked_on_but_the_way_back() {
        wall(alert("a", "high", 1));
        assertThat(screen.page.locator(CONTROLS).count()).isZero();
        assertThat(screen.page.locator("a:not(.skip)").allInnerTexts()).containsExactly("Board");
        assertThat(screen.page.locator("muster-sound, muster-forms").count()).isZero();
        screen.page.keyboard().press("Escape");
        screen.await("the board", () -> screen.page.locator("muster-board").count() == 1);
    }

    @Test
    void nothing_is_found_over_it_and_what_was_open_to_find_goes() {
        wall(alert("a", "high", 1));
        screen.press("/", "Control+k");
        screen.page.waitForTimeout(500);
        assertThat(screen.page.locator("muster-commands").count()).isZero();
        screen.press("Escape");
        screen.await("the board", () -> screen.page.locator("muster-board").count() == 1);
        screen.press("Control+k");
        screen.page.locator("muster-commands dialog[open]").waitFor();
        screen.press("Alt+6");
        screen.awaitText("muster-wall .wall-areas", "Rotherham");
        screen.await("nothing over it", () -> screen.page.locator("muster-commands").count() == 0);
    }

    @Test
    void it_can_be_read_from_five_metres_and_nothing_of_it_is_cut() {
        wall(alert("a", "critical", 1), alert("b", "high", 2), alert("c", "high", 3),
                alert("d", "medium", 4), alert("e", "low", 5), alert("f", "low", 6));
        assertThat(pixels(".wall-alerts li")).isGreaterThan(34);
        assertThat(pixels(".wall-areas td")).isGreaterThan(38);
        assertThat(pixels(".clocks time")).isGreaterThan(48);
        assertThat(pixels(".pulse-state")).isGreaterThan(40);
        assertThat(screen.page.evaluate("""
                () => [...document.querySelectorAll('.wall-alerts, .wall-areas, .wall-map, .top-wall')]
                  .every(one => one.scrollHeight <= one.clientHeight + 1
                    && one.getBoundingClientRect().bottom <= innerHeight + 1)""")).isEqualTo(true);
    }

    @Test
    void long_names_of_areas_take_their_place_from_the_map_and_lie_on_nothing() {
        wall(alert("a", "critical", 1));
        String areas = IntStream.range(0, 6)
                .mapToObj(index -> Said.area("a" + index,
                        "Town centre and both banks of the river " + index, "null", 12_345))
                .collect(Collectors.joining(","));
        service.say("{\"type\":\"areas\",\"areas\":[" + areas + "]}");
        screen.awaitText(".wall-areas", "river 3");
        for (int[] size : new int[][] {{1920, 1080}, {1280, 720}}) {
            screen.page.setViewportSize(size[0], size[1]);
            assertThat(screen.page.evaluate("""
                    () => { const at = one => document.querySelector(one).getBoundingClientRect();
                      const cell = document.querySelector('.wall-areas td');
                      return [at('.map-legend').bottom <= at('.wall-areas').top,
                        at('.wall-areas').bottom <= innerHeight, at('.wall-map').height > 0.2 * innerHeight,
                        cell.scrollWidth <= cell.clientWidth].join(); }"""))
                    .isEqualTo("true,true,true,true");
        }
        screen.picture("wall-long-names");
    }

    @Test
    void it_says_how_old_it_is_when_the_feed_is_lost() {
        wall(alert("a", "critical", 1));
        service.goDown();
        screen.awaitState("stale");
        screen.awaitText(".wall-stale", "as of");
        assertThat(screen.strip()).contains("As of");
        assertThat(screen.page.locator(".strip button").count()).isZero();
    }

    @Test
    void it_keeps_the_screen_awake_while_it_is_seen_and_no_longer() {
        screen.page.addInitScript(
                """
                window.held = 0;
                Object.defineProperty(navigator, 'wakeLock', { value: { request: async kind => {
                  window.held += kind === 'screen' ? 1 : 100;
                  return { release: async () => { window.held -= 1; } };
                } } });
                let seen = 'visible';
                Object.defineProperty(document, 'visibilityState', { get: () => seen });
                window.see = state => { seen = state; document.dispatchEvent(new Event('visibilitychange')); };""");
        wall(alert("a", "critical", 1));
        awaitHeld(1);
        assertThat(screen.page.locator(".wall-note").count()).isZero();
        screen.page.evaluate("() => window.see('hidden')");
        awaitHeld(0);
        screen.page.evaluate("() => window.see('visible')");
        awaitHeld(1);
        screen.page.evaluate("() => window.see('visible')");
        awaitHeld(1);
        screen.page.keyboard().press("Escape");
        screen.await("the board", () -> screen.page.locator("muster-board").count() == 1);
        awaitHeld(0);
    }

    private void awaitHeld(int locks) {
        screen.await(locks + " held",
                () -> ((Number) screen.page.evaluate("() => window.held")).intValue() == locks);
    }

    @Test
    void it_says_so_where_the_browser_does_not_keep_the_screen_awake() {
        wall(alert("a", "critical", 1));
        screen.awaitText(".wall-note", "does not keep the screen awake");
    }

    @Test
    void axe_finds_nothing_and_nothing_lies_beyond_the_side() {
        watch(SaidAlerts.picture(alert("a", "critical", 1), alert("b", "high", 2),
                SaidAlerts.acknowledged(alert("c", "high", 3), "desk-2"), alert("d", "medium", 4),
                SaidAlerts.drill(alert("e", "low", 5)), alert("f", "low", 6)));
        for (String theme : List.of("Light theme", "Dark theme")) {
            screen.page.setViewportSize(1920, 1080);
            screen.page.keyboard().press("Alt+1");
            screen.await("the board", () -> screen.page.locator("muster-board").count() == 1);
            screen.menu(theme);
            screen.page.keyboard().press("Alt+6");
            screen.awaitText("muster-wall .wall-areas", "Rotherham");
            for (int width : new int[] {1920, 1280, 360, 320}) {
                screen.page.setViewportSize(width, width == 1920 ? 1080 : 720);
                screen.page.waitForTimeout(100);
                screen.picture("wall-" + theme.replaceFirst(" .*", "") + "-" + width);
                checkWhole(theme, width);
            }
        }
        assertThat(screen.console()).isEmpty();
    }
}
