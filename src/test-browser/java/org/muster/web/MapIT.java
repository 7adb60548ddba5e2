package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The map, from a scripted stream. */
final class MapIT extends ScriptedBoard {
    private static final List<String> ALL = List.of("areas", "incidents", "protests", "units",
            "alerts");

    private final Instant now = Instant.now();
    private MapScreen map;

    @BeforeEach
    void lookAtTheMap() {
        map = new MapScreen(screen);
    }

    private static String incidentAt(String id, double lat, double lon) {
        return Said.open(id, "Incident " + id)
                .replace("\"lat\":53.3966,\"lon\":-1.2537",
                        String.format(Locale.ROOT, "\"lat\":%s,\"lon\":%s", lat, lon));
    }

    private static String alertAbout(String incident, String id, String severity) {
        return SaidAlerts.alert(id, severity, "Alert " + id)
                .replaceFirst("\"subject\":\\{[^}]*}",
                        "\"subject\":{\"type\":\"incident\",\"id\":\"" + incident + "\"}");
    }

    private String protestAt(String id, String place) {
        return Said.protest(id, "Protest " + id, "live", now.minus(Duration.ofMinutes(10)))
                .replace("\"place\":null", "\"place\":" + place);
    }

    private static String unit(String id, String state, String incident) {
        return """
                {"type":"units","units":[{"unit":"%s","role":"psu","count":25,"state":"%s",
                 "incident":"%s","protest":null,"location":null,"areas":["rotherham"],
                 "effectiveAt":"%s","observer":"%s"}],"left":[]}""".formatted(id, state, incident,
                Instant.now(), id);
    }

    /** Two incidents far apart. */
    private void watchTwo() {
        watch(Said.picture("c0", incidentAt("i1", 53.40, -1.25), incidentAt("i2", 53.60, -1.60)));
        map.awaitThing("i1");
        map.awaitThing("i2");
    }

    @Test
    void areas_are_drawn_by_how_many_people_are_there() {
        watch(Said.picture("c0"));
        screen.await("outlines", () -> !map.area("rotherham").isMissingNode());
        screen.await("its step", () -> map.area("rotherham").path("step").asInt() == 1);
        screen.await("its label", () -> map.labels().contains("Rotherham 40–60"));
        String before = map.pixels();
        service.say(Said.changedAreas(0).replace("\"best\":49", "\"best\":2100"));
        screen.await("its new step", () -> map.area("rotherham").path("step").asInt() == 4);
        screen.await("other pixels", () -> !map.pixels().equals(before));
    }

    @Test
    void an_area_without_recent_data_is_hatched_and_all_are_when_the_feed_is_lost() {
        watch(Said.picture("c0"));
        screen.await("outlines", () -> !map.area("rotherham").isMissingNode());
        assertThat(map.area("rotherham").path("hatched").asBoolean()).isFalse();
        service.say(Said.changedAreas(0).replace("\"reporting\"", "\"silent\""));
        screen.await("a hatch", () -> map.area("rotherham").path("hatched").asBoolean());
        service.say(Said.changedAreas(0));
        screen.await("no hatch", () -> !map.area("rotherham").path("hatched").asBoolean());
        service.goDown();
        screen.awaitState("stale");
        screen.await("a hatch", () -> map.area("south-yorkshire").path("hatched").asBoolean());
    }

    @Test
    void an_incident_appears_where_it_is_with_its_units_round_it_and_goes_when_it_is_closed() {
        watch(Said.picture("c0"));
        screen.await("outlines", () -> !map.area("rotherham").isMissingNode());
        String empty = map.pixels();
        service.say(Said.incidents(incidentAt("i1", 53.40, -1.25)));
        service.say(unit("RT21", "at-scene", "i1"));
        map.awaitThing("i1");
        map.awaitThing("RT21");
        assertThat(map.pixels()).isNotEqualTo(empty);
        double apart = Math.hypot(
                map.thing("i1").path("x").asDouble() - map.thing("RT21").path("x").asDouble(),
                map.thing("i1").path("y").asDouble() - map.thing("RT21").path("y").asDouble());
        assertThat(apart).isBetween(18.0, 40.0);
        screen.page.locator(".map-switches button").nth(1).click();
        screen.await("no unit", () -> map.thing("RT21").isMissingNode());
        service.say(Said.incidents(Said.incident("i1", "Over", "closed")));
        screen.await("no incident", () -> map.thing("i1").isMissingNode());
    }

