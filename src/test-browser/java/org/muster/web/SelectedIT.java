package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** What is selected, in full, and the feed. */
final class SelectedIT extends AtDesk {
    private String said() {
        return desk.screen.page.locator("muster-selected").innerText();
    }

    private void select(String type, String id) {
        desk.screen.page.evaluate("which => { location.hash = `sel=${which}`; }", type + "." + id);
        desk.screen.page.locator("muster-selected [data-id='" + id + "']").waitFor();
    }

    /** An estimate of an incident's crowd, as a unit gave it. */
    private void estimate(String incident, String unit, int low, int high, String method)
            throws Exception {
        ObjectNode report = Api.JSON.createObjectNode();
        report.put("incident", incident).put("observedAt", Instant.now().toString());
        report.put("onBehalfOf", unit).put("text", "As seen by " + unit);
        report.putObject("crowd").put("low", low).put("high", high).put("method", method);
        desk.report(report);
    }

    @Test
    void every_estimate_stands_with_who_gave_it_how_and_when() throws Exception {
        ObjectNode report = ServiceIT.disturbance("Many eyes");
        report.putArray("arrests")
                .addObject()
                .put("offence", "breach-of-the-peace")
                .put("count", 4)
                .put("ageMin", 15)
                .put("ageMax", 17);
        report.putObject("methane").put("major", "standby").put("exactLocation", "Ivanhoe Road");
        String id = desk.report(report).path("incident").asText();
        estimate(id, "RT22", 50, 70, "count");
        estimate(id, "NPAS1", 900, 1_100, "aerial");
        select("incident", id);
        desk.screen.awaitText("muster-selected table", "NPAS1");
        assertThat(desk.screen.page.locator("muster-selected h2").innerText())
                .isEqualTo("Many eyes");
        String estimates = desk.screen.page.locator("muster-selected table").first().innerText();
        assertThat(estimates).contains("RT22", "Count", "50–70", "NPAS1", "Aerial", "900–1,100",
                "outlier", "40–60", " L", " Z", "ago");
        assertThat(said()).contains("RT21", "at scene", "Breach of the peace", "10 to 17",
                "Major incident on standby", "Ivanhoe Road", "Thurcroft, Rotherham");
        desk.screen.page.locator("muster-timeline .told").first().waitFor();
        desk.screen.awaitText("muster-timeline", "NPAS1");
        assertThat(desk.screen.page.locator("muster-timeline .told").count()).isEqualTo(3);
        assertThat(desk.violations()).isEmpty();
        desk.picture("selected-incident");
        assertThat(desk.screen.console()).isEmpty();
    }

    @Test
    void a_unit_and_an_area_lead_to_what_they_have_to_do_with() throws Exception {
        ObjectNode report = ServiceIT.disturbance("At the station");
        ((ObjectNode) report.path("officers").get(0)).put("unit", "RT41");
        String id = desk.report(report).path("incident").asText();
        select("unit", "RT41");
        assertThat(said()).contains("25", "at scene", "At the station", "53.39660, -1.25370");
        desk.screen.page.locator("muster-selected .link").first().focus();
        desk.press("Enter");
        desk.screen.page.locator("muster-selected [data-id='" + id + "']").waitFor();
        select("area", "rotherham");
        assertThat(said()).contains("Open incidents", "Officers at scene", "At the station", "RT41",
                "South Yorkshire");
        desk.picture("selected-area");
        assertThat(desk.violations()).isEmpty();
    }

    @Test
    void what_is_not_within_ones_rights_is_said_to_be_out_of_sight() {
        String nobody = "00000000-0000-7000-8000-000000000000";
        desk.screen.page.evaluate("which => { location.hash = `sel=${which}`; }", "unit." + nobody);
        desk.screen.awaitText("muster-selected", "not within what you may see");
    }

    @Test
    void the_feed_has_more_to_load_and_what_is_new_waits_while_somebody_reads() throws Exception {
        for (int number = 0; number < 60; number++) {
            ObjectNode report = Api.JSON.createObjectNode();
            report.put("observedAt", Instant.now().toString()).put("onBehalfOf", "RT50");
            report.put("text", "Still quiet " + number).put("allQuiet", true);
            report.putObject("location").put("lat", 53.44).put("lon", -1.36);
            desk.report(report);
        }
        desk.screen.page.setViewportSize(1920, 1080);
        desk.screen.awaitText("muster-feed .told", "RT50");
        desk.screen.await("the newest",
                () -> desk.screen.page.locator("muster-feed .told").count() >= 50);
        int shown = desk.screen.page.locator("muster-feed .told").count();
        desk.screen.page.locator("muster-feed .more").focus();
        desk.press("Enter");
        desk.screen.await("more",
                () -> desk.screen.page.locator("muster-feed .told").count() > shown);
        String id = desk.report(ServiceIT.disturbance("While reading")).path("incident").asText();
        desk.screen.awaitText("muster-feed .news", "1 new");
        desk.picture("feed-held");
        desk.screen.page.locator("muster-feed .news button").focus();
        desk.press("Enter");
        desk.screen.awaitText("muster-feed .told", "While reading");
        desk.screen.page.locator("muster-feed button.told-words").first().focus();
        desk.press("Enter");
        desk.screen.page.locator("muster-selected [data-id='" + id + "']").waitFor();
        assertThat(desk.violations()).isEmpty();
        assertThat(desk.screen.console()).isEmpty();
    }

    @Test
    void the_feed_of_one_area_has_nothing_of_another() throws Exception {
        desk.screen.page.setViewportSize(1920, 1080);
        desk.report(ServiceIT.disturbance("In Thurcroft"));
        desk.screen.awaitText("muster-feed", "In Thurcroft");
        desk.screen.page.locator("#feed-area").selectOption("sheffield");
        desk.screen.awaitText("muster-feed", "Nothing has come in from this area.");
        desk.screen.page.locator("#feed-area").selectOption("thurcroft");
        desk.screen.awaitText("muster-feed", "In Thurcroft");
    }
}
