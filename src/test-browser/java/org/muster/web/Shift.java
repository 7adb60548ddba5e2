package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;
import org.muster.model.Settings;

/** A desk at the real service: its screen, its keyboard, what came over its stream. One thread uses it. */
final class Shift implements AutoCloseable {
    /** A control room's screen. */
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final String SHIFTS = """
            () => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(
              entry => { window.shifts += entry.hadRecentInput ? 0 : entry.value; }))
              .observe({ type: 'layout-shift', buffered: true }); }""";

    private final BrowserContext profile;
    private final List<Long> entries = new ArrayList<>();
    final Screen screen;
    final Keyboard keys;

    private Shift(BrowserContext profile, String origin) {
        this.profile = profile;
        this.screen = new Screen(profile, origin);
        this.keys = new Keyboard(screen.page);
        screen.page.setViewportSize(WIDTH, HEIGHT);
        screen.page.onWebSocket(socket -> socket.onFrameReceived(frame -> note(frame.text())));
    }

    /** Signs in by the keyboard, and is live. */
    static Shift begin(Browsing browsing, ServiceProcess service, String name)
            throws IOException, InterruptedException {
        return begin(browsing.profile(), service, name);
    }

    /** The same in a browser profile that was made ready before. */
    static Shift begin(BrowserContext profile, ServiceProcess service, String name)
            throws IOException, InterruptedException {
        Shift shift = new Shift(profile, Desk.origin(service));
        String token = service.token("controller", name);
        shift.screen.open();
        shift.screen.page.locator("#token").waitFor();
        shift.keys.tabTo("#token");
        shift.keys.type(token);
        shift.keys.press("Enter");
        shift.screen.awaitState("live");
        shift.screen.page.evaluate(SHIFTS);
        return shift;
    }

    private void note(String message) {
        try {
            for (JsonNode entry : Api.JSON.readTree(message).path("entries")) {
                if (!isPulse(entry)) {
                    entries.add(entry.path("seq").asLong());
                }
            }
        } catch (JsonProcessingException notOurs) {
            throw new AssertionError(message, notOurs);
        }
    }

    /** Whether it is the alert engine's test of itself, which comes by the clock and not by what a test does. */
    private static boolean isPulse(JsonNode entry) {
        return entry.path("areas").path(0).asText().equals(Settings.EVERYWHERE);
    }

    /** Numbers of the entries that the stream brought, in their order. */
    List<Long> entries() {
        return List.copyOf(entries);
    }

    /** Numbers of the entries of the record that a screen is told of. */
    static List<Long> told(Api auditor) throws IOException, InterruptedException {
        return StreamSupport
                .stream(auditor.get("journal?limit=1000").path("entries").spliterator(), false)
                .filter(entry -> entry.path("type")
                        .asText()
                        .matches("report|protest-.*|alert-(?!seen).*"))
                .filter(entry -> !isPulse(entry))
                .map(entry -> entry.path("seq").asLong())
                .toList();
    }

    /** A report that a controller takes by radio, with nothing in it yet. */
    static ObjectNode said(String unit) {
        return Api.JSON.createObjectNode()
                .put("onBehalfOf", unit)
                .put("observedAt", Instant.now().toString());
    }

    /** The id of the newest alert of a rule about something, once the service has it. */
    static String alert(Api desk, String rule, String subject)
            throws IOException, InterruptedException {
        for (JsonNode alert : desk.get("alerts?rule=" + rule).path("items")) {
            if (alert.path("subject").path("id").asText().equals(subject)) {
                return alert.path("id").asText();
            }
        }
        throw new AssertionError("no alert " + rule + " of " + subject);
    }

    /** A row of the queue. */
    static String row(String alert) {
        return "[data-alert='" + alert + "']";
    }

    /** Waits until the queue shows an alert in a state. */
    void awaitAlert(String alert, String state) {
        screen.await("alert " + state,
                () -> screen.page.locator(row(alert) + "[data-state='" + state + "']")
                        .count() == 1);
    }

    /** What axe finds, in words. */
    List<String> violations() {
        return screen.violations();
    }

    /** Nothing was said on the console, nothing asked elsewhere, nothing moved by itself. */
    void checkQuiet() {
        assertThat(screen.foreignRequests()).isEmpty();
        assertThat(screen.console()).isEmpty();
        assertThat(shifts()).as("layout shifts").isLessThan(0.01);
    }

    double shifts() {
        return ((Number) screen.page.evaluate("() => window.shifts")).doubleValue();
    }

    @Override
    public void close() {
        Browsing.end(profile);
    }
}
