package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.StringJoiner;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The charts of an area, with figures over time that the test gives. */
final class ChartsIT extends ScriptedBoard {
    private static final String PROBLEM = "{\"status\":503,\"title\":\"Too busy now\","
            + "\"detail\":\"Others look at figures over time as well.\"}";

    /** Two hours by the minute: nothing known, then known, a gap of ten minutes, known again. */
    private static String series() {
        return series(Instant.now(), 60);
    }

    private static String series(Instant until, int minutesKnown) {
        long minute = until.getEpochSecond() / 60;
        StringJoiner points = new StringJoiner(",");
        for (long ago = 120; ago >= 0; ago--) {
            String at = Instant.ofEpochSecond((minute - ago) * 60).toString();
            String state = ago > minutesKnown ? "no-data" : ago > 20 && ago <= 30 ? "gap" : "known";
            points.add("{\"at\":\"" + at + "\",\"state\":\"" + state + "\""
                    + (state.equals("known") ? figures(ago == 45 ? 900 : 100) : "") + "}");
        }
        return "{\"subject\":{\"type\":\"area\",\"id\":\"rotherham\"},\"stepSeconds\":60,\"plan\":null,"
                + "\"points\":[" + points + "]}";
    }

    private static String figures(int people) {
        return ",\"crowd\":{\"low\":%d,\"best\":%d,\"high\":%d},".formatted(people - 20, people,
                people + 30)
                + "\"officers\":{\"atScene\":10,\"enRoute\":2,\"requested\":0,\"planned\":60},"
                + "\"peoplePerOfficer\":{\"best\":" + people / 10.0 + ",\"cautious\":"
                + (people + 30) / 10.0 + "},\"arrests\":{\"total\":4,\"inStep\":0},\"reports\":1,"
                + "\"alerts\":{\"critical\":0,\"high\":1,\"medium\":0,\"low\":0,\"raised\":2}";
    }

    private static String rules() {
        return "{\"version\":1,\"schedules\":[],\"rules\":[{\"version\":1,\"rule\":"
                + "{\"id\":\"crowd-per-officer\",\"values\":{\"limit\":20}}}]}";
    }

    private void open(int status, String body) {
        service.answer("/series?*", status, body);
        service.answer("/rules", 200, rules());
        service.answer("/watchlist?*", 200, "{\"night\":\"2034-09-06\",\"items\":[]}");
        service.answer("/crime-recording?*", 503, PROBLEM);
        watch(Said.picture("c0", Said.open("1", "Ivanhoe Road")));
        screen.page.evaluate("() => { location.hash = 'view=area.rotherham'; }");
        screen.awaitText("muster-area-screen #area", "Rotherham");
    }

    private Locator chart(String key) {
        return screen.page.locator("[data-chart='" + key + "']");
    }

    @Test
    void a_chart_says_in_a_sentence_and_in_a_table_what_it_draws() {
        open(200, series());
        chart("alerts").waitFor();
        assertThat(chart("crowd").locator("canvas").getAttribute("aria-label"))
                .startsWith("People: ")
                .contains("highest 900 at ", " L", "steps without a figure");
        assertThat(chart("ratio").innerText()).contains("limit of the rule");
        assertThat(chart("alerts").innerText()).contains("flood above 10");
        assertThat(chart("alerts").locator("canvas").getAttribute("aria-label"))
                .as("two called in each of ten minutes")
                .contains("highest 20");
        chart("crowd").locator("button").click();
        String table = chart("crowd").locator("tbody").innerText();
        assertThat(table).contains("880", "900", "930", "not running", "no data");
        assertThat(table.lines().filter(line -> line.contains("not running")).count())
                .isEqualTo(10);
        assertThat(chart("crowd").locator("tbody tr").count()).isBetween(119, 122);
    }

