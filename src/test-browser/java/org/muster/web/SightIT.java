package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn, for eyes that see colours otherwise, in the colours that a system forces, and on paper. */
final class SightIT extends ScriptedBoard {
    private static final List<String> LEVELS = List.of("critical", "high", "medium", "low");
    /** Two symbols that shared a shape would differ by less than this. */
    private static final double APART_MIN = 0.2;

    private static final String AXIS = ".axis-area canvas";
    /** Colours of the dark theme, and of the light one, in which things are on paper: 4.5 to 1 and more on white. */
    private static final String DATA_DARK = "143,198,207";
    private static final String DATA = "31,90,102";
    private static final String P1_DARK = "255,107,94";
    private static final String P1 = "164,22,26";

    /** Colours of a canvas that more than a thousandth of its inked pixels have, as "red,green,blue". */
    private static final String COLOURS = """
            canvas => {
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const found = new Map();
              let inked = 0;
              for (let at = 0; at < data.length; at += 4) {
                if (data[at + 3] > 250) {
                  inked++;
                  const key = data.slice(at, at + 3).join();
                  found.set(key, (found.get(key) ?? 0) + 1);
                }
              }
              return [...found].filter(([, count]) => count > Math.max(2, inked / 1000)).map(([key]) => key);
            }""";
    /** What the system's colours come to here. */
    private static final String SYSTEM = """
            () => ['Canvas', 'CanvasText', 'GrayText', 'Highlight'].map(name => {
              const probe = document.body.appendChild(document.createElement('i'));
              probe.style.forcedColorAdjust = 'none';
              probe.style.color = name;
              const { color } = getComputedStyle(probe);
              probe.remove();
              return color.match(/\\d+/g).slice(0, 3).join();
            })""";

    /** An hour in which people and officers were counted, with alerts and reports. */
    private static String series() {
        var points = new StringBuilder();
        Instant now = Instant.now();
        for (int step = 12; step >= 0; step--) {
            points.append(points.isEmpty() ? "" : ",")
                    .append("""
                            {"at":"%s","state":"known","crowd":{"low":%d,"best":%d,"high":%d},
                             "officers":{"atScene":40,"enRoute":12,"requested":6,"planned":60},
                             "peoplePerOfficer":{"best":%d,"cautious":%d},"arrests":{"total":%d,"inStep":1},"reports":3,
                             "alerts":{"critical":1,"high":1,"medium":2,"low":1,"raised":4}}"""
                            .formatted(now.minus(Duration.ofMinutes(10L * step)), 900 - 20 * step,
                                    1_000 - 20 * step, 1_200 - 10 * step, 25 - step, 30 - step,
                                    14 - step));
        }
        return "{\"subject\":{\"type\":\"area\",\"id\":\"rotherham\"},\"stepSeconds\":600,\"plan\":null,\"points\":["
                + points + "]}";
    }

    private void showCharts() {
        service.answer("/series?*", 200, series());
        service.answer("/rules", 200, "{\"version\":1,\"schedules\":[],\"rules\":[]}");
        service.answer("/watchlist?*", 200, "{\"night\":\"2034-09-06\",\"items\":[]}");
        service.answer("/crime-recording?*", 503, "{\"status\":503,\"detail\":\"busy\"}");
        watch(Said.picture("c0", Said.open("1", "Ivanhoe Road")));
        screen.page.evaluate("() => { location.hash = 'view=area.rotherham'; }");
        screen.page.locator("[data-chart='alerts'] canvas").waitFor();
        screen.await("drawn", () -> !colours("[data-chart='crowd'] canvas").isEmpty());
    }

    private static String incidentAt(String id, String lat, String lon) {
        return Said.open(id, "Incident " + id)
                .replace("\"lat\":53.3966,\"lon\":-1.2537", "\"lat\":" + lat + ",\"lon\":" + lon);
    }

    /** Four incidents far apart, each with an alert of another level. */
    private MapScreen showLevels() {
        List<String> lats = List.of("53.55", "53.40", "53.58", "53.36");
        List<String> lons = List.of("-1.6", "-1.6", "-1.25", "-1.0");
        String[] incidents = new String[LEVELS.size()];
        for (int i = 0; i < incidents.length; i++) {
            incidents[i] = incidentAt(LEVELS.get(i), lats.get(i), lons.get(i));
        }
        watch(Said.picture("c0", List.of("areas", "incidents", "protests", "units", "alerts"),
                incidents));
        service.say(SaidAlerts.changed(LEVELS.stream()
                .map(level -> SaidAlerts.alert("a-" + level, level, "Alert " + level)
                        .replaceFirst("\"subject\":\\{[^}]*}",
                                "\"subject\":{\"type\":\"incident\",\"id\":\"" + level + "\"}"))
                .toArray(String[]::new)));
        var map = new MapScreen(screen);
        for (String level : LEVELS) {
            map.awaitThing(level);
            screen.await(level,
                    () -> map.thing(level).path("rank").asInt() == 4 - LEVELS.indexOf(level));
        }
        screen.page.locator(".map-switches button").getByText("Labels").click();
        screen.await("no labels", () -> map.labels().isEmpty());
        return map;
    }

