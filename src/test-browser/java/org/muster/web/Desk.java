package org.muster.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** A controller's desk before a real service: a browser profile, a page in it, and an API client beside it. */
final class Desk implements AutoCloseable {
    final BrowserContext profile;
    final Screen screen;
    final Api api;
    private int strokes;

    private Desk(ServiceProcess service, BrowserContext profile, Api api) {
        this.profile = profile;
        this.screen = new Screen(profile, origin(service));
        this.api = api;
    }

    static String origin(ServiceProcess service) {
        String address = service.url().toString();
        return address.substring(0, address.length() - 1);
    }

    /** A desk of its own name, signed in and live. */
    static Desk open(ServiceProcess service, Browsing browsing, String role)
            throws IOException, InterruptedException {
        String beside = service.token("supervisor", "beside-" + System.nanoTime());
        Desk desk = new Desk(service, browsing.profile(), new Api(service::url, beside));
        desk.screen.signIn(service.token(role, role + "-" + System.nanoTime()));
        desk.screen.awaitState("live");
        return desk;
    }

    /** Ends the session, and signs somebody else in, or the same one again. */
    void signIn(String token) {
        profile.clearCookies();
        screen.signIn(token);
        screen.awaitState("live");
    }

    /** A report that must be taken. */
    JsonNode report(JsonNode report) throws IOException, InterruptedException {
        return taken(api.report(report));
    }

    /** A unit at a disturbance since ten minutes, away from those of other tests; its place is known from then on. */
    JsonNode known(String title, String unit, double lat) throws IOException, InterruptedException {
        ObjectNode report = ServiceIT.disturbance(title);
        report.putObject("location").put("lat", lat).put("lon", -1.2537);
        report.put("observedAt", Instant.now().minusSeconds(600).toString());
        ((ObjectNode) report.path("officers").get(0)).put("unit", unit);
        JsonNode receipt = report(report);
        screen.await(title, () -> (Boolean) screen.page.evaluate("""
                unit => document.querySelector('muster-forms')?.picture.units.has(unit) ?? false""",
                unit));
        return receipt;
    }

    /** An incident as the service shows it. */
    JsonNode incident(String id) throws IOException, InterruptedException {
        return api.get("incidents/" + id);
    }

    /** The incident of the receipt that is shown. */
    String recorded() {
        screen.awaitText(".receipt", "Recorded");
        return (String) screen.page
                .evaluate("() => document.querySelector('muster-report-form').receipt.incident");
    }

    /** A plan that must be taken. */
    JsonNode plan(JsonNode plan) throws IOException, InterruptedException {
        return taken(api.plan(plan));
    }

    private static JsonNode taken(Api.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    /** Presses keys one after the other, as a person would. */
    void press(String... keys) {
        for (String key : keys) {
            screen.page.keyboard().press(key);
            strokes++;
        }
    }

    /** Types letter by letter. */
    void type(String words) {
        screen.page.keyboard().type(words);
        strokes += words.length();
    }

    /** Keys pressed since this was last asked. */
    int strokes() {
        int pressed = strokes;
        strokes = 0;
        return pressed;
    }

    /** The name of the field that has the focus; of anything else its words. */
    String focused() {
        return (String) screen.page.evaluate("""
                () => document.activeElement.name
                  || document.activeElement.innerText?.trim() || document.activeElement.tagName""");
    }

    void awaitFocus(String name) {
        screen.await("focus on " + name, () -> focused().startsWith(name));
    }

    /** What stands in a field. */
    String value(String name) {
        return screen.page.locator("[name='" + name + "']").inputValue();
    }

    /** What axe finds wrong on the page as it is. */
    List<String> violations() {
        return screen.violations();
    }

    /** Keeps what is seen as a picture, when somebody asks for pictures. */
    void picture(String name) {
        screen.picture(name);
    }

    @Override
    public void close() {
        Browsing.end(profile);
    }
}
