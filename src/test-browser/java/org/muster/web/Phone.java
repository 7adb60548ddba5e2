package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.SelectOption;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** An officer's phone: a browser profile of a small screen, the field page in it, and somebody who reads the record. */
final class Phone implements AutoCloseable {
    private static final double LOOK_EVERY_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 60_000;

    final BrowserContext profile;
    final String unit;
    final String token;
    private final String origin;
    private final Api record;
    private final List<String> console = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    Page page;

    private Phone(ServiceProcess service, BrowserContext profile, String unit)
            throws IOException, InterruptedException {
        this.token = service.token("field", unit);
        this.profile = profile;
        this.unit = unit;
        this.origin = Desk.origin(service);
        this.record = new Api(service::url,
                service.token("auditor", "reader-" + System.nanoTime()));
        profile.onRequest(this::asked);
        this.page = tab();
    }

    /** A phone of its own unit in Thurcroft, signed in; it works without a network from here on. */
    static Phone open(ServiceProcess service, Browsing browsing)
            throws IOException, InterruptedException {
        return open(service, browsing.phone(), "RT" + System.nanoTime());
    }

    static Phone open(ServiceProcess service, BrowserContext profile, String unit)
            throws IOException, InterruptedException {
        Phone phone = new Phone(service, profile, unit);
        phone.page.navigate(phone.origin + "/field#token=" + phone.token);
        phone.awaitText(".head", "Unit " + unit);
        phone.await("what is chosen from", () -> (Boolean) phone.page.evaluate("""
                () => ['catalogue', 'places', 'incidents', 'protests']
                  .every(name => localStorage.getItem(`muster.field.known.${name}`))"""));
        phone.awaitKept();
        return phone;
    }

    /** Until the page is kept on the phone. */
    void awaitKept() {
        await("the page is kept",
                () -> (Boolean) page.evaluate("() => navigator.serviceWorker.controller !== null"));
    }

    private Page tab() {
        Page opened = profile.newPage();
        opened.onConsoleMessage(line -> console.add(line.type() + ": " + line.text()));
        opened.onPageError(fault -> console.add("uncaught: " + fault));
        return opened;
    }

    private void asked(Request request) {
        if (!request.url().startsWith(origin + "/")) {
            foreign.add(request.url());
        }
    }

    /** A second tab with the same page. */
    Page another() {
        Page opened = tab();
        opened.navigate(origin + "/field");
        return opened;
    }

    void closeTab() {
        page.close();
    }

    /** Opens the page anew, as from the home screen. */
    void reopen() {
        page = tab();
        page.navigate(origin + "/field");
        awaitText(".head", "Unit");
    }

    void reload() {
        page.reload();
        awaitText(".head", "Unit");
    }

    void aeroplane(boolean on) {
        profile.setOffline(on);
    }

    void signInWith(String token) {
        page.getByLabel("Token").fill(token);
        page.getByLabel("Token").press("Enter");
    }

    /** What the service does when a session ends. */
    void endSession() {
        page.evaluate("() => fetch('/api/v1/session', {method: 'DELETE'}).then(() => true)");
    }

    void stand(double lat, double lon, double accuracy) {
        profile.grantPermissions(List.of("geolocation"));
        profile.setGeolocation(new Geolocation(lat, lon).setAccuracy(accuracy));
    }

    /** Opens a form from the first screen. */
    void form(String name) {
        page.locator(".kinds").getByText(name).click();
        awaitText("main h1", name);
    }

