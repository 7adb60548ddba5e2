package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of an area: on the board, on the map, in the map's list, in the table of areas and on the wall. */
final class AreaToldIT extends ScriptedBoard {
    private static final String LIMITS = """
            {"categories":[],"offences":[],"unitRoles":["psu"],"methods":[],"moods":[],"states":[],
             "statuses":[],"estimateMinutes":20,"silentMinutes":90,"checkInMinutes":{},"reliefMinutes":480}""";
    private final Instant now = Instant.now();
    private MapScreen map;

    @BeforeEach
    void atTheBoard() {
        map = new MapScreen(screen);
        service.answer("/catalogue", 200, LIMITS);
    }

    /** Two hours by the minute, with so many people up to a moment so many minutes ago, and 49 after it. */
    private static String series(int before, int minutes) {
        return series(before, minutes, 0);
    }

    /** The last figure is as many minutes old. */
    private static String series(int before, int minutes, int last) {
        long minute = Instant.now().getEpochSecond() / 60;
        StringJoiner points = new StringJoiner(",");
        for (long ago = 120; ago >= last; ago--) {
            points.add("""
                    {"at":"%s","state":"known","crowd":{"low":%2$d,"best":%2$d,"high":%2$d},
                     "officers":{"atScene":10,"enRoute":2,"requested":0,"planned":60},"peoplePerOfficer":null,
                     "arrests":{"total":4,"inStep":0},"reports":1,
                     "alerts":{"critical":0,"high":1,"medium":0,"low":0,"raised":2}}""".formatted(
                    Instant.ofEpochSecond((minute - ago) * 60), ago >= minutes ? before : 49));
        }
        return "{\"subject\":{\"type\":\"area\",\"id\":\"rotherham\"},\"stepSeconds\":60,\"plan\":null,"
                + "\"points\":[" + points + "]}";
    }

    private String unit(String id, int minutesThere) {
        Instant since = now.minus(Duration.ofMinutes(minutesThere));
        return """
                {"unit":"%s","role":"psu","count":25,"state":"at-scene","incident":null,"protest":null,
                 "location":{"lat":53.45,"lon":-1.2},"areas":["rotherham"],"effectiveAt":"%s","observer":"%s",
                 "nightsInARow":1,"atSceneSince":"%s"}""".formatted(id, now, id, since);
    }

    private String picture(String incident, String... units) {
        return Said.picture("c0", incident)
                .replace("\"protests\":[]",
                        "\"protests\":[" + Said.protest("p1", "March", "planned",
                                now.plus(Duration.ofHours(2))) + "]")
                .replace("\"units\":[]", "\"units\":[" + String.join(",", units) + "]");
    }

    /** An incident that one observer alone has seen, so many minutes ago. */
    private String seenOnce(int minutes) {
        return Said.open("i1", "Ivanhoe Road")
                .replaceFirst("\"asOf\":\"[^\"]*\"",
                        "\"asOf\":\"" + now.minus(Duration.ofMinutes(minutes)) + "\"")
                .replaceFirst("(?s)(\"estimates\":\\[\\s*\\{.*?\\}),.*?\\]", "$1]");
    }

    private String said() {
        return screen.page.locator("muster-selected").innerText();
    }

    private void awaitLabel(String label) {
        screen.await("the label " + label, () -> {
            service.say(Said.live("c1"));
            return map.labels().contains(label);
        });
    }

    private void select() {
        screen.page.evaluate("() => { location.hash = 'sel=area.rotherham'; }");
        awaitText("muster-selected h2", "Rotherham");
    }