    @Test
    void what_is_clicked_is_selected_and_what_is_selected_in_a_list_is_marked_on_the_map() {
        watchTwo();
        map.click("i1");
        screen.await("the address", () -> screen.page.url().endsWith("#sel=incident.i1"));
        assertThat(map.chosen()).isEqualTo("incident i1");
        screen.await("its row", () -> screen.page.locator("[data-incident='i1'] summary")
                .getAttribute("aria-current") != null);
        screen.page.locator("[data-incident='i2'] summary").click();
        screen.await("the other", () -> map.chosen().equals("incident i2"));
        map.clickAt(4, 4);
        screen.await("nothing", () -> !screen.page.url().contains("sel="));
    }

    @Test
    void what_is_selected_out_of_sight_is_brought_into_sight() {
        watchTwo();
        map.click("i1");
        for (int press = 0; press < 4; press++) {
            map.key("+");
        }
        screen.list("incidents");
        screen.page.locator("[data-incident='i2'] summary").click();
        map.awaitThing("i2");
        var box = screen.page.locator(".map-canvas").boundingBox();
        screen.await("in sight",
                () -> map.thing("i2").path("x").asDouble(-1) > 0
                        && map.thing("i2").path("x").asDouble() < box.width
                        && map.thing("i2").path("y").asDouble() > 0
                        && map.thing("i2").path("y").asDouble() < box.height);
    }

    @Test
    void a_thing_shows_its_most_urgent_alert_until_somebody_acknowledges_it() {
        watchTwo();
        assertThat(map.thing("i1").path("rank").asInt()).isZero();
        String high = alertAbout("i1", "a1", "high");
        service.say(SaidAlerts.changed(high, alertAbout("i1", "a2", "low")));
        screen.await("high", () -> map.thing("i1").path("rank").asInt() == 3);
        service.say(SaidAlerts.changed(SaidAlerts.acknowledged(high, "desk-2")));
        screen.await("low", () -> map.thing("i1").path("rank").asInt() == 1);
        assertThat(map.thing("i2").path("rank").asInt()).isZero();
    }

    @Test
    void a_cluster_counts_the_alerts_in_it_and_a_critical_one_stands_alone() {
        watch(Said.picture("c0", incidentAt("i1", 53.40, -1.25), incidentAt("i2", 53.401, -1.251),
                incidentAt("i3", 53.402, -1.252)));
        screen.await("a cluster", () -> map.drawn().at("/clusters/0/things").asInt() == 3);
        service.say(SaidAlerts.changed(alertAbout("i1", "a1", "high")));
        screen.await("its badge", () -> map.drawn().at("/clusters/0/open").asInt() == 1);
        service.say(SaidAlerts.changed(alertAbout("i2", "a2", "critical")));
        map.awaitThing("i2");
        assertThat(map.drawn().at("/clusters/0/things").asInt()).isEqualTo(2);
    }

    @Test
    void a_route_a_ground_and_a_clash_are_drawn_and_the_clash_is_said() {
        watch(Said.protests(ALL));
        screen.await("outlines", () -> !map.area("rotherham").isMissingNode());
        service.say(Said.changedProtests(
                Said.clashing(protestAt("p1", "{\"type\":\"Point\",\"coordinates\":[-1.25,53.40]}"),
                        "p2"),
                Said.clashing(protestAt("p2",
                        "{\"type\":\"LineString\",\"coordinates\":[[-1.6,53.55],[-1.5,53.5]]}"),
                        "p1"),
                protestAt("p3", "{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[-1.0,53.6],[-0.95,53.6],[-0.95,53.63],[-1.0,53.6]]]}")));
        for (String id : List.of("p1", "p2", "p3")) {
            map.awaitThing(id);
        }
        assertThat(map.labels()).contains("Clash: 171 m apart, opposed");
    }