    void tap(String words) {
        page.locator("main")
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    void button(String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first().click();
    }

    void link(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
    }

    void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(option));
    }

    void note(String words) {
        page.getByLabel("Note (no names)").fill(words);
    }

    /** Sends or saves the form that is shown. */
    void send() {
        page.locator("main form button[type=submit]").click();
    }

    /** Reports all quiet in the first area with these words. */
    void quiet(String words) {
        form("All quiet");
        tap("Pick area");
        choose("Area", "Thurcroft (Rotherham)");
        note(words);
        send();
        awaitText(".card", words);
    }

    /** Holds the emergency for as long as it takes. */
    void holdEmergency() {
        Locator button = page.locator(".hold");
        var box = button.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        await("the emergency is written", () -> page.locator(".emergency-told").count() > 0);
        page.mouse().up();
    }

    /** The state of the report with these words: saved, received or refused. */
    String state(String words) {
        return page.locator(".card", new Page.LocatorOptions().setHasText(words))
                .first()
                .getAttribute("data-state");
    }

    void awaitState(String words, String state) {
        Locator card = page.locator(".card[data-state=" + state + "]",
                new Page.LocatorOptions().setHasText(words));
        await(words + " is " + state, () -> card.count() > 0);
    }

    void awaitText(String selector, String words) {
        await(selector + " says " + words, () -> page.locator(selector).count() > 0
                && page.locator(selector).first().innerText().contains(words));
    }

    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("gave up waiting for: %s; the page says: %s", what, page.innerText("body"))
                    .isLessThan(deadline);
            page.waitForTimeout(LOOK_EVERY_MILLIS);
        }
    }

    /** Bodies of this unit's reports, as recorded, in order. */
    List<JsonNode> recorded() throws IOException, InterruptedException {
        return recorded(unit);
    }

    private List<JsonNode> recorded(String by) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode answer = record.get("journal?limit=1000" + after);
            for (JsonNode entry : answer.path("entries")) {
                if (entry.path("type").asText().equals("report")
                        && entry.path("actor").asText().equals(by)) {
                    found.add(entry);
                }
            }
            if (answer.path("entries").size() < 1000) {
                return found;
            }
            after = "&after=" + answer.path("cursor").asText();
        }
    }

    /** The words of this unit's reports, as recorded, in order; of one without words what it is. */
    List<String> recordedWords() throws IOException, InterruptedException {
        return recordedWords(unit);
    }

    List<String> recordedWords(String by) throws IOException, InterruptedException {
        return recorded(by).stream().map(entry -> entry.path("body").path("report")).map(report -> {
            if (report.path("emergency").asBoolean()) {
                return "EMERGENCY";
            }
            return Optional.of(report.path("text").asText())
                    .filter(text -> !text.isEmpty())
                    .orElse(report.path("withdrawn").asBoolean() ? "withdrawn" : "");
        }).toList();
    }

    void awaitRecorded(String... words) {
        awaitRecordedBy(unit, words);
    }

    void awaitRecordedBy(String by, String... words) {
        await("recorded " + List.of(words), () -> {
            try {
                return recordedWords(by).equals(List.of(words));
            } catch (IOException | InterruptedException lost) {
                throw new IllegalStateException(lost);
            }
        });
    }

    /** What axe finds wrong on the page as it is. */
    List<String> violations() {
        return found(new AxeBuilder(page));
    }

    /** The same where the browser chooses the colours, which axe does not see. */
    List<String> violationsButContrast() {
        return found(new AxeBuilder(page).disableRules(List.of("color-contrast")));
    }

    private static List<String> found(AxeBuilder axe) {
        return axe.analyze()
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
    }

    List<String> console() {
        return List.copyOf(console);
    }

    List<String> foreignRequests() {
        return List.copyOf(foreign);
    }

    /** How far the page is wider than the screen. */
    int overflow() {
        return ((Number) page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Parts that cut what is in them, and buttons smaller than a thumb. */
    @SuppressWarnings("unchecked")
    List<String> smallTargets() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('button, a.button, select, input[type=text], .choice')]
                  .filter(it => it.getClientRects().length > 0)
                  .filter(it => it.getBoundingClientRect().height < 48 || it.getBoundingClientRect().width < 48)
                  .map(it => it.outerHTML.slice(0, 120))""");
    }

    /** Keeps what is seen as a picture, when somebody asks for pictures. */
    void picture(String name) {
        String folder = System.getenv("MUSTER_PICTURES");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    @Override
    public void close() {
        profile.close();
    }
}