    @Test
    void the_selected_area_says_range_plan_trend_officers_relief_injured_and_sources() {
        service.answer("/series?*", 200, series(20, 10));
        watch(picture(seenOnce(185), unit("RT1", 60), unit("RT2", 450)));
        select();
        awaitText("muster-trend", "growing in 15 min, from about 20");
        assertThat(said()).contains("40–60", "plan 50–100", "of 60 planned", "relief due soon, ",
                "RT2", "Injured in", "1 source", "oldest estimate 3 h old", "old", "not verified");
        assertThat(screen.page.locator("muster-selected .facts").innerText())
                .containsPattern("relief due soon, \\d\\d:\\d\\d L");
        assertThat(screen.page.locator("muster-trend [aria-hidden]").innerText()).isEqualTo("↗");
        screen.picture("area-told");
        assertThat(screen.violations()).isEmpty();
        service.say("{\"type\":\"units\",\"units\":[" + unit("RT2", 490) + "," + unit("RT3", 500)
                + "],\"left\":[]}");
        awaitText("muster-selected .facts", "relief overdue since");
        assertThat(said()).containsPattern("RT3\\s+1 more overdue");
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void what_hardly_changes_is_steady_what_shrinks_falls_and_without_a_figure_nothing_is_claimed() {
        service.answer("/series?*", 200, series(47, 10));
        watch(picture(seenOnce(1)));
        select();
        awaitText("muster-trend", "steady in 15 min");
        service.answer("/series?*", 200, series(900, 10));
        service.say(Said.live("c1"));
        screen.page.evaluate("() => { location.hash = 'sel=area.south-yorkshire'; }");
        awaitText("muster-trend", "falling in 15 min, from about 900");
        service.answer("/series?*", 200,
                series(900, 10).replace("\"state\":\"known\"", "\"state\":\"gap\""));
        select();
        awaitText("muster-trend", "not known: there is no figure of 15 min ago");
        assertThat(screen.page.locator("muster-trend [data-trend]").count()).isZero();
        service.answer("/series?*", 200,
                series(900, 10).replaceAll("\"crowd\":\\{[^}]*}", "\"crowd\":null"));
        screen.page.evaluate("() => { location.hash = 'sel=area.south-yorkshire'; }");
        awaitText("muster-trend", "not known: there is no figure of 15 min ago");
        assertThat(screen.page.locator("muster-trend [data-trend]").count()).isZero();
    }

    @Test
    void no_trend_of_one_area_stands_under_another_while_the_feed_is_lost() {
        service.answer("/series?*", 200, series(900, 10));
        watch(picture(seenOnce(1)));
        select();
        awaitText("muster-trend", "falling in 15 min, from about 900");
        service.goDown();
        screen.awaitState("stale");
        screen.page.evaluate("() => { location.hash = 'sel=area.south-yorkshire'; }");
        screen.awaitText("muster-selected h2", "South Yorkshire");
        screen.awaitText("muster-trend", "not known: there is no figure of 15 min ago");
        assertThat(screen.page.locator("muster-trend [data-trend]").count()).isZero();
    }

    @Test
    void a_figure_of_long_ago_is_none_of_a_quarter_of_an_hour_ago() {
        service.answer("/series?*", 200, series(900, 10, 30));
        watch(picture(seenOnce(1)));
        select();
        awaitText("muster-trend", "not known: there is no figure of 15 min ago");
    }

    @Test
    void a_trend_that_could_not_be_read_says_so_is_named_and_is_asked_for_again() {
        service.answer("/series?*", 503, "{\"status\":503,\"detail\":\"Busy.\"}");
        watch(picture(seenOnce(1)));
        select();
        awaitText("muster-trend", "How it changes could not be read. Busy.");
        awaitText(".strip", "Missing: charts. All else is live.");
        service.answer("/series?*", 200, series(20, 10));
        screen.page.locator("muster-trend button").click();
        awaitText("muster-trend", "growing");
        screen.await("nothing is missing", () -> {
            service.say(Said.live("c1"));
            return screen.strip().isEmpty();
        });
    }

    @Test
    void its_chart_and_table_stand_behind_a_button_and_its_key_pressed_twice_opens_its_screen() {
        service.answer("/series?*", 200, series(20, 10));
        watch(picture(seenOnce(1)));
        select();
        awaitText("muster-trend", "growing");
        screen.page.locator("muster-course > button").press("Enter");
        screen.page.locator("muster-course [data-chart='crowd'] canvas").waitFor();
        screen.page.locator("muster-course [data-chart='crowd'] figcaption button").press("Enter");
        awaitText("muster-course tbody", "49");
        for (int width : new int[] {1920, 320}) {
            service.say(Said.live("c" + width));
            screen.page.setViewportSize(width, 900);
            screen.place("selected");
            assertThat((Boolean) screen.page
                    .evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
            screen.picture("area-course-" + width);
            assertThat(screen.violations()).as("at " + width).isEmpty();
        }
        service.say(Said.live("c3"));
        screen.press("F4");
        screen.await("the panel", () -> (Boolean) screen.page
                .evaluate("() => document.activeElement?.closest('muster-selected') !== null"));
        screen.press("F4");
        awaitText("muster-area-screen #area", "Rotherham");
        awaitText("muster-area-screen .facts", "plan 50–100");
        awaitText("muster-area-screen muster-trend", "growing");
    }

    @Test
    void the_map_and_its_list_say_what_was_planned_how_old_it_is_and_who_has_seen_it() {
        watch(picture(seenOnce(185)));
        awaitLabel("Rotherham 40–60 plan 50–100 · 3 h old · not verified");
        screen.picture("area-label");
        map.key("l");
        String area = ".map-list [data-ref='area rotherham']";
        awaitText(area, "40–60 people, plan 50–100, 1 source · 3 h · old · not verified");
        assertThat(screen.page.locator(".map-list [data-ref='incident i1']").innerText())
                .contains("40–60 people, 1 source · 3 h · old · not verified");
        service.say(Said.incidents(Said.open("i1", "Ivanhoe Road")));
        awaitLabel("Rotherham 40–60 plan 50–100");
        awaitText(area, "2 sources · ");
        assertThat(screen.page.locator(area).innerText()).contains("· verified")
                .doesNotContain("old");
    }

    @Test
    void the_table_and_the_wall_say_how_old_a_crowd_is_and_who_has_seen_it() {
        watch(picture(seenOnce(185)));
        screen.list("areas");
        String cell = "tr[data-area='rotherham'] .trust";
        awaitText("muster-areas " + cell, "1 source · 3 h  old · not verified");
        assertThat(screen.page.locator("muster-areas " + cell + " .old svg").count()).isOne();
        assertThat(screen.violations()).isEmpty();
        screen.picture("areas-trust");
        screen.page.keyboard().press("Alt+6");
        awaitText("muster-wall " + cell, "1 source · 3 h  old · not verified");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void who_is_shown_no_incidents_is_told_that_the_sources_are_those_of_protests() {
        service.role("viewer");
        service.answer("/series?*", 200, series(49, 10));
        watch(Said.protests(List.of("areas", "protests", "alerts"),
                Said.protest("p1", "March", "live", now)));
        select();
        awaitText("muster-selected", "of protests alone");
        awaitText("muster-selected", "your role is not shown incidents");
        assertThat(said()).contains("2 sources")
                .doesNotContain("Relief")
                .doesNotContain("verified");
        screen.page.keyboard().press("Alt+6");
        awaitText("muster-wall tr[data-area='rotherham'] .trust", "of protests alone");
    }
}
