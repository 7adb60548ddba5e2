package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A report taken by radio, entered by keyboard alone. */
final class ReportFormIT extends AtDesk {
    /** What a trained hand does in ten seconds, at four keys a second. */
    private static final int STROKES_OF_TEN_SECONDS = 40;

    @Test
    void a_new_incident_takes_fewer_keys_than_ten_seconds_hold() throws Exception {
        desk.known("Before, Wales", "RT31", 53.34);
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
        String id = desk.recorded();
        int strokes = desk.strokes();
        System.out.println("a new incident by radio: " + strokes + " keys");
        assertThat(strokes).isLessThanOrEqualTo(STROKES_OF_TEN_SECONDS);
        JsonNode opened = desk.incident(id);
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
        JsonNode before = desk.known("Second night", "RT32", 53.35);
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
        assertThat(desk.recorded()).isEqualTo(id);
        int strokes = desk.strokes();
        System.out.println("an update by radio: " + strokes + " keys");
        assertThat(strokes).isLessThanOrEqualTo(STROKES_OF_TEN_SECONDS);
        JsonNode now = desk.incident(id);
        assertThat(now.path("status").asText()).isEqualTo("contained");
        assertThat(now.path("location")).isEqualTo(desk.incident(id).path("location"));
        assertThat(now.path("crowd").path("estimates").toString()).contains("RT32").contains("120");
        desk.press("Enter", "Alt+n");
        desk.awaitFocus("callSign");
        assertThat(desk.value("callSign")).as("remembered").isEqualTo("RT32");
    }

    @Test
    void an_officer_in_danger_is_six_keys_after_the_call_sign() throws Exception {
        desk.known("Before the call", "RT33", 53.36);
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
        desk.known("All of it", "RT34", 53.37);
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
        JsonNode now = desk.incident(desk.recorded());
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
        desk.known("Refused", "RT35", 53.38);
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
        assertThat(desk.recorded()).isNotEmpty();
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
        desk.known("For axe", "RT39", 53.3966);
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
}