    @Test
    void the_keys_pan_zoom_point_and_select_and_lead_to_the_list() {
        watchTwo();
        double x = map.thing("i1").path("x").asDouble();
        map.key("ArrowRight");
        screen.await("panned", () -> map.thing("i1").path("x").asDouble() < x - 100);
        map.key("0");
        screen.await("home", () -> Math.abs(map.thing("i1").path("x").asDouble() - x) < 1);
        map.key("Alt+ArrowLeft");
        String pointed = map.drawn().at("/pointed/id").asText();
        assertThat(pointed).isNotEmpty();
        assertThat(screen.page.locator("#polite").innerText()).isNotEmpty();
        assertThat(screen.page.url()).doesNotContain("sel=");
        map.key("Enter");
        screen.await("selected", () -> screen.page.url().contains("." + pointed));
        map.key("l");
        screen.awaitText(".map-list h3", "in view");
        assertThat(
                screen.page.evaluate("() => document.activeElement.closest('.map-list') !== null"))
                .isEqualTo(true);
        screen.page.locator(".map-list [data-ref='incident i2']").press("Enter");
        screen.await("selected in the list", () -> map.chosen().equals("incident i2"));
        assertThat(screen.page.locator(".map-list [aria-current]").innerText())
                .contains("Incident i2", "ongoing", "40–60 people");
    }

    @Test
    void things_at_one_place_are_reached_one_after_the_other() {
        watch(Said.picture("c0", incidentAt("i1", 53.40, -1.25), incidentAt("i2", 53.40, -1.25)));
        screen.await("a cluster", () -> map.drawn().at("/clusters/0/things").asInt() == 2);
        var cluster = map.drawn().at("/clusters/0");
        map.clickAt(cluster.path("x").asDouble(), cluster.path("y").asDouble());
        screen.await("the first", () -> map.chosen().equals("incident i1"));
        map.key("Alt+ArrowRight");
        assertThat(map.drawn().at("/pointed/id").asText()).isEqualTo("i2");
    }

    @Test
    void where_the_map_is_and_what_it_leaves_out_outlive_a_reload() {
        watchTwo();
        map.key("+");
        map.key("ArrowRight");
        screen.page.locator(".map-switches button").nth(2).click();
        screen.await("the address", () -> screen.page.url().contains("map=-"));
        screen.await("no label", () -> map.labels().isEmpty());
        screen.page.waitForTimeout(500);
        double x = map.thing("i1").path("x").asDouble();
        screen.page.reload();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(Said.picture("c1", incidentAt("i1", 53.40, -1.25)));
        service.say(Said.live("c2"));
        map.awaitThing("i1");
        screen.await("the same place",
                () -> Math.abs(map.thing("i1").path("x").asDouble() - x) < 2);
        assertThat(map.labels()).isEmpty();
    }

    @Test
    void thousands_of_points_are_all_on_the_map_in_clusters() {
        String[] incidents = new String[3_000];
        for (int index = 0; index < incidents.length; index++) {
            incidents[index] = incidentAt("i" + index, 53.32 + index % 60 * 0.005,
                    -1.75 + Math.floorDiv(index, 60) * 0.016);
        }
        watch(Said.picture("c0", incidents));
        screen.await("all of them", () -> {
            int single = map.drawn().path("things").size();
            int clustered = map.drawn()
                    .path("clusters")
                    .findValuesAsText("things")
                    .stream()
                    .mapToInt(Integer::parseInt)
                    .sum();
            return single + clustered == incidents.length;
        });
        assertThat(map.drawn().path("clusters").size()).isBetween(20, 1_000);
    }

