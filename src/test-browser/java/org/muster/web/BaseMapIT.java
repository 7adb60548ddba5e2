package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.config.ShippedConfig;
import org.muster.it.ServiceProcess;

/** A base map from the operator's own tile server and own ground, before a real service. */
final class BaseMapIT {
    private static final String SERVER_DOWN = "error: Failed to load resource";
    private static final String GROUND = """
            {"type":"FeatureCollection","attribution":"Drawn by the county","features":[
             {"properties":{"kind":"water","name":"Reservoir"},"geometry":{"type":"Polygon","coordinates":
              [[[-1.75,53.52],[-1.55,53.5],[-1.5,53.6],[-1.7,53.63],[-1.75,53.52]]]}},
             {"properties":{"kind":"green"},"geometry":{"type":"Polygon","coordinates":
              [[[-1.3,53.3],[-1.1,53.28],[-1.05,53.4],[-1.25,53.42],[-1.3,53.3]]]}},
             {"properties":{"kind":"road"},"geometry":{"type":"LineString","coordinates":
              [[-2.0,53.2],[-1.5,53.38],[-1.25,53.43],[-1.13,53.52],[-0.7,53.6]]}},
             {"properties":{"kind":"rail"},"geometry":{"type":"MultiLineString","coordinates":
              [[[-1.47,53.2],[-1.47,53.38],[-1.36,53.43],[-1.14,53.52]]]}},
             {"properties":{"kind":"place","name":"Northmoor"},"geometry":{"type":"Point","coordinates":[-1.82,53.48]}}]}""";

    private static Browsing browsing;
    private static TileServer tiles;
    private static ServiceProcess service;

    private BrowserContext profile;
    private Screen screen;
    private MapScreen map;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        browsing = new Browsing();
        tiles = new TileServer();
        Path config = ShippedConfig.copiedTo(folder.resolve("config"));
        Path settings = config.resolve("muster.yaml");
        String shipped = Files.readString(settings);
        Files.writeString(settings, shipped.substring(0, shipped.indexOf("\ntiles:")) + """

                tiles:
                  url: %s/{z}/{x}/{y}.png
                  attribution: Tiles of the county
                  maxZoom: 12
                """.formatted(tiles.origin()));
        Files.writeString(config.resolve("ground.geojson"), GROUND);
        service = ServiceProcess.start(folder.resolve("data"), "--config", config.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        tiles.close();
        browsing.close();
    }

    @BeforeEach
    void openPage() {
        profile = browsing.profile();
        screen = new Screen(profile, Desk.origin(service));
        map = new MapScreen(screen);
    }

    @AfterEach
    void closePage() {
        Browsing.end(profile);
    }

    /** Signs in with the tile server in a mood; the areas must be drawn whatever that is. */
    private void look(TileServer.Mood mood) throws Exception {
        tiles.be(mood);
        screen.signIn(service.token("controller", "desk-" + System.nanoTime()));
        screen.awaitState("live");
        screen.await("the areas", () -> !map.area("thurcroft").isMissingNode());
        screen.await("the ground", () -> map.drawn().at("/base/features").asInt() == 5);
    }

    /** How many there are is a matter of the screen; that all come which were asked for is not. */
    private void awaitTiles() {
        screen.await("tiles", () -> tiles.asked().size() > 1
                && map.drawn().at("/base/tiles").asInt() == tiles.asked().size());
    }