    @SuppressWarnings("unchecked")
    private List<String> colours(String canvas) {
        return (List<String>) screen.page.locator(canvas).first().evaluate(COLOURS);
    }

    private void force() {
        screen.page
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    }

    @SuppressWarnings("unchecked")
    private List<String> foreignTo(String canvas) {
        List<String> system = (List<String>) screen.page.evaluate(SYSTEM);
        return colours(canvas).stream()
                .filter(colour -> system.stream()
                        .noneMatch(one -> system.stream()
                                .anyMatch(other -> isBetween(one, other, colour))))
                .toList();
    }

    /** Whether a colour is one of two or, where their edges meet, a mixture of them. */
    private static boolean isBetween(String one, String other, String colour) {
        int[] a = channels(one);
        int[] b = channels(other);
        int[] of = channels(colour);
        double along = 0;
        double length = 0;
        for (int i = 0; i < 3; i++) {
            along += (of[i] - a[i]) * (b[i] - a[i]);
            length += Math.pow(b[i] - a[i], 2);
        }
        double share = length == 0 ? 0 : Math.clamp(along / length, 0, 1);
        double off = 0;
        for (int i = 0; i < 3; i++) {
            off = Math.max(off, Math.abs(a[i] + share * (b[i] - a[i]) - of[i]));
        }
        return off < 6;
    }

    private void awaitForced(String canvas) {
        screen.await(canvas + " in the system's colours, not in " + foreignTo(canvas),
                () -> foreignTo(canvas).isEmpty() && !colours(canvas).isEmpty());
    }