    @Test
    void forced_colours_reach_the_canvas_and_with_reduced_motion_nothing_blinks() {
        watchTwo();
        service.say(SaidAlerts.changed(alertAbout("i1", "a1", "critical")));
        screen.await("critical", () -> map.thing("i1").path("rank").asInt() == 4);
        String bright = map.pixels();
        screen.await("a change of brightness", () -> !map.pixels().equals(bright));
        screen.page.emulateMedia(
                new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        screen.page.waitForTimeout(700);
        String still = map.pixels();
        screen.page.waitForTimeout(1_200);
        assertThat(map.pixels()).isEqualTo(still);
        screen.page
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        screen.await("forced ground",
                () -> map.pixel(2, 2).equals("255,255,255") || map.pixel(2, 2).equals("0,0,0"));
    }

    @Test
    void the_map_asks_for_no_webgl_and_for_nothing_outside_and_the_console_stays_empty() {
        screen.page.addInitScript("""
                (() => { const real = HTMLCanvasElement.prototype.getContext; window.asked = [];
                  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                    window.asked.push(kind);
                    return /webgl/.test(kind) ? null : real.call(this, kind, ...rest); }; })();""");
        watchTwo();
        assertThat(screen.page.evaluate("() => [...new Set(window.asked)].join()")).isEqualTo("2d");
        screen.page.setViewportSize(600, 800);
        screen.place("lists");
        screen.place("map");
        screen.page.setViewportSize(1280, 720);
        map.awaitThing("i1");
        assertThat(screen.console()).isEmpty();
        assertThat(screen.foreignRequests()).isEmpty();
    }

    @Test
    void axe_finds_nothing_and_nothing_is_cut_or_overlaps_at_any_width() {
        watchTwo();
        map.click("i1");
        map.key("l");
        for (int[] size : new int[][] {{1920, 1080}, {1440, 900}, {1280, 720}, {480, 800},
                {360, 740}}) {
            screen.page.setViewportSize(size[0], size[1]);
            screen.place("map");
            assertThat(screen.violations()).as("%s", size[0]).isEmpty();
            assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(size[0]);
            assertThat((List<?>) screen.page.evaluate(BADLY_PLACED)).as("%s", size[0]).isEmpty();
        }
    }

    /** Parts of the board that overlap, buttons whose words are cut, controls too small to hit. */
    private static final String BADLY_PLACED = """
            () => {
              const found = [];
              const seen = all => [...document.querySelectorAll(all)].filter(one => one.offsetWidth > 0);
              const places = seen('.place').map(one => [one, one.getBoundingClientRect()]);
              for (const [a, first] of places) {
                for (const [b, second] of places) {
                  if (a !== b && first.left < second.right - 1 && second.left < first.right - 1
                      && first.top < second.bottom - 1 && second.top < first.bottom - 1) {
                    found.push(`${a.dataset.place} over ${b.dataset.place}`);
                  }
                }
              }
              for (const button of seen('muster-map button, muster-lists [role=tab], .header button')) {
                const { width, height, right } = button.getBoundingClientRect();
                if (button.scrollWidth > button.clientWidth + 1 || right > innerWidth || width < 24 || height < 24) {
                  found.push(button.innerText);
                }
              }
              return found;
            }""";

    @Test
    void a_tab_out_of_sight_keeps_no_wish_for_each_change() {
        watch(Said.picture("c0"));
        screen.page.locator(".axis-slider").waitFor();
        screen.page.evaluate("""
                () => { window.wishes = 0;
                  window.requestAnimationFrame = () => { window.wishes++; return 1; }; }""");
        for (int change = 1; change <= 200; change++) {
            service.say(Said.live("c" + change));
        }
        screen.await("the last",
                () -> screen.page
                        .evaluate("() => document.querySelector('muster-map').picture.cursor")
                        .equals("c200"));
        assertThat(((Number) screen.page.evaluate("() => window.wishes")).intValue())
                .isLessThan(50);
    }
}