    @Test
    void tiles_and_ground_lie_under_the_areas_and_come_from_where_they_are_configured()
            throws Exception {
        look(TileServer.Mood.WELL);
        awaitTiles();
        screen.awaitText(".map-base", "Tiles of the county · Drawn by the county");
        assertThat(tiles.asked()).allMatch(path -> path.matches("/[0-9]+/[0-9]+/[0-9]+\\.png"));
        assertThat(tiles.told()).isEmpty();
        assertThat(screen.foreignRequests()).isNotEmpty()
                .allMatch(address -> address.startsWith(tiles.origin() + "/"));
        screen.picture("base-dark");
        assertThat(screen.violations()).isEmpty();
        screen.menu("Light theme");
        screen.picture("base-light");
        assertThat(screen.violations()).isEmpty();
        String with = map.pixels();
        screen.page.locator(".map-switches button").getByText("Base map").click();
        screen.await("off", () -> !map.drawn().at("/base/on").asBoolean());
        screen.await("other pixels", () -> !map.pixels().equals(with));
        assertThat(screen.page.url()).contains("off=base");
        assertThat(screen.page.locator(".map-base").count()).isZero();
        screen.page.locator(".map-switches button").getByText("Base map").click();
        screen.await("the same again", () -> map.pixels().equals(with));
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void nearer_than_there_are_tiles_the_nearest_are_shown_larger() throws Exception {
        look(TileServer.Mood.WELL);
        awaitTiles();
        for (int press = 0; press < 6; press++) {
            String before = screen.page.url();
            map.key("+");
            screen.await("nearer", () -> !screen.page.url().equals(before));
        }
        screen.await("the nearest zoom",
                () -> tiles.asked().stream().anyMatch(path -> path.startsWith("/12/")));
        assertThat(tiles.asked()).noneMatch(path -> path.matches("/1[3-9]/.*"));
    }

    @Test
    void colours_that_somebody_asks_for_have_no_base_map_and_that_is_said() throws Exception {
        look(TileServer.Mood.WELL);
        screen.page
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        screen.awaitText(".map-base", "No base map is drawn");
        assertThat(map.drawn().at("/base/on").asBoolean()).isFalse();
        screen.picture("base-forced");
    }

    @Test
    void a_dead_tile_server_is_said_quietly_and_the_map_goes_on_with_its_own_ground()
            throws Exception {
        look(TileServer.Mood.FAILING);
        screen.awaitText(".map-base", "do not come at present");
        screen.awaitText(".map-base", tiles.origin().substring("http://".length()));
        assertThat(screen.page.locator(".panel.is-stale").count()).isZero();
        screen.picture("base-dead");
        assertThat(screen.violations()).isEmpty();
        int asked = tiles.asked().size();
        map.key("ArrowRight");
        screen.await("still live", () -> screen.state().equals("live"));
        assertThat(asked).isLessThan(200);
        assertThat(screen.console()).allMatch(line -> line.startsWith(SERVER_DOWN)
                || line.contains("Access-Control-Allow-Origin"));
    }

    @Test
    void a_base_map_that_did_not_come_is_asked_for_again() throws Exception {
        var failed = new AtomicInteger();
        for (String part : List.of("**/base-*.js", "**/ground.geojson")) {
            screen.page.route(part, route -> {
                failed.incrementAndGet();
                screen.page.unroute(part);
                route.abort();
            });
        }
        look(TileServer.Mood.WELL);
        screen.awaitText(".map-base", "Tiles of the county · Drawn by the county");
        assertThat(failed).hasValue(2);
    }

    @Test
    void a_silent_tile_server_holds_up_nothing() throws Exception {
        look(TileServer.Mood.SILENT);
        screen.await("asked", () -> !tiles.asked().isEmpty());
        assertThat(tiles.asked()).hasSizeLessThanOrEqualTo(4);
        map.key("+");
        screen.await("moved", () -> screen.page.url().contains("map="));
        map.key("0");
        screen.await("home", () -> !screen.page.url().contains("map="));
        screen.awaitText(".map-base", "do not come at present");
        assertThat(screen.state()).isEqualTo("live");
    }

    @Test
    void the_wall_has_the_same_base_map_without_a_switch() throws Exception {
        look(TileServer.Mood.WELL);
        screen.page.navigate(Desk.origin(service) + "/#view=wall");
        screen.page.reload();
        screen.awaitText(".map-frame.bare .map-base", "Tiles of the county");
        screen.await("tiles", () -> map.drawn().at("/base/tiles").asInt() > 1);
        screen.picture("base-wall");
        assertThat(screen.console()).isEmpty();
    }
}
