package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** What somebody sent by radio, corrected and withdrawn from its timeline. */
final class OwnReportIT extends AtDesk {

    /** Takes an update by radio of an incident that is selected then. */
    private void send(JsonNode opened, String unit, String crowd) {
        select(opened);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type(unit);
        desk.screen.page.locator("[name='crowd']").fill(crowd);
        desk.screen.page.locator("[name='text']").fill("Bottles thrown");
        desk.press("Enter");
        desk.recorded();
        desk.press("Enter");
    }

    private void select(JsonNode opened) {
        desk.screen.page.evaluate("id => { location.hash = `sel=incident.${id}`; }",
                opened.path("incident").asText());
        desk.screen.page.locator("muster-timeline .told").first().waitFor();
    }

    private Locator own(String what) {
        return desk.screen.page.locator("muster-own [data-own='" + what + "']");
    }

    private JsonNode incident(JsonNode opened) throws IOException, InterruptedException {
        return desk.incident(opened.path("incident").asText());
    }

    @Test
    void what_was_sent_is_corrected_in_the_form_and_stands_in_its_place() throws Exception {
        JsonNode opened = desk.known("Mistyped", "RT51", 53.351);
        send(opened, "RT51", "400-600");
        own("correct").waitFor();
        assertThat(own("correct").count()).as("one's own alone").isOne();
        assertThat(desk.violations()).isEmpty();
        own("correct").focus();
        desk.press("Enter");
        desk.awaitFocus("crowd");
        assertThat(desk.screen.page.locator(".dialog-report h2").innerText())
                .isEqualTo("Report by radio, corrected");
        assertThat(desk.value("callSign")).isEqualTo("RT51");
        assertThat(desk.value("about")).isEqualTo("Mistyped");
        assertThat(desk.value("crowd")).isEqualTo("400-600");
        assertThat(desk.value("text")).isEqualTo("Bottles thrown");
        assertThat(desk.violations()).isEmpty();
        desk.picture("report-correct");
        desk.press("Control+a");
        desk.type("40-60");
        desk.press("Enter");
        desk.recorded();
        desk.press("Enter");
        JsonNode now = incident(opened);
        assertThat(now.path("crowd").path("high").asInt()).isEqualTo(60);
        assertThat(now.path("crowd").path("estimates").toString()).doesNotContain("600");
        desk.screen.awaitText("muster-timeline", "corrected since");
        assertThat(own("correct").count()).as("the last of the chain").isOne();
        assertThat(desk.screen.console()).isEmpty();
    }

    @Test
    void what_the_form_has_no_field_for_and_what_it_left_alone_stay_to_the_letter()
            throws Exception {
        String name = "writer-" + System.nanoTime();
        String token = service.token("controller", name);
        ObjectNode report = ServiceIT.disturbance("To the letter");
        ((ObjectNode) report.path("location")).put("lat", 53.3521234567)
                .put("accuracy", 30)
                .put("place", "Mill Lane");
        ((ObjectNode) report.path("crowd")).put("best", 44);
        report.putArray("arrests")
                .addObject()
                .put("offence", "affray")
                .put("count", 2)
                .put("ageBand", "10-17");
        report.putObject("methane").put("major", "standby");
        ((ObjectNode) report.path("officers").get(0)).put("unit", "RT52");
        report.withArray("officers")
                .addObject()
                .put("unit", "RT53")
                .put("count", 5)
                .put("state", "en-route");
        Api.Answer sent = new Api(service::url, token).report(report);
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        desk.signIn(token);
        select(sent.json());
        own("correct").click();
        desk.awaitFocus("crowd");
        assertThat(desk.value("about")).isEqualTo("Disturbance");
        desk.screen.page.locator("[name='text']").fill("Added later");
        desk.press("Enter");
        desk.screen.page.locator(".form-asks .primary").click();
        assertThat(desk.recorded()).isEqualTo(sent.json().path("incident").asText());
        JsonNode last = desk.api
                .get("incidents/" + sent.json().path("incident").asText() + "/timeline?limit=1");
        JsonNode again = desk.api
                .get("reports/" + last.path("items").get(0).path("report").asText())
                .at("/body/report");
        assertThat(again.path("corrects").asText()).isEqualTo(sent.json().path("id").asText());
        assertThat(again.path("text").asText()).isEqualTo("Added later");
        for (String part : new String[] {"location", "crowd", "officers", "arrests", "methane",
                "title", "category"}) {
            assertThat(again.path(part)).as(part)
                    .isEqualTo(desk.api.get("reports/" + sent.json().path("id").asText())
                            .at("/body/report")
                            .path(part));
        }
        assertThat(last.path("items").get(0).path("corrects")).isEqualTo(again.path("corrects"));
    }

