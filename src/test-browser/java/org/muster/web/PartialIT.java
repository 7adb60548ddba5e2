package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;

/** One part that fails, a service that does not answer, an address that is shared: from a scripted stream. */
final class PartialIT extends ScriptedBoard {
    private static final String WHY = """
            {"words":["It said: too many."],"rule":null,"facts":[]}""";

    private static String alert(String id) {
        return SaidAlerts.alert(id, "high", "Alert " + id, Instant.now());
    }

    private void show() {
        screen.await("connection", () -> service.subscriptions().size() >= 1);
        service.say(SaidAlerts.picture(alert("a")));
        service.say(Said.live("c1"));
        screen.awaitState("live");
    }

    private void clean(String as) {
        assertThat(screen.violations()).as(as).isEmpty();
    }

    private void cleanForced(String as) {
        assertThat(screen.violationsButContrast()).as(as).isEmpty();
    }

    @Test
    void outlines_that_do_not_come_mark_the_map_alone_and_are_had_again_at_a_press() {
        service.answer("/areas.geojson", 503, "{\"status\":503,\"detail\":\"busy\"}");
        screen.openLink("good");
        show();
        screen.awaitText(".map-failed", "could not be loaded");
        screen.awaitText(".strip", "Missing: outlines of the map. All else is live.");
        assertThat(screen.stale().getFirst()).isZero();
        assertThat(screen.state()).isEqualTo("live");
        clean("missing");
        service.answer("/areas.geojson", 200, Said.outlines());
        screen.page.locator(".map-failed button").click();
        screen.await("nothing is missing", () -> !screen.strip().contains("Missing"));
        assertThat(screen.page.locator(".map-failed").count()).isZero();
    }

    @Test
    void figures_of_the_queue_that_do_not_come_are_named_and_are_had_again_at_a_press() {
        service.answer("/alerts/health", 503,
                "{\"status\":503,\"detail\":\"The reader is busy.\"}");
        screen.page.navigate(ScriptedService.ORIGIN + "/#token=good&view=queue");
        show();
        screen.awaitText("muster-health-panel", "The reader is busy.");
        screen.awaitText(".strip", "Missing: health of the queue");
        service.answer("/alerts/health", 200, Healths.of(Healths.desk("desk-1", 7)));
        screen.page.locator("muster-health-panel button").click();
        screen.awaitText("muster-health-panel", "at most 10");
        screen.await("nothing is missing", () -> !screen.strip().contains("Missing"));
    }

    @Test
    void what_is_fetched_when_it_is_first_wanted_is_said_to_be_missing_and_asked_for_again() {
        screen.page.route("**/why-*.js", Route::abort);
        screen.page.route("**/screen-*.js", Route::abort);
        service.answer("/picture?*", 200, SaidAlerts.picture(alert("a")));
        service.answer("/alerts/a", 200, "{\"history\":[]}");
        service.answer("/alerts/a/why", 200, WHY);
        screen.page.navigate(ScriptedService.ORIGIN + "/#token=good&sel=alert.a");
        show();
        screen.awaitText("muster-selected", "Why it was raised could not be fetched");
        screen.awaitText("[data-place='timeline']", "The timeline could not be fetched");
        screen.awaitText(".strip", "why the alert was raised");
        screen.awaitText(".strip", "time axis");
        screen.press("Alt+r", "Alt+l");
        clean("without two scripts");
        screen.page.unroute("**/why-*.js");
        screen.page.unroute("**/screen-*.js");
        screen.awaitText("muster-selected", "It said: too many");
        screen.page.locator("[data-place='timeline'] .axis-slider").waitFor();
        assertThat(screen.page.getByText("could not be fetched").count()).isZero();
        screen.await("nothing is missing", () -> !screen.strip().contains("Missing"));
        assertThat(screen.console()).allMatch(line -> line.contains("net::ERR_FAILED"));
    }

    @Test
    void forms_and_dialogs_that_do_not_come_are_named_and_come_when_they_are_opened_again() {
        screen.page.route("**/forms-*.js", Route::abort);
        screen.page.route("**/commands-*.js", Route::abort);
        screen.openLink("good");
        show();
        screen.awaitText(".strip", "Missing: forms and help");
        screen.press("Control+k");
        screen.awaitText(".strip", "command line");
        clean("without forms");
        screen.page.unroute("**/forms-*.js");
        screen.page.unroute("**/commands-*.js");
        screen.press("?");
        screen.page.locator("dialog[open] h2").first().waitFor();
        screen.press("Escape", "Control+k");
        screen.page.locator("muster-commands dialog[open]").waitFor();
        screen.await("nothing is missing", () -> !screen.strip().contains("Missing"));
        assertThat(screen.console()).allMatch(line -> line.contains("net::ERR_FAILED"));
    }

