package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** Single reports of what is sensitive, read from its timeline: from a scripted service. */
final class ReadingIT extends ScriptedBoard {
    private static final String ID = "0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11";
    private final String report = """
            {"seq":7,"at":"%1$s","type":"report","actor":"desk-2","areas":["rotherham"],"body":{
             "report":{"id":"%2$s","title":"Informer at the mill","text":"Two men seen.","observedAt":"%1$s",
              "location":{"lat":53.3966,"lon":-1.2537,"place":"Ivanhoe Road"},
              "crowd":{"low":40,"high":60,"method":"estimate","mood":"tense"},
              "officers":[{"unit":"RT21","count":2,"state":"at-scene"}],
              "arrests":[{"offence":"affray","count":1,"ageMin":18,"ageMax":24}],
              "injured":{"public":2,"officers":1},"emergency":true,"onBehalfOf":"RT21"},
             "incident":"i1","opened":true,"observer":"RT21","effectiveAt":"%1$s","sensitive":true,"warnings":[]}}"""
            .formatted(Instant.now(), ID);

    private static String told(String type, String report) {
        return """
                {"seq":7,"at":"%s","type":"%s","actor":"RT21","areas":["rotherham"],"words":"RT21 on it",
                 "incident":"i1","protest":null,"alert":null,"report":%s}"""
                .formatted(Instant.now(), type, report);
    }

    private void select(String role, boolean sensitive) {
        service.role(role);
        service.answer("/incidents/i1/timeline?*", 200,
                "{\"next\":null,\"items\":[" + told("report", "\"" + ID + "\"") + ","
                        + told("alert-raised", "null").replace("\"seq\":7", "\"seq\":6") + "]}");
        watch(Said.picture("c0",
                Said.open("i1", "")
                        .replace("\"title\":\"\"", "\"title\":null")
                        .replace("\"sensitive\":false", "\"sensitive\":" + sensitive)));
        screen.page.evaluate("() => { location.hash = 'sel=incident.i1'; }");
        screen.awaitText("muster-timeline", "RT21 on it");
    }

    private Locator read() {
        return screen.page.locator("muster-read button");
    }

    @Test
    void a_supervisor_reads_a_report_in_plain_words_and_is_told_that_the_reading_was_recorded() {
        service.answer("/reports/" + ID, 200, report);
        select("supervisor", true);
        read().waitFor();
        assertThat(read().count()).as("one report, one alert").isOne();
        assertThat(read().innerText()).contains("Read the report of", "Your reading is recorded.");
        assertThat(service.asked()).noneMatch(asked -> asked.contains("/reports/"));
        assertThat(screen.violations()).as("before").isEmpty();
        read().focus();
        screen.press("Enter");
        screen.awaitText("muster-read", "Informer at the mill");
        assertThat(screen.page.locator("muster-read").innerText())
                .contains("Two men seen.", "Ivanhoe Road", "40–60 people", "tense", "RT21",
                        "2 officers, at scene", "1 arrest: Affray", "aged 18–24", "3 injured",
                        "1 of them an officer", "EMERGENCY", "Sent by", "desk-2")
                .containsPattern("Your reading was recorded at \\d\\d:\\d\\d L")
                .doesNotContain("undefined", "null", "Status", "Reason");
        screen.awaitText("#polite", "Your reading was recorded at");
        assertThat(screen.violations()).as("read").isEmpty();
        screen.picture("reading");
        screen.press("Enter");
        screen.await("it is put away",
                () -> !screen.page.locator("muster-read").innerText().contains("Informer"));
        assertThat(service.asked().stream().filter(asked -> asked.contains("/reports/")).count())
                .isOne();
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void the_reports_of_a_sensitive_incident_are_read_from_the_timeline_of_its_alert() {
        service.answer("/reports/" + ID, 200, report);
        select("supervisor", true);
        service.say(SaidAlerts.changed(SaidAlerts.alert("a", "high", "Alert a")));
        screen.page.evaluate("() => { location.hash = 'sel=alert.a'; }");
        screen.awaitText("muster-selected h2", "Alert a");
        screen.awaitText("muster-timeline", "RT21 on it");
        read().click();
        screen.awaitText("muster-read", "Informer at the mill");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void a_protest_has_a_timeline_from_which_its_sensitive_reports_are_read() {
        service.role("supervisor");
        service.answer("/reports/" + ID, 200, report);
        service.answer("/protests/p1/timeline?*", 200,
                "{\"next\":null,\"items\":[" + told("report", "\"" + ID + "\"").replace(
                        "\"incident\":\"i1\",\"protest\":null",
                        "\"incident\":null,\"protest\":\"p1\"") + "]}");
        watch(Said.protests(List.of("areas", "incidents", "protests", "units"),
                Said.protest("p1", "March", "live", Instant.now())
                        .replace("\"sensitive\":false", "\"sensitive\":true")));
        screen.page.evaluate("() => { location.hash = 'sel=protest.p1'; }");
        screen.awaitText("muster-selected muster-timeline", "RT21 on it");
        read().click();
        screen.awaitText("muster-read", "Informer at the mill");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void who_may_not_reads_who_may() {
        select("controller", true);
        screen.awaitText("muster-readings",
                "Only supervisors and auditors may read its reports in full");
        assertThat(screen.page.locator("muster-readings").innerText()).contains("controller",
                "administrator");
        assertThat(read().count()).isZero();
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void what_is_not_sensitive_asks_for_no_reading() {
        select("supervisor", false);
        assertThat(screen.page.locator("muster-readings, muster-read").count()).isZero();
    }

    @Test
    void a_report_that_cannot_be_read_says_why_with_its_reference_and_can_be_asked_for_again() {
        screen.page.route("**/api/v1/reports/*",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)
                        .setHeaders(Map.of("Content-Type", "application/problem+json",
                                "X-Request-Id", "ref-77"))
                        .setBody("{\"status\":503,\"detail\":\"The disk is nearly full.\"}")));
        select("auditor", true);
        read().click();
        screen.awaitText("muster-read",
                "It could not be read. The disk is nearly full. Reference ref-77");
        assertThat(screen.violations()).isEmpty();
        screen.page.unroute("**/api/v1/reports/*");
        screen.page.route("**/api/v1/reports/*", Route::abort);
        read().click();
        screen.awaitText("muster-read", "Whether your reading was recorded is not known");
        screen.page.unroute("**/api/v1/reports/*");
        service.answer("/reports/" + ID, 200, report);
        read().click();
        screen.awaitText("muster-read", "Informer at the mill");
    }

    @Test
    void a_script_that_does_not_come_is_said() {
        screen.page.route("**/read-*.js", Route::abort);
        select("supervisor", true);
        screen.awaitText("muster-timeline", "What reads single reports could not be fetched");
        screen.page.unroute("**/read-*.js");
        read().waitFor();
    }
}
