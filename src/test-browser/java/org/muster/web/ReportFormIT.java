package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** A report taken by radio, entered by keyboard alone. */
final class ReportFormIT {
    /** What a trained hand does in ten seconds, at four keys a second. */
    private static final int STROKES_OF_TEN_SECONDS = 40;

    private static Browsing browsing;
    private static ServiceProcess service;

    private Desk desk;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browsing = new Browsing();
        service = ServiceProcess.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        browsing.close();
        service.close();
    }

    @BeforeEach
    void openDesk() throws Exception {
        desk = Desk.open(service, browsing, "controller");
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    /** A unit at a disturbance since ten minutes, away from those of other tests; its place is known from then on. */
    private JsonNode known(String title, String unit, double lat) throws Exception {
        ObjectNode report = ServiceIT.disturbance(title);
        report.putObject("location").put("lat", lat).put("lon", -1.2537);
        report.put("observedAt", Instant.now().minusSeconds(600).toString());
        ((ObjectNode) report.path("officers").get(0)).put("unit", unit);
        JsonNode receipt = desk.report(report);
        desk.screen.await(title, () -> knows(unit));
        return receipt;
    }

    private boolean knows(String unit) {
        return (Boolean) desk.screen.page.evaluate("""
                unit => document.querySelector('muster-forms')?.picture.units.has(unit) ?? false""",
                unit);
    }

    private JsonNode incident(String id) throws Exception {
        return desk.api.get("incidents/" + id);
    }

    /** The incident of the receipt that is shown. */
    private String recorded() {
        desk.screen.awaitText(".receipt", "Recorded");
        return (String) desk.screen.page
                .evaluate("() => document.querySelector('muster-report-form').receipt.incident");
    }

    @Test
    void a_new_incident_takes_fewer_keys_than_ten_seconds_hold() throws Exception {
        known("Before, Wales", "RT31", 53.34);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT31");
        desk.press("Tab");
        desk.type("affr");
        desk.press("Tab");
        desk.type("Main Street");
        desk.press("Tab");
        desk.type("40-60");
        desk.press("Enter");
        String id = recorded();
        int strokes = desk.strokes();
        System.out.println("a new incident by radio: " + strokes + " keys");
        assertThat(strokes).isLessThanOrEqualTo(STROKES_OF_TEN_SECONDS);
        JsonNode opened = incident(id);
        assertThat(opened.path("title").asText()).isEqualTo("Affray, Main Street");
        assertThat(opened.path("location").path("lat").asDouble()).isEqualTo(53.34);
        assertThat(opened.path("crowd").path("high").asInt()).isEqualTo(60);
        assertThat(opened.path("crowd").path("estimates").get(0).path("observer").asText())
                .isEqualTo("RT31");
        desk.awaitFocus("Close");
        desk.press("Enter");
        desk.screen.await("closed", () -> !desk.screen.page.locator(".receipt").isVisible());
        assertThat(desk.screen.console()).isEmpty();
    }

    @Test
    void an_update_of_what_is_selected_needs_its_figures_alone() throws Exception {
        JsonNode before = known("Second night", "RT32", 53.35);
        String id = before.path("incident").asText();
        desk.screen.page.evaluate("id => { location.hash = `sel=incident.${id}`; }", id);
        desk.screen.awaitText("muster-selected h2", "Second night");
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT32");
        desk.press("Tab");
        assertThat(desk.value("about")).isEqualTo("Second night");
        desk.press("Tab", "Tab");
        desk.type("80-120");
        desk.press("Tab");
        desk.type("hos");
        desk.press("Tab");
        desk.type("con");
        desk.press("Enter");
        assertThat(recorded()).isEqualTo(id);
        int strokes = desk.strokes();
        System.out.println("an update by radio: " + strokes + " keys");
        assertThat(strokes).isLessThanOrEqualTo(STROKES_OF_TEN_SECONDS);
        JsonNode now = incident(id);
        assertThat(now.path("status").asText()).isEqualTo("contained");
        assertThat(now.path("location")).isEqualTo(incident(id).path("location"));
        assertThat(now.path("crowd").path("estimates").toString()).contains("RT32").contains("120");
        desk.press("Enter", "Alt+n");
        desk.awaitFocus("callSign");
        assertThat(desk.value("callSign")).as("remembered").isEqualTo("RT32");
    }

    @Test
    void an_officer_in_danger_is_six_keys_after_the_call_sign() throws Exception {
        known("Before the call", "RT33", 53.36);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT33");
        desk.strokes();
        desk.press("Tab");
        desk.type("eme");
        desk.press("Tab", "Enter");
        desk.screen.awaitText(".receipt", "Taken from RT33");
        assertThat(desk.strokes()).isEqualTo(6);
    }

    @Test
    void everything_that_a_unit_says_reaches_the_record() throws Exception {
        known("All of it", "RT34", 53.37);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT34");
        desk.press("Tab");
        desk.type("all of it");
        desk.press("Tab", "Tab", "Tab", "Tab", "Tab");
        desk.type("Second line arrived");
        desk.press("Tab");
        desk.type("-5");
        desk.press("Tab");
        desk.type("53.3701, -1.2501");
        desk.press("Tab", "Tab", "Tab");
        desk.type("30");
        desk.press("Tab", "Tab");
        desk.type("p");
        desk.press("Tab");
        desk.type("20");
        desk.press("Tab");
        desk.type("3");
        desk.press("Tab");
        desk.type("aff");
        desk.press("Tab");
        desk.type("15-17");
        desk.press("Tab", "Tab");
        desk.type("2");
        desk.press("Tab");
        desk.type("1");
        desk.picture("report-full");
        desk.press("Enter");
        JsonNode now = incident(recorded());
        assertThat(now.path("location").path("lat").asDouble()).isEqualTo(53.3701);
        assertThat(now.path("officers").path("atScene").asInt()).isEqualTo(30);
        assertThat(now.path("officers").path("requested").asInt()).isEqualTo(20);
        assertThat(now.path("arrests").path("byOffence").path("affray").asInt()).isEqualTo(3);
        assertThat(now.path("arrests").path("byAge").path("10-17").asInt()).isEqualTo(3);
        assertThat(now.path("injured").toString()).isEqualTo("{\"public\":2,\"officers\":1}");
        Instant said = Instant.parse(now.path("lastReportAt").asText());
        assertThat(said).isBefore(Instant.now().minusSeconds(299));
    }

    @Test
    void what_the_service_refuses_stands_at_its_field_and_the_rest_is_kept() throws Exception {
        known("Refused", "RT35", 53.38);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT35");
        desk.press("Tab");
        desk.type("affray");
        desk.press("Tab", "Tab");
        desk.type("60-40");
        desk.press("Enter");
        desk.screen.awaitText("[data-field='crowd'] .fault", "must not be above high");
        desk.awaitFocus("crowd");
        var field = desk.screen.page.locator("[name='crowd']");
        assertThat(field.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(field.getAttribute("aria-describedby")).contains("report-crowd-fault");
        assertThat(desk.violations()).isEmpty();
        desk.picture("report-refused");
        desk.press("Control+a");
        desk.type("40-60");
        desk.press("Enter");
        assertThat(recorded()).isNotEmpty();
    }

    @Test
    void the_answer_that_was_lost_costs_nothing_the_same_report_is_sent_again() throws Exception {
        known("Lost answers", "RT36", 53.39);
        List<String> sent = new ArrayList<>();
        desk.profile.route("**/api/v1/reports", route -> {
            sent.add(String.valueOf(route.request().postData()));
            if (sent.size() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT36");
        desk.press("Tab");
        desk.type("arson");
        desk.press("Enter", "Enter");
        desk.screen.awaitText(".form-words", "Not sent: the service does not answer.");
        desk.press("Enter");
        recorded();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(desk.api.get("incidents?category=arson").path("items")).hasSize(1);
    }

    @Test
    void what_was_changed_after_a_lost_answer_stands_in_place_of_the_first() throws Exception {
        known("Changed answers", "RT37", 53.395);
        boolean[] cut = {true};
        desk.profile.route("**/api/v1/reports", route -> {
            if (cut[0]) {
                cut[0] = false;
                route.fetch();
                route.abort();
            } else {
                route.resume(new Route.ResumeOptions());
            }
        });
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT37");
        desk.press("Tab");
        desk.type("robbery");
        desk.press("Tab", "Tab");
        desk.type("10");
        desk.press("Enter");
        desk.screen.awaitText(".form-words", "Not sent");
        desk.press("Control+a");
        desk.type("20");
        desk.press("Enter");
        desk.screen.awaitText(".form-words", "the changed one then stands in its place");
        desk.press("Enter");
        JsonNode now = incident(recorded());
        assertThat(now.path("crowd").path("high").asInt()).isEqualTo(20);
        assertThat(now.path("crowd").path("estimates")).hasSize(1);
    }

    @Test
    void a_draft_outlives_a_reload_and_the_end_of_the_session_for_who_wrote_it() throws Exception {
        String mine = service.token("controller", "writer");
        desk.signIn(mine);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT38");
        desk.press("Tab", "Tab");
        desk.type("Half a street");
        desk.screen.page.reload();
        desk.screen.awaitState("live");
        desk.screen.awaitText("[data-action='report']", "draft");
        desk.profile.clearCookies();
        desk.screen.page.reload();
        desk.screen.page.getByLabel("Token").waitFor();
        desk.signIn(service.token("controller", "somebody-else"));
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        assertThat(desk.value("place")).isEmpty();
        desk.signIn(mine);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        assertThat(desk.value("callSign")).isEqualTo("RT38");
        assertThat(desk.value("place")).isEqualTo("Half a street");
        desk.press("Escape");
        desk.screen.menu("Sign out");
        desk.screen.page.getByLabel("Token").waitFor();
        assertThat(desk.screen.page.evaluate(
                "() => Object.keys(sessionStorage).filter(key => key.includes('draft')).length"))
                .isEqualTo(0);
    }

    @Test
    void escape_gives_the_focus_back_and_the_page_stays_in_reach() throws Exception {
        desk.screen.page.locator("[data-action='plan']").focus();
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.press("F4");
        assertThat((Boolean) desk.screen.page
                .evaluate("() => !!document.activeElement.closest('[data-place=\"selected\"]')"))
                .isTrue();
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.press("Escape");
        assertThat(desk.screen.page.locator("dialog[open]").count()).isZero();
    }

    @Test
    void who_only_reads_is_told_who_writes() throws Exception {
        try (Desk wall = Desk.open(service, browsing, "viewer")) {
            wall.screen.page.locator("[data-action='report']").waitFor();
            assertThat(wall.screen.page.locator("[data-action='report']")
                    .getAttribute("aria-disabled")).isEqualTo("true");
            assertThat(wall.screen.page.locator("#why-not-report").textContent())
                    .contains("Controllers and supervisors");
            wall.press("Alt+n");
            assertThat(wall.screen.page.locator("dialog[open]").count()).isZero();
            assertThat(wall.screen.console()).isEmpty();
        }
    }

    @Test
    void axe_finds_nothing_in_the_form_the_receipt_and_the_help_in_either_theme() throws Exception {
        known("For axe", "RT39", 53.3966);
        for (String theme : List.of("Light theme", "Dark theme")) {
            desk.screen.menu(theme);
            desk.press("Alt+n");
            desk.awaitFocus("callSign");
            desk.press("Control+a");
            desk.type("RT39");
            desk.press("Tab", "Control+a");
            desk.type("dis");
            assertThat(desk.violations()).as("list open").isEmpty();
            desk.press("Tab", "Enter");
            desk.screen.awaitText(".receipt", "may be the same");
            desk.picture("receipt-" + theme.charAt(0));
            assertThat(desk.violations()).as("receipt").isEmpty();
            desk.press("Escape", "F1");
            desk.screen.awaitText(".dialog-help", "Report by radio");
            assertThat(desk.violations()).as("help").isEmpty();
            desk.press("F1");
            desk.screen.await("closed",
                    () -> desk.screen.page.locator("dialog[open]").count() == 0);
        }
        assertThat(desk.screen.console()).isEmpty();
        assertThat(desk.screen.foreignRequests()).isEmpty();
    }

    @Test
    void a_service_that_is_away_loses_nothing_that_was_written(@TempDir Path folder)
            throws Exception {
        Path data = folder.resolve("data");
        try (var first = ServiceProcess.start(data);
                Desk alone = Desk.open(first, browsing, "controller")) {
            String port = String.valueOf(first.url().getPort());
            alone.report(ServiceIT.disturbance("Before"));
            List<String> sent = new ArrayList<>();
            alone.screen.page.onRequest(request -> {
                if (request.url().endsWith("/api/v1/reports")) {
                    sent.add(Api.JSON.valueToTree(request.postData()).asText());
                }
            });
            alone.press("Alt+n");
            alone.awaitFocus("callSign");
            alone.type("RT21");
            alone.press("Tab");
            alone.type("affray");
            alone.press("Tab");
            first.kill9();
            alone.screen.awaitState("stale");
            alone.screen.awaitText(".form-words", "The figures are not live");
            alone.press("Enter");
            alone.screen.awaitText(".form-words", "it is still the same one");
            try (var second = ServiceProcess.start(data, "--port", port)) {
                alone.screen.awaitState("live");
                alone.press("Enter");
                alone.screen.awaitText(".receipt", "Recorded");
                assertThat(second.isAlive()).isTrue();
            }
            assertThat(sent).hasSize(2);
            assertThat(sent.get(0)).isEqualTo(sent.get(1));
        }
    }
}