    @Test
    void a_report_is_withdrawn_after_a_question_and_counts_no_more() throws Exception {
        JsonNode opened = desk.known("Wrong street", "RT54", 53.353);
        send(opened, "RT54", "700-900");
        own("withdraw").click();
        desk.screen.awaitText(".dialog-withdraw", "This cannot be undone");
        desk.screen.awaitText(".dialog-withdraw", "700 to 900 people");
        desk.awaitFocus("reason");
        assertThat(desk.violations()).isEmpty();
        desk.picture("report-withdraw");
        desk.screen.page.getByText("Keep it").click();
        assertThat(incident(opened).path("crowd").path("estimates").toString()).contains("900");
        own("withdraw").click();
        desk.awaitFocus("reason");
        desk.type("Another street");
        desk.press("Enter");
        desk.screen.awaitText("#polite", "The report is withdrawn.");
        desk.screen.awaitText("muster-timeline", "withdrawn since");
        desk.screen.awaitText("muster-timeline", "Another street");
        assertThat(own("withdraw").count()).isZero();
        assertThat(incident(opened).path("crowd").path("high").asInt()).isEqualTo(60);
        assertThat(desk.screen.console()).isEmpty();
    }

    @Test
    void a_withdrawal_whose_answer_was_lost_is_sent_again_and_recorded_once() throws Exception {
        JsonNode opened = desk.known("Lost withdrawal", "RT55", 53.354);
        send(opened, "RT55", "70-90");
        int[] tries = {0};
        desk.profile.route("**/api/v1/reports", route -> {
            if (tries[0]++ == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        own("withdraw").click();
        desk.awaitFocus("reason");
        desk.press("Enter");
        desk.screen.awaitText(".dialog-withdraw", "Not sent: the service does not answer.");
        desk.type("Late thought");
        desk.press("Enter");
        desk.screen.awaitText("#polite", "The report is withdrawn.");
        JsonNode told = desk.api.get("incidents/" + opened.path("incident").asText() + "/timeline")
                .path("items");
        assertThat(told).filteredOn(entry -> entry.path("withdrawn").asBoolean()).hasSize(1);
    }

    @Test
    void what_somebody_corrected_meanwhile_is_refused_in_plain_words_with_its_reference()
            throws Exception {
        JsonNode opened = desk.known("Overtaken", "RT56", 53.355);
        send(opened, "RT56", "30-50");
        own("correct").click();
        desk.awaitFocus("crowd");
        JsonNode told = desk.api
                .get("incidents/" + opened.path("incident").asText() + "/timeline?limit=1")
                .path("items")
                .get(0);
        ObjectNode other = Api.JSON.createObjectNode();
        other.put("corrects", told.path("report").asText()).put("withdrawn", true);
        other.put("observedAt", told.path("at").asText());
        desk.report(other);
        desk.press("Control+a");
        desk.type("31-51");
        desk.press("Enter");
        desk.screen.awaitText(".form-words", "this report was corrected or withdrawn already");
        assertThat(desk.screen.page.locator(".form-words").innerText()).contains("Reference ");
    }
}