    private static int[] channels(String colour) {
        String[] parts = colour.split(",", -1);
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])};
    }

    private static boolean near(String one, String other) {
        int[] a = channels(one);
        int[] b = channels(other);
        return Math.abs(a[0] - b[0]) < 6 && Math.abs(a[1] - b[1]) < 6 && Math.abs(a[2] - b[2]) < 6;
    }

    private static boolean isGrey(String colour) {
        int[] of = channels(colour);
        return Math.abs(of[0] - of[1]) < 4 && Math.abs(of[1] - of[2]) < 4;
    }

    @Test
    void charts_are_drawn_in_the_colours_that_the_system_forces() {
        showCharts();
        assertThat(foreignTo("[data-chart='crowd'] canvas")).as("of the theme").isNotEmpty();
        force();
        for (String chart : List.of("crowd", "officers", "ratio", "arrests", "reports", "alerts")) {
            String canvas = "[data-chart='" + chart + "'] canvas";
            awaitForced(canvas);
        }
        screen.picture("forced-charts");
    }

    @Test
    void map_and_axis_are_drawn_in_the_colours_that_the_system_forces() {
        service.answer("/timeline?*", 200, happened());
        showLevels();
        assertThat(foreignTo(".map-canvas canvas")).as("of the theme").isNotEmpty();
        screen.await("the axis", () -> !foreignTo(AXIS).isEmpty());
        force();
        for (String canvas : List.of(".map-canvas canvas", AXIS)) {
            awaitForced(canvas);
        }
        screen.picture("forced-map");
    }

    /** An incident and an alert an hour ago. */
    private static String happened() {
        Instant now = Instant.now();
        return """
                {"from":"%s","to":"%s","begun":"%s","protests":[],"incidents":[{"id":"i","title":"Fight","category":"disturbance",
                 "status":"ongoing","drill":false,"openedAt":"%s","closedAt":null}],
                 "alerts":[{"id":"a","message":"Many","severity":"critical","state":"acknowledged","drill":false,
                  "subject":{"type":"incident","id":"i"},"raisedAt":"%s","clearedAt":null}],
                 "floods":[],"more":{"protests":0,"incidents":0,"alerts":0}}""".formatted(
                now.minusSeconds(7_200), now.plusSeconds(7_200), now.minusSeconds(9_000),
                now.minusSeconds(3_600), now.minusSeconds(3_600));
    }

    @Test
    void on_paper_charts_map_and_axis_are_dark_on_white_and_on_the_screen_as_before() {
        service.answer("/timeline?*", 200, happened());
        showCharts();
        List<String> charts = List.of("[data-chart='crowd'] canvas",
                "[data-chart='officers'] canvas", "[data-chart='ratio'] canvas");
        charts.forEach(
                chart -> screen.await(chart, () -> has(chart, DATA_DARK) && !has(chart, DATA)));
        print(Media.PRINT);
        charts.forEach(
                chart -> screen.await(chart, () -> has(chart, DATA) && !has(chart, DATA_DARK)));
        assertThat(screen.page.locator(".chart button:visible").count()).isZero();
        screen.picture("print-charts");
        print(Media.SCREEN);
        screen.await("the screen as before", () -> has(charts.getFirst(), DATA_DARK));
        screen.page.evaluate("() => { location.hash = ''; }");
        screen.await("the axis", () -> screen.page.locator(AXIS).count() == 1);
        screen.await("an alert on it", () -> has(AXIS, P1_DARK));
        print(Media.PRINT);
        screen.await("the axis on paper", () -> has(AXIS, P1) && !has(AXIS, P1_DARK));
        screen.await("the map on paper",
                () -> new MapScreen(screen).pixel(2, 2).equals("217,221,224"));
        screen.picture("print-board");
    }

    private void print(Media media) {
        screen.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
    }

    private boolean has(String canvas, String colour) {
        return colours(canvas).stream().anyMatch(one -> near(one, colour));
    }

    private static double luminance(int... channels) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double share = channels[i] / 255.0;
            sum += weights[i]
                    * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "deuteranopia", "protanopia", "tritanopia", "achromatopsia"})
    void levels_are_told_apart_by_shape_whatever_the_colours_look_like(String sight) {
        MapScreen map = showLevels();
        var type = new JsonObject();
        type.addProperty("type", sight);
        screen.page.context()
                .newCDPSession(screen.page)
                .send("Emulation.setEmulatedVisionDeficiency", type);
        screen.picture("sight-" + sight);
        var onMap = new LinkedHashMap<String, boolean[][]>();
        var inQueue = new LinkedHashMap<String, boolean[][]>();
        BoundingBox canvas = screen.page.locator(".map-canvas").boundingBox();
        for (String level : LEVELS) {
            var thing = map.thing(level);
            onMap.put(level, silhouette(canvas.x + thing.path("x").asDouble(),
                    canvas.y + thing.path("y").asDouble(), sight));
            BoundingBox symbol = screen.page
                    .locator("muster-queue .shape.symbol[data-level='" + level + "']")
                    .first()
                    .boundingBox();
            inQueue.put(level,
                    silhouette(symbol.x + symbol.width / 2, symbol.y + symbol.height / 2, sight));
        }
        assertApart("on the map", onMap);
        assertApart("in the queue", inQueue);
    }

    private static void assertApart(String where, Map<String, boolean[][]> shapes) {
        shapes.forEach((one, shape) -> shapes.forEach((other, another) -> {
            if (LEVELS.indexOf(one) < LEVELS.indexOf(other)) {
                assertThat(apart(shape, another)).as("%s and %s %s", one, other, where)
                        .isGreaterThan(APART_MIN);
            }
        }));
    }

    private static final int SIDE = 24;

    /** What stands out of its surroundings, as it is seen. */
    private boolean[][] silhouette(double x, double y, String sight) {
        BufferedImage seen = seen(Math.round(x) - SIDE / 2.0, Math.round(y) - SIDE / 2.0);
        double[][] light = new double[SIDE][SIDE];
        double most = 0;
        double least = 1;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int rgb = seen.getRGB(column, row);
                int[] of = {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
                if (sight.equals("achromatopsia")) {
                    assertThat(isGrey(of[0] + "," + of[1] + "," + of[2])).as("seen in grey")
                            .isTrue();
                }
                light[row][column] = luminance(of);
                most = Math.max(most, light[row][column]);
                least = Math.min(least, light[row][column]);
            }
        }
        boolean[][] shape = new boolean[SIDE][SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                shape[row][column] = light[row][column] > (most + least) / 2;
            }
        }
        return shape;
    }

    private BufferedImage seen(double x, double y) {
        try {
            return ImageIO.read(new ByteArrayInputStream(screen.page
                    .screenshot(new Page.ScreenshotOptions().setClip(x, y, SIDE, SIDE))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The share of two shapes that only one of them has, laid on each other as well as can be. */
    private static double apart(boolean[][] one, boolean[][] other) {
        double least = 1;
        for (int down = -2; down <= 2; down++) {
            for (int right = -2; right <= 2; right++) {
                least = Math.min(least, apart(one, other, down, right));
            }
        }
        return least;
    }

    private static double apart(boolean[][] one, boolean[][] other, int down, int right) {
        int either = 0;
        int differs = 0;
        for (int row = 2; row < SIDE - 2; row++) {
            for (int column = 2; column < SIDE - 2; column++) {
                boolean a = one[row][column];
                boolean b = other[row + down][column + right];
                either += a || b ? 1 : 0;
                differs += a == b ? 0 : 1;
            }
        }
        return either == 0 ? 0 : (double) differs / either;
    }
}
