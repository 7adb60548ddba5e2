package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The page's header on screens of several widths, from a scripted stream. */
final class HeaderIT extends ScriptedBoard {
    private static final double LINE_MAX = 56;
    private static final List<String> MENUS = List.of(".screens", ".session", ".sound",
            ".map-symbols");
    private static final String SHIFTS = """
            () => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(
              entry => { window.shifts += entry.hadRecentInput ? 0 : entry.value; }))
              .observe({ type: 'layout-shift' }); }""";

    private final Instant now = Instant.now();

    private String alert(String id, String severity) {
        return SaidAlerts.alert(id, severity, "Alert " + id, now);
    }

    private double height() {
        return ((Number) screen.page.evaluate(
                """
                () => Math.max(...[...document.querySelectorAll('.header, .header-first, .header-rest')]
                    .map(one => one.getBoundingClientRect().bottom))
                  - document.querySelector('.header-first > :not(.brand)').getBoundingClientRect().top"""))
                .doubleValue();
    }

    @Test
    void it_is_one_line_from_1280_pixels_on_and_less_than_a_fifth_of_a_phone() {
        watch(SaidAlerts.picture(alert("a", "critical"), alert("b", "high"),
                SaidAlerts.drill(alert("d", "low"))));
        for (int width : new int[] {1920, 1600, 1280}) {
            screen.page.setViewportSize(width, 800);
            screen.picture("header-" + width);
            assertThat(height()).as("%s", width).isLessThan(LINE_MAX);
        }
        screen.page.setViewportSize(360, 740);
        screen.picture("header-360");
        assertThat(height()).isLessThan(740 / 5.0);
        assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(360);
    }

    @Test
    void both_clocks_and_the_age_of_the_newest_report_are_in_sight_at_every_width() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        for (int width : new int[] {1920, 1280, 360, 320}) {
            screen.page.setViewportSize(width, 740);
            assertThat(screen.page.locator(".clocks").innerText()).as("%s", width)
                    .containsPattern("\\d\\d:\\d\\d:\\d\\d L")
                    .containsPattern("\\d\\d:\\d\\d:\\d\\d Z");
            assertThat(screen.page.locator(".pulse").innerText()).as("%s", width)
                    .contains("LIVE", "Last report");
            assertThat(screen.page.locator(".pulse").boundingBox().y).as("%s", width)
                    .isLessThan(60);
        }
    }

    @Test
    void nothing_in_it_shifts_when_counts_change_and_when_the_feed_is_lost_and_back() {
        watch(SaidAlerts.picture(alert("a", "critical")));
        screen.page.setViewportSize(1280, 800);
        screen.page.waitForTimeout(200);
        screen.page.evaluate(SHIFTS);
        double clocks = screen.page.locator(".clocks").boundingBox().x;
        var many = new StringBuilder(alert("n0", "high"));
        for (int index = 1; index < 40; index++) {
            many.append(',').append(alert("n" + index, index < 12 ? "high" : "medium"));
        }
        service.say(SaidAlerts.changed(many.toString()));
        screen.awaitText(".counts", "12");
        resume();
        service.say(SaidAlerts.picture(alert("a", "critical")));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        double shifts = ((Number) screen.page.evaluate("() => window.shifts")).doubleValue();
        assertThat(shifts).isLessThan(0.01);
        assertThat(screen.page.locator(".clocks").boundingBox().x).isEqualTo(clocks);
    }

    @Test
    void menus_close_by_escape_which_leads_back_to_what_opened_them() {
        watch(SaidAlerts.picture(alert("a", "critical")));
        for (String menu : MENUS) {
            screen.page.locator(menu + " summary").press("Enter");
            assertThat(screen.page.locator(menu + "[open]").count()).as(menu).isEqualTo(1);
            screen.press(menu.equals(".map-symbols") ? "Shift" : "Tab", "Escape");
            assertThat(screen.page.locator(menu + "[open]").count()).as(menu).isZero();
            assertThat(screen.page.evaluate(
                    "menu => document.activeElement === document.querySelector(menu + ' summary')",
                    menu)).as(menu).isEqualTo(true);
        }
        screen.page.locator(".map-symbols summary").click();
        screen.press("F2", "Escape");
        assertThat(screen.page.locator(".map-symbols[open]").count()).isZero();
        assertThat(screen.page
                .evaluate("() => document.activeElement.closest('muster-queue') !== null"))
                .as("who is elsewhere stays there")
                .isEqualTo(true);
    }

    @Test
    void menus_close_when_one_presses_or_goes_on_elsewhere() {
        watch(SaidAlerts.picture(alert("a", "critical")));
        for (String menu : MENUS.subList(0, 3)) {
            screen.page.locator(menu + " summary").click();
            assertThat(screen.page.locator(menu + "[open]").count()).as(menu).isEqualTo(1);
            screen.page.locator(".clocks").click();
            assertThat(screen.page.locator(menu + "[open]").count()).as(menu).isZero();
            screen.page.locator(menu + " summary").click();
            screen.press("F2");
            assertThat(screen.page.locator(menu + "[open]").count()).as(menu).isZero();
        }
    }
}
