package org.muster.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.SelectOption;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** An officer's phone: a browser profile of a small screen, the field page in it, and somebody who reads the record. */
final class Phone extends Watched implements AutoCloseable {
    final String unit;
    final String token;
    private final Api record;

    private Phone(ServiceProcess service, BrowserContext profile, String unit, String origin)
            throws IOException, InterruptedException {
        super(profile, origin);
        this.token = service.token("field", unit);
        this.unit = unit;
        this.record = new Api(service::url,
                service.token("auditor", "reader-" + System.nanoTime()));
        profile.onRequest(this::asked);
    }

    /** A phone of its own unit in Thurcroft, signed in; it works without a network from here on. */
    static Phone open(ServiceProcess service, Browsing browsing)
            throws IOException, InterruptedException {
        return open(service, browsing.phone(), "RT" + System.nanoTime());
    }

    static Phone open(ServiceProcess service, BrowserContext profile, String unit)
            throws IOException, InterruptedException {
        Phone phone = new Phone(service, profile, unit, Desk.origin(service));
        phone.signIn();
        phone.awaitKept();
        return phone;
    }

    /** One that reaches the service by a name and without HTTPS: the browser keeps nothing of the page for it. */
    static Phone openWithoutHttps(ServiceProcess service, Browsing browsing)
            throws IOException, InterruptedException {
        String origin = "http://" + Browsing.INSECURE_HOST + ":" + service.url().getPort();
        Phone phone = new Phone(service, browsing.phone(), "HTTP" + System.nanoTime(), origin);
        phone.signIn();
        return phone;
    }

    private void signIn() {
        page.navigate(origin + "/field#token=" + token);
        awaitText(".head", "Unit " + unit);
        await("what is chosen from", () -> (Boolean) page.evaluate("""
                () => ['catalogue', 'places', 'incidents', 'protests']
                  .every(name => localStorage.getItem(`muster.field.known.${name}`))"""));
    }

    /** Until the page is kept on the phone. */
    void awaitKept() {
        await("the page is kept",
                () -> (Boolean) page.evaluate("() => navigator.serviceWorker.controller !== null"));
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

    /** What is tapped and is smaller than a thumb. */
    @SuppressWarnings("unchecked")
    List<String> smallTargets() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('button, a, select, textarea, .choice, input')]
                  .filter(it => !it.matches('.choice input, .skip') && it.getClientRects().length > 0)
                  .filter(it => it.getBoundingClientRect().height < 48 || it.getBoundingClientRect().width < 48)
                  .map(it => it.outerHTML.slice(0, 120))""");
    }

    /** Words on buttons and choices that are broken in their middle. */
    @SuppressWarnings("unchecked")
    List<String> brokenWords() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('button, a.button, .choice span')].flatMap(it => {
                  const texts = [];
                  const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) texts.push(walker.currentNode);
                  return texts.flatMap(text => [...text.data.matchAll(/[a-z]+/gi)].map(word => {
                    const range = document.createRange();
                    range.setStart(text, word.index);
                    range.setEnd(text, word.index + word[0].length);
                    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? word[0] : '';
                  })).filter(Boolean);
                })""");
    }

    @Override
    public void close() {
        Browsing.end(profile);
    }
}
