package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** Two desks work on the alerts of one service, each in a browser of its own, by keyboard. */
final class AlertDeskIT {
    /** Ahead of a page that is slow to hear of it, and not so far that the feed would be lost. */
    private static final long HELD_AHEAD_MILLIS = 3_000;

    private static Browsing browsing;
    private static ServiceProcess service;
    private static Api sender;
    private static String[] tokens;

    private BrowserContext[] profiles;
    private Screen one;
    private Screen two;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        browsing = new Browsing();
        service = ServiceProcess.start(folder.resolve("data"));
        sender = new Api(service::url, service.token("controller", "sender"));
        tokens = new String[] {service.token("controller", "desk-1"),
                service.token("supervisor", "desk-2")};
    }

    @AfterAll
    static void stop() {
        browsing.close();
        service.close();
    }

    @BeforeEach
    void openDesks() {
        String address = service.url().toString();
        String origin = address.substring(0, address.length() - 1);
        profiles = new BrowserContext[] {browsing.profile(), browsing.profile()};
        one = new Screen(profiles[0], origin);
        two = new Screen(profiles[1], origin);
        one.signIn(tokens[0]);
        two.signIn(tokens[1]);
        one.awaitState("live");
        two.awaitState("live");
    }

    @AfterEach
    void closeDesks() {
        profiles[0].close();
        profiles[1].close();
    }

    /** Reports a major incident, and waits until both desks have its alert. */
    private String majorIncident(String title) throws IOException, InterruptedException {
        ObjectNode report = Api.JSON.createObjectNode();
        report.put("category", "disturbance").put("title", title);
        report.put("observedAt", Instant.now().toString());
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        report.putObject("methane").put("major", "declared").put("exactLocation", "Main Street");
        Api.Answer answer = sender.report(report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        one.await(title, () -> row(one, title) != null);
        two.await(title, () -> row(two, title) != null);
        return title;
    }

    /** What the row of an alert says, or null when it has none. */
    private static @Nullable String row(Screen screen, String title) {
        return rows(screen).stream().filter(row -> row.contains(title)).findFirst().orElse(null);
    }

    /** What each row says, from the top. */
    @SuppressWarnings("unchecked")
    private static List<String> rows(Screen screen) {
        return ((List<String>) screen.page.locator(".alert")
                .evaluateAll("rows => rows.map(row => row.innerText.replace(/\\s+/g, ' '))"));
    }

    private static void awaitRow(Screen screen, String title, String words) {
        screen.await(words, () -> String.valueOf(row(screen, title)).contains(words));
    }

    /** Lets the page's clock stand still: the ten seconds of undo are not to pass while a slow machine works. */
    private static void hold(Screen screen) {
        screen.page.clock().install();
        screen.page.clock().pauseAt(System.currentTimeMillis() + HELD_AHEAD_MILLIS);
    }

    /** The same on a page whose clock is held: it goes on by as little as drawing needs. */
    private static void awaitRowHeld(Screen screen, String title, String words) {
        screen.await(words, () -> {
            screen.page.clock().runFor(20);
            return String.valueOf(row(screen, title)).contains(words);
        });
    }

    private static String acknowledgedBy(Screen screen, String title) {
        return String.valueOf(row(screen, title)).replaceAll(".*acknowledged by (desk-.).*", "$1");
    }

    /** Gives the queue the focus and leads to an alert, by the filter. */
    private static void choose(Screen screen, String title) {
        press(screen, "F2", "/");
        screen.page.keyboard().type(title);
        screen.await("only " + title, () -> screen.page.locator(".alert").count() == 1);
        press(screen, "Enter", "ArrowDown");
    }

    private static void press(Screen screen, String... keys) {
        for (String key : keys) {
            screen.page.keyboard().press(key);
        }
    }

    private static String said(Screen screen) {
        return screen.page.locator("#queue-said").innerText();
    }

    @Test
    void an_alert_is_acknowledged_taken_noted_given_away_and_cleared_by_keyboard()
            throws Exception {
        String title = majorIncident("Fire at the depot");
        choose(one, title);
        press(one, "a");
        awaitRow(two, title, "acknowledged by desk-1");
        press(one, "t");
        awaitRow(two, title, "with desk-1");
        press(one, "n");
        one.await("the field", () -> one.page.locator("#ask-text").count() == 1);
        assertThat(one.violations()).isEmpty();
        one.page.keyboard().type("Fire service is there");
        press(one, "Enter");
        one.awaitText("#queue-said", "Note kept.");
        press(one, "g");
        one.awaitText(".ask-names", "desk-2");
        press(one, "d", "Enter");
        awaitRow(two, title, "with you");
        press(one, "c");
        one.await("the field", () -> one.page.locator("#ask-text").count() == 1);
        one.page.keyboard().type("Declared by mistake");
        press(one, "Enter");
        two.await("cleared", () -> row(two, title) == null);
        assertThat(one.console()).isEmpty();
        assertThat(two.console()).isEmpty();
    }

    @Test
    void of_two_who_acknowledge_one_alert_one_wins_and_the_other_is_told_by_whom()
            throws Exception {
        String title = majorIncident("Wall down at the mill");
        choose(one, title);
        choose(two, title);
        press(one, "a");
        press(two, "a");
        awaitRow(one, title, "acknowledged by desk-");
        two.await("both agree",
                () -> acknowledgedBy(one, title).equals(acknowledgedBy(two, title)));
        boolean first = acknowledgedBy(one, title).equals("desk-1");
        Screen slower = first ? two : one;
        slower.await("told",
                () -> said(slower).contains("cknowledged by " + (first ? "desk-1" : "desk-2")));
        assertThat(slower.page.locator(".queue-undo").count()).isZero();
    }

    @Test
    void who_was_slower_is_told_who_has_it_and_since_when() throws Exception {
        String title = majorIncident("Cars stopped on the bridge");
        choose(one, title);
        choose(two, title);
        slower("acknowledge", "a");
        awaitSaid("Acknowledged by desk-1 at \\d\\d:\\d\\d L, not by you\\.");
        awaitRow(two, title, "acknowledged by desk-1");
        press(two, "a");
        awaitSaid("Already acknowledged by desk-1 at \\d\\d:\\d\\d L\\.");
        slower("assign", "t");
        awaitSaid("Taken by desk-1 at \\d\\d:\\d\\d L\\. It stays with them\\.");
        awaitRow(two, title, "with desk-1");
        assertThat(two.page.locator(".queue-undo").count()).isZero();
    }

    /** Both desks press a key; what the second asks for reaches the service after the first has its answer. */
    private void slower(String verb, String key) {
        List<Route> held = new ArrayList<>();
        Predicate<String> asks = address -> address.endsWith("/" + verb);
        two.page.route(asks, held::add);
        press(two, key);
        two.await("held back", () -> !held.isEmpty());
        press(one, key);
        one.await("first", () -> one.page.locator(".queue-undo").count() == 1);
        two.page.unroute(asks);
        held.getFirst().resume();
    }

    private void awaitSaid(String words) {
        two.await(words, () -> said(two).matches("(?s).*" + words + ".*"));
    }

    private static String looking(Screen screen) {
        Locator others = screen.page
                .locator("muster-selected .facts div:has(dt:text-is('Also looking')) dd");
        return others.count() == 0 ? "" : others.innerText();
    }

    private static void awaitLooking(Screen screen, String who) {
        screen.await("also looking: " + who, () -> looking(screen).equals(who));
    }

    @Test
    void two_desks_at_one_alert_see_each_other_until_one_turns_away_or_is_gone() throws Exception {
        String title = majorIncident("Crowd under the clock");
        choose(one, title);
        choose(two, title);
        press(one, "Enter");
        awaitLooking(one, "nobody");
        press(two, "Enter");
        awaitLooking(one, "desk-2");
        awaitLooking(two, "desk-1");
        two.page.locator(".selected-head button").click();
        awaitLooking(one, "nobody");
        two.page.evaluate("() => { location.hash += '&view=queue'; }");
        two.await("the whole queue", () -> row(two, title) != null);
        two.page.locator(".alert").first().click();
        awaitLooking(one, "desk-2");
        two.page.reload();
        two.awaitState("live");
        awaitLooking(two, "desk-1");
        awaitLooking(one, "desk-2");
        two.page.close();
        awaitLooking(one, "nobody");
        assertThat(one.console()).isEmpty();
        assertThat(two.console()).isEmpty();
    }

    @Test
    void a_desk_whose_connection_broke_is_gone_and_says_again_where_it_looks_when_it_is_back()
            throws Exception {
        List<WebSocketRoute> ends = new ArrayList<>();
        profiles[1].routeWebSocket("**/api/v1/stream", page -> {
            ends.add(page);
            ends.add(page.connectToServer());
        });
        two.page.reload();
        two.awaitState("live");
        String title = majorIncident("Crowd at the ford");
        choose(one, title);
        choose(two, title);
        press(one, "Enter");
        press(two, "Enter");
        awaitLooking(one, "desk-2");
        profiles[1].setOffline(true);
        ends.forEach(WebSocketRoute::close);
        awaitLooking(one, "nobody");
        awaitLooking(two, "not known: the feed is not live");
        profiles[1].setOffline(false);
        awaitLooking(one, "desk-2");
        awaitLooking(two, "desk-1");
    }

    @Test
    void undoing_restores_the_alert_on_both_desks() throws Exception {
        String title = majorIncident("Gas at the station");
        choose(one, title);
        hold(one);
        press(one, "t");
        awaitRow(two, title, "with desk-1");
        awaitRowHeld(one, title, "with you");
        press(one, "a");
        awaitRow(two, title, "acknowledged by desk-1");
        awaitRowHeld(one, title, "acknowledged by desk-1");
        press(one, "u");
        awaitRow(two, title, "new");
        awaitRowHeld(one, title, "new");
        press(one, "u");
        awaitRow(two, title, "no owner");
        awaitRowHeld(one, title, "no owner");
    }

    @Test
    void a_shelved_alert_leaves_the_queues_of_both_desks_and_undo_brings_it_back()
            throws Exception {
        String title = majorIncident("Smoke at the works");
        choose(two, title);
        press(two, "s");
        two.await("the choice", () -> two.page.locator("[name='minutes']").count() > 0);
        assertThat(two.violations()).isEmpty();
        press(two, "Tab");
        two.page.keyboard().type("The fire service asked for silence");
        press(two, "Enter");
        two.awaitText("#queue-said", "Shelved until ");
        one.await("out of the queue", () -> row(one, title) == null);
        press(one, "Alt+s");
        awaitRow(one, title, "by desk-2: The fire service asked for silence");
        press(two, "u");
        two.awaitText("#queue-said", "back in the queue");
        awaitRow(two, title, "new");
        one.awaitText("#tab-queue-shelved", "0");
        assertThat(one.console()).isEmpty();
        assertThat(two.console()).isEmpty();
    }

    @Test
    void the_engine_is_heard_and_how_much_it_asks_of_a_desk_is_known() throws Exception {
        majorIncident("Tree across the road");
        one.page.locator(".rate").click();
        one.awaitText(".health", "Alerts in 10 min, as they came in");
        two.page.locator(".rate").click();
        two.awaitText(".health", "Desk");
        one.await("a test of the engine", () -> (Boolean) one.page.evaluate(
                "() => document.querySelector('muster-queue').picture.alerting.test !== null"));
        assertThat(one.page.locator(".top[data-alerts='silent']").count()).isZero();
        assertThat(one.console()).isEmpty();
    }

    @Test
    void an_officer_in_danger_comes_first_and_who_saw_it_is_known() throws Exception {
        majorIncident("Older and critical");
        ObjectNode report = Api.JSON.createObjectNode();
        report.put("observedAt", Instant.now().toString()).put("emergency", true);
        report.put("onBehalfOf", "RT21");
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        assertThat(sender.report(report).status()).isEqualTo(201);
        one.await("emergency", () -> rows(one).getFirst().contains("SOS Emergency: RT21"));
        one.awaitText("muster-counts", "Critical");
        Api supervisor = new Api(service::url, tokens[1]);
        one.await("seen", () -> seenBy(supervisor, "desk-1"));
    }

    private static boolean seenBy(Api api, String who) {
        try {
            return api.get("alerts?severity=critical")
                    .toString()
                    .contains("\"who\":\"" + who + "\"");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_page_that_nobody_has_touched_says_that_its_sound_is_blocked_until_a_key_is_pressed()
            throws Exception {
        one.page.reload();
        // A test's look at the page counts as a touch: not before the page has tried to sound.
        one.page.waitForTimeout(3_000);
        one.awaitText(".strip", "Sound is blocked by the browser. Click or press any key.");
        one.awaitText("muster-sound", "Sound blocked");
        press(one, "F2");
        one.await("sound", () -> one.strip().isEmpty());
        one.awaitText("muster-sound", "Test the sound");
        assertThat(one.console()).isEmpty();
    }
}