    @Test
    void what_is_not_known_is_hatched_and_no_line_joins_over_it() {
        open(200, series());
        chart("officers").locator("canvas").waitFor();
        screen.await("something drawn", () -> inked(0.75, 1) > 0);
        // Officers stand at one level: no ink at it where nothing was known or the service did not run.
        assertThat(drawnAtLevel(0.55, 0.62)).as("known").isPositive();
        assertThat(drawnAtLevel(0.78, 0.81)).as("in the gap").isZero();
        assertThat(drawnAtLevel(0.1, 0.4)).as("before anything was known").isZero();
        assertThat(inked(0.1, 0.4)).as("hatched").isPositive();
    }

    /** Pixels that are not clear in a share of the width of the chart of officers. */
    private int inked(double from, double to) {
        return counted("any", from, to);
    }

    /** Pixels in the colour of the data, which a hatch does not have. */
    private int drawnAtLevel(double from, double to) {
        return counted("data", from, to);
    }

    private int counted(String is, double from, double to) {
        return ((Number) screen.page.evaluate("""
                ([is, from, to]) => {
                  const canvas = document.querySelector("[data-chart='officers'] canvas");
                  const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height * 0.85);
                  const test = { any: (r, g, b, a) => a > 0,
                    data: (r, g, b, a) => a > 200 && Math.abs(r - 143) < 12 && Math.abs(g - 198) < 12 && Math.abs(b - 207) < 12,
                  }[is];
                  let count = 0;
                  for (let at = 0; at < data.length; at += 4) {
                    const x = (at / 4) % width / width;
                    count += x >= from && x < to && test(data[at], data[at + 1], data[at + 2], data[at + 3]) ? 1 : 0;
                  }
                  return count;
                }""", new Object[] {is, from, to})).intValue();
    }

    @Test
    void a_record_that_has_just_begun_fills_half_of_the_picture() {
        open(200, series(Instant.now(), 10));
        chart("crowd").locator("button").click();
        assertThat(chart("crowd").locator("tbody tr").count()).isBetween(18, 24);
    }

    @Test
    void in_the_hour_that_comes_twice_each_time_says_which_one_is_meant() {
        Instant again = Instant.parse("2025-10-26T01:20:00Z");
        screen.page.clock().install(new Clock.InstallOptions().setTime(Date.from(again)));
        open(200, series(again, 90));
        chart("crowd").locator("button").click();
        assertThat(chart("crowd").locator("tbody").innerText()).contains("01:10 L (+00:00)",
                "01:10 L (+01:00)");
        assertThat(chart("crowd").locator("canvas").getAttribute("aria-label"))
                .containsPattern(" at 0[01]:\\d\\d L \\(\\+0");
        screen.picture("charts-twice");
        screen.page.evaluate("() => { location.hash = 'view=timeline'; }");
        screen.page.locator(".axis-slider").waitFor();
        assertThat(screen.page.locator(".axis-slider").getAttribute("aria-valuetext"))
                .contains(" L (+00:00) (01:2");
    }

    @Test
    void figures_that_cannot_be_had_mark_their_own_panel_and_the_rest_lives_on() {
        open(503, PROBLEM);
        screen.awaitText(".chart-failed", "Others look at figures over time as well.");
        screen.awaitText("muster-tonight", "Others look at figures over time as well.");
        screen.awaitText("muster-tonight", "Nothing here on the nights before.");
        service.say(Said.changedAreas(33));
        screen.awaitText(".detail-main .facts", "33");
        service.answer("/series?*", 200, series());
        screen.page.locator(".chart-failed button").click();
        chart("crowd").locator("canvas").waitFor();
        assertThat(screen.page.locator(".chart-failed").count()).isZero();
    }

    @Test
    void axe_finds_nothing_where_figures_cannot_be_had() {
        open(503, PROBLEM);
        screen.awaitText(".chart-failed", "Others look at figures over time as well.");
        for (String theme : List.of("light", "dark")) {
            screen.page.evaluate("to => { document.documentElement.dataset.theme = to; }", theme);
            assertThat(screen.violations()).as(theme).isEmpty();
        }
    }

    @Test
    void an_area_that_there_is_not_is_said_to_be_out_of_sight() {
        open(200, series());
        screen.page.evaluate("() => { location.hash = 'view=area.atlantis'; }");
        screen.awaitText("muster-area-screen", "no such area, or it is outside");
    }
}
