package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** What a controller does in a shift, at the real service, with the keyboard alone. */
final class ShiftIT {
    /** Where the browser is. */
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** More stops than a test looks at on one screen. */
    private static final int STOPS_MAX = 50;

    /** Between the last stop of a page and its first lies at most the page itself. */
    private static final int ENDS_MAX = 2;

    /** It is looked at, and has nothing to stop at. */
    private static final String WALL = "muster-wall";

    private static Browsing browsing;
    private static ServiceProcess service;
    private static Api radio;

    private Shift desk;
    private String name;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        browsing = new Browsing();
        service = ServiceProcess.start(folder.resolve("data"));
        radio = new Api(service::url, service.token("supervisor", "radio"));
    }

    @AfterAll
    static void stop() {
        browsing.close();
        service.close();
    }

    @BeforeEach
    void begin() throws Exception {
        name = "desk-" + System.nanoTime();
        desk = Shift.begin(browsing, service, name);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void the_newest_critical_alert_is_found_acknowledged_taken_noted_and_given_back()
            throws Exception {
        emergency("RT21");
        String alert = emergency("RT22");
        desk.awaitAlert(alert, "unacknowledged");
        desk.keys.press("F2", "Home");
        desk.screen.await("the newest emergency first", () -> alert.equals(first()));
        assertThat(desk.keys.isSeen()).isTrue();
        assertThat(row(alert)).contains("RT22", "SOS", "new", "no owner");
        desk.keys.press("a");
        desk.awaitAlert(alert, "acknowledged");
        desk.screen.awaitText("#queue-said", "Acknowledged");
        desk.keys.press("t");
        desk.screen.awaitText(Shift.row(alert), "with you");
        desk.keys.press("n");
        desk.keys.type("Dog unit is on its way.");
        desk.keys.press("Enter");
        desk.screen.awaitText("#queue-said", "Note kept");
        assertThat(radio.get("alerts/" + alert).path("history").toString())
                .contains("Dog unit is on its way.");
        desk.keys.press("u");
        desk.screen.awaitText(Shift.row(alert), "no owner");
        desk.keys.press("u");
        desk.awaitAlert(alert, "unacknowledged");
        assertThat(radio.get("alerts/" + alert).path("acknowledgedBy").isNull()).isTrue();
        desk.checkQuiet();
    }

    @Test
    void an_incident_is_opened_from_its_alert_with_every_estimate_and_who_gave_it()
            throws Exception {
        String incident = major("Fire at the yard");
        estimate(incident, "RT31", 40, 60);
        estimate(incident, "NP22", 500, 900);
        String alert = Shift.alert(radio, "major-incident", incident);
        desk.awaitAlert(alert, "unacknowledged");
        desk.keys.press("F2", "/");
        desk.keys.type("yard");
        desk.keys.press("ArrowDown", "Home", "Enter", "F4");
        desk.screen.awaitText("muster-selected", "Major incident declared: Fire at the yard");
        desk.keys.tabTo("muster-selected .link");
        desk.keys.press("Enter");
        desk.screen.awaitText("muster-selected h2", "Fire at the yard");
        String shown = desk.screen.page.locator("muster-selected").innerText();
        assertThat(shown).contains("RT31", "40–60", "NP22", "500–900", "outlier", "RT30");
        desk.screen.awaitText("muster-timeline", "500");
        desk.checkQuiet();
    }

    @Test
    void a_report_by_radio_is_written_and_is_in_the_feed_and_in_the_panel() {
        desk.keys.press("Alt+n");
        desk.screen.await("the form", () -> desk.keys.isAt("[name='callSign']"));
        desk.keys.fill("RT34");
        desk.keys.fill("disturbance");
        desk.keys.fill("Chantry Bridge");
        desk.keys.fill("40-60");
        desk.keys.tabTo("[name='text']");
        desk.keys.type("They stand on the bridge.");
        desk.keys.tabTo("[name='position']");
        desk.keys.type("53.4325, -1.3560");
        assertThat(desk.keys.isSeen()).isTrue();
        desk.keys.press("Enter");
        desk.screen.awaitText(".receipt", "Recorded");
        assertThat(desk.screen.page.locator(".receipt").innerText()).contains("RT34",
                "Rotherham town centre");
        desk.keys.press("Tab", "Tab", "Enter");
        desk.screen.awaitText("muster-selected", "Chantry Bridge");
        assertThat(desk.screen.page.locator("muster-selected").innerText()).contains("40–60",
                "RT34");
        desk.screen.await("the feed",
                () -> desk.screen.page.locator("muster-feed")
                        .innerText()
                        .contains("Chantry Bridge"));
        desk.checkQuiet();
    }

    @Test
    void a_protest_is_planned_against_another_and_their_clash_is_an_alert() throws Exception {
        String march = planned("March for the mill", 53.5228, -1.1335);
        desk.screen.await("the march",
                () -> desk.screen.page.locator("[data-protest='" + march + "']").count() == 1);
        desk.keys.press("Alt+p");
        desk.screen.await("the form", () -> desk.keys.isAt("[name='title']"));
        desk.keys.fill("March against the mill");
        desk.keys.fill("Static");
        desk.keys.fill(local(2));
        desk.keys.tabTo("[name='place']");
        desk.keys.type("53.5220, -1.1350");
        desk.keys.tabTo("[name='expected']");
        desk.keys.fill("50-100");
        desk.keys.fill("60");
        desk.keys.tabTo("#plan-opposes");
        desk.keys.type("for the mill");
        desk.keys.press("Enter");
        desk.screen.awaitText("muster-plan-form .chosen", "March for the mill");
        desk.keys.press("Enter");
        desk.screen.awaitText("muster-plan-form .receipt", "clash");
        desk.keys.press("Enter");
        desk.screen.await("the alert",
                () -> desk.screen.page.locator("[data-alert]")
                        .filter(new Locator.FilterOptions().setHasText(
                                "March against the mill clashes with March for the mill"))
                        .count() == 1);
        desk.screen.awaitText("[data-protest='" + march + "']", "March against the mill");
        desk.checkQuiet();
    }

    @Test
    void every_screen_is_reached_by_keys_and_each_stop_on_it_is_in_sight() throws Exception {
        String incident = major("Seen by keys");
        estimate(incident, "RT71", 40, 60);
        planned("March past the mill", 53.4308, -1.3566);
        desk.screen.page.setViewportSize(1280, 720);
        goTo("Alt+2", "muster-wide-queue");
        goTo("Alt+4", "muster-arrests-screen");
        goTo("Alt+5", ".timeline-rows");
        goTo("Alt+6", WALL);
        goTo("Alt+3", "muster-units-screen");
        desk.keys.tabTo("muster-units-screen a[href$='area.rotherham']");
        goTo("Enter", "muster-area-screen [data-chart='alerts'] canvas");
        desk.keys.tabTo("muster-area-screen a[href*='protest.']");
        goTo("Enter", "muster-protest-screen [data-chart='alerts'] canvas");
        desk.keys.press("Escape", "F2");
        desk.screen.await("the queue of the board", () -> desk.keys.isAt("muster-board .alerts"));
        desk.checkQuiet();
    }

    /** Goes to a screen, and by Tab through all of it, there and back. */
    private void goTo(String key, String shows) {
        desk.keys.press(key);
        desk.screen.page.locator(shows).first().waitFor();
        desk.screen.page.evaluate("() => document.getElementById('main').focus()");
        for (String step : List.of("Tab", "Shift+Tab")) {
            desk.keys.press(step);
            for (int ends = 0; ends < ENDS_MAX && !desk.keys.isAt("#main :focus"); ends++) {
                desk.keys.press(step);
            }
            int stops = 0;
            for (; stops < STOPS_MAX && desk.keys.isAt("#main :focus"); stops++) {
                assertThat(desk.keys.isSeen()).as("%s on %s to %s", step, shows, desk.keys.at())
                        .isTrue();
                desk.keys.press(step);
            }
            assertThat(stops).as("%s leads out of %s", step, shows).isLessThan(STOPS_MAX);
            assertThat(stops > 0).as("%s leads into %s", step, shows)
                    .isEqualTo(!shows.equals(WALL));
        }
    }

    @Test
    void of_two_desks_that_acknowledge_one_alert_the_second_is_told_who_was_first()
            throws Exception {
        AtomicBoolean slow = new AtomicBoolean();
        try (Shift other = Shift.begin(slowed(slow), service, "late-" + name)) {
            String alert = emergency("RT51");
            for (Shift each : new Shift[] {desk, other}) {
                each.awaitAlert(alert, "unacknowledged");
                each.keys.press("F2", "Home");
                each.screen.await("the emergency first", () -> alert.equals(current(each)));
            }
            slow.set(true);
            desk.keys.press("a");
            desk.screen.awaitText("#queue-said", "Acknowledged");
            other.keys.press("a");
            other.screen.awaitText("#queue-said", "Acknowledged by " + name + " at ");
            assertThat(other.screen.page.locator("#queue-said").innerText()).contains("not by you");
            other.screen.awaitText(Shift.row(alert), "acknowledged by " + name);
            slow.set(false);
            assertThat(radio.get("alerts/" + alert).path("acknowledgedBy").asText())
                    .isEqualTo(name);
            desk.checkQuiet();
            assertThat(other.screen.console()).allMatch(line -> line.contains("409"));
        }
    }

    @Test
    void axe_finds_nothing_on_any_screen_of_a_shift() throws Exception {
        String incident = major("Seen by axe");
        estimate(incident, "RT61", 40, 60);
        String alert = Shift.alert(radio, "major-incident", incident);
        desk.awaitAlert(alert, "unacknowledged");
        check("live");
        desk.keys.press("F2", "/");
        desk.keys.type("axe");
        desk.keys.press("ArrowDown", "Home", "Enter");
        desk.screen.awaitText("muster-history", "Raised");
        check("an alert is selected");
        desk.keys.press("a");
        desk.awaitAlert(alert, "acknowledged");
        check("it is acknowledged");
        desk.keys.press("n");
        check("a note is asked for");
        desk.keys.press("Escape", "F4");
        desk.keys.tabTo("muster-selected .link");
        desk.keys.press("Enter");
        desk.screen.awaitText("muster-selected h2", "Seen by axe");
        check("an incident is selected");
        for (String key : new String[] {"Alt+n", "Alt+p", "F1"}) {
            desk.keys.press(key);
            desk.screen.page.locator("dialog[open]").waitFor();
            check(key);
            desk.keys.press("Escape");
        }
        desk.screen.page.setViewportSize(360, 740);
        check("on a phone");
        desk.checkQuiet();
    }

    private void check(String what) {
        assertThat(desk.violations()).as(what).isEmpty();
    }

    /** The id of the queue's first row. */
    private String first() {
        return desk.screen.page.locator(".alerts [data-alert]").first().getAttribute("data-alert");
    }

    private static String current(Shift shift) {
        Locator row = shift.screen.page.locator("[data-alert][data-current]");
        return row.count() == 0 ? "" : row.getAttribute("data-alert");
    }

    private String row(String alert) {
        return desk.screen.page.locator(Shift.row(alert)).innerText();
    }

    /** A browser whose stream brings nothing but signs of life while it is slow. */
    private static BrowserContext slowed(AtomicBoolean slow) {
        BrowserContext profile = browsing.profile();
        profile.routeWebSocket("**/api/v1/stream", socket -> {
            WebSocketRoute server = socket.connectToServer();
            server.onMessage(frame -> {
                if (!slow.get() || frame.text().contains("\"type\":\"live\"")) {
                    socket.send(frame.text());
                }
            });
        });
        return profile;
    }

    /** An officer calls for help; the alert of it. */
    private static String emergency(String unit) throws IOException, InterruptedException {
        ObjectNode report = Shift.said(unit).put("emergency", true);
        report.putObject("location").put("lat", 53.4308).put("lon", -1.3566);
        recorded(radio.report(report));
        return Shift.alert(radio, "officer-emergency", unit);
    }

    /** Somebody declares a major incident; its id. */
    private static String major(String title) throws IOException, InterruptedException {
        ObjectNode report = Shift.said("RT30").put("category", "disturbance").put("title", title);
        report.putObject("location").put("lat", 53.4308).put("lon", -1.3566);
        report.putObject("methane").put("major", "declared");
        report.putArray("officers")
                .addObject()
                .put("unit", "RT30")
                .put("count", 25)
                .put("state", "at-scene");
        return recorded(radio.report(report)).path("incident").asText();
    }

    private static void estimate(String incident, String unit, int low, int high)
            throws IOException, InterruptedException {
        ObjectNode report = Shift.said(unit).put("incident", incident);
        report.putObject("crowd").put("low", low).put("high", high).put("method", "estimate");
        recorded(radio.report(report));
    }

    private static String planned(String title, double lat, double lon)
            throws IOException, InterruptedException {
        ObjectNode plan = Api.JSON.createObjectNode();
        plan.put("title", title).put("category", "static-assembly");
        plan.put("startsAt", ZonedDateTime.now(LONDON).plusHours(2).toOffsetDateTime().toString());
        plan.putObject("place").put("type", "Point").putArray("coordinates").add(lon).add(lat);
        return recorded(radio.plan(plan)).path("id").asText();
    }

    private static JsonNode recorded(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** A time of the browser's clock, as one types it. */
    private static String local(int hours) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .format(ZonedDateTime.now(LONDON).plusHours(hours));
    }
}