    @Test
    void a_new_version_is_said_and_only_a_person_loads_it() {
        service.version("one");
        screen.openLink("good");
        show();
        screen.page.evaluate("() => { window.sameLoad = true; }");
        service.version("two");
        resume();
        service.say(SaidAlerts.picture(alert("a")));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.awaitText(".strip", "A new version of this page is ready");
        assertThat(screen.page.evaluate("() => window.sameLoad")).isEqualTo(true);
        clean("version");
        service.say(Said.live("c3"));
        screen.awaitText(".strip", "A new version of this page is ready");
        screen.page.locator(".strip button").click();
        screen.await("another load",
                () -> screen.page.evaluate("() => window.sameLoad ?? 'none'").equals("none"));
    }

    @Test
    void the_same_version_after_a_loss_says_nothing() {
        service.version("one");
        screen.openLink("good");
        show();
        resume();
        service.say(SaidAlerts.picture(alert("a")));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        assertThat(screen.strip()).doesNotContain("version");
    }

    @Test
    void a_service_that_does_not_answer_at_the_start_is_said_in_words_and_entered_when_it_does() {
        screen.openLink("good");
        show();
        service.goDown();
        screen.page.reload();
        screen.awaitText("main", "The service does not answer. This page keeps trying");
        clean("no connection");
        service.comeBack();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
    }

    @Test
    void an_address_holds_screen_selection_list_theme_and_map_and_leads_another_session_there() {
        String address = "view=board&sel=incident.i1&list=areas&theme=light&off=units"
                + "&tab=new&find=alert&map=-1.25000_53.40000_40.00";
        screen.page.navigate(ScriptedService.ORIGIN + "/#token=good&" + address);
        show();
        assertThat(screen.page.url()).contains("sel=incident.i1", "theme=light")
                .doesNotContain("token");
        assertThat(screen.page.evaluate("() => document.documentElement.dataset.theme"))
                .isEqualTo("light");
        screen.awaitText("muster-selected", "Ivanhoe Road");
        assertThat(screen.page.locator("#tab-queue-new").getAttribute("aria-selected"))
                .isEqualTo("true");
        assertThat(screen.page.locator("#tab-lists-areas").getAttribute("aria-selected"))
                .isEqualTo("true");
        assertThat(screen.page.locator(".map-switches button").nth(1).getAttribute("aria-pressed"))
                .isEqualTo("false");
        assertThat(screen.strip()).doesNotContain("not understood");
    }

    @Test
    void what_means_nothing_in_an_address_is_named_and_the_usual_is_shown() {
        screen.page.navigate(ScriptedService.ORIGIN
                + "/#token=good&view=%3Cb%3E&sel=ghost.1&theme=pink&tab=x&list=y&map=here&off=all");
        show();
        screen.awaitText(".strip", "not understood in all its parts");
        for (String part : List.of("screen", "selection", "theme", "list of alerts", "list",
                "layers of the map")) {
            assertThat(screen.strip()).contains(part);
        }
        assertThat(screen.page.locator("muster-board").count()).isEqualTo(1);
        screen.page.locator(".strip button").click();
        screen.await("a clean address", () -> !screen.page.url().contains("="));
    }

    @Test
    void forced_colours_spacing_and_a_narrow_screen_lose_nothing() {
        screen.openLink("good");
        show();
        screen.page
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        for (String view : List.of("board", "queue", "wall")) {
            screen.page.setViewportSize(1280, 800);
            screen.page.evaluate("name => { location.hash = 'view=' + name; }", view);
            screen.await(view, () -> screen.page.locator(".loading:visible").count() == 0
                    && screen.page.url().contains(view));
            cleanForced(view);
            screen.picture("forced-" + view);
            screen.page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
            screen.page.evaluate("""
                    () => { const sheet = new CSSStyleSheet();
                      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
                        + ' word-spacing: 0.16em !important; }');
                      document.adoptedStyleSheets = [sheet]; }""");
            screen.picture("spaced-" + view);
            cleanForced(view + " twice as large, spaced");
            screen.page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
            screen.page.setViewportSize(320, 700);
            screen.picture("narrow-" + view);
            assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth")).as(view)
                    .isEqualTo(320);
            screen.page.evaluate("() => { document.adoptedStyleSheets = []; }");
        }
        assertThat(screen.console()).isEmpty();
    }
}
