package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** A report by radio that ends something or sends units is asked about before it goes. */
final class ReportAskIT extends AtDesk {
    private static final String ASKED = "#report-asks";
    private static final String KNOWN = """
            id => {
              const { incidents, protests } = document.querySelector('muster-selected').picture;
              return incidents.has(id) || protests.has(id);
            }""";
    private final List<String> sent = new ArrayList<>();

    @BeforeEach
    void listen() {
        desk.screen.page.onRequest(request -> {
            if (request.url().endsWith("/api/v1/reports")) {
                sent.add(String.valueOf(request.postData()));
            }
        });
    }

    /** The form, about something that is selected, with the focus on the call sign. */
    private void about(String type, String id, String title) {
        desk.screen.await("what it is about in the picture",
                () -> (Boolean) desk.screen.page.evaluate(KNOWN, id));
        desk.screen.page.evaluate("sel => { location.hash = `sel=${sel}`; }", type + "." + id);
        desk.screen.awaitText("muster-selected h2", title);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.press("Control+a");
    }

    private void closing(String unit) {
        desk.type(unit);
        desk.press("Tab", "Tab", "Tab", "Tab", "Tab");
        desk.awaitFocus("status");
        desk.type("clo");
        desk.press("Enter");
    }

    @Test
    void an_incident_is_closed_only_after_it_was_asked() throws Exception {
        String id = desk.known("Over now", "RT41", 53.31).path("incident").asText();
        about("incident", id, "Over now");
        closing("RT41");
        desk.screen.awaitText(ASKED, "This closes the incident “Over now”.");
        desk.awaitFocus("Confirm");
        assertThat(desk.screen.page
                .evaluate("() => document.activeElement.getAttribute('aria-describedby')"))
                .isEqualTo("report-asks");
        assertThat(desk.violations()).isEmpty();
        desk.picture("report-asks");
        assertThat(sent).isEmpty();
        desk.press("Enter");
        assertThat(desk.recorded()).isEqualTo(id);
        assertThat(desk.incident(id).path("status").asText()).isEqualTo("closed");
        assertThat(sent).hasSize(1);
        assertThat(desk.screen.console()).isEmpty();
    }

    @Test
    void back_leads_to_what_was_written_and_what_ends_nothing_goes_at_once() throws Exception {
        String id = desk.known("Not over yet", "RT42", 53.32).path("incident").asText();
        about("incident", id, "Not over yet");
        closing("RT42");
        desk.awaitFocus("Confirm");
        desk.press("Tab", "Enter");
        desk.awaitFocus("Send");
        assertThat(desk.value("callSign")).isEqualTo("RT42");
        assertThat(desk.value("status")).isEqualTo("closed");
        desk.screen.page.locator("[name='status']").focus();
        desk.type("con");
        desk.press("Enter");
        assertThat(desk.recorded()).isEqualTo(id);
        assertThat(desk.incident(id).path("status").asText()).isEqualTo("contained");
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_key_that_is_held_down_answers_nothing_and_what_is_changed_is_asked_anew()
            throws Exception {
        String id = desk.known("Held down", "RT43", 53.33).path("incident").asText();
        about("incident", id, "Held down");
        closing("RT43");
        desk.awaitFocus("Confirm");
        desk.press("Shift+Tab");
        desk.screen.page.locator("[name='status']").focus();
        desk.screen.page.keyboard().down("Enter");
        desk.awaitFocus("Confirm");
        desk.screen.page.keyboard().down("Enter");
        desk.screen.page.keyboard().up("Enter");
        assertThat(desk.focused()).startsWith("Confirm");
        desk.screen.page.locator("[name='officers']").fill("25");
        desk.screen.await("the question is gone",
                () -> desk.screen.page.locator(ASKED).count() == 0);
        desk.screen.page.locator("[name='state']").selectOption("en-route");
        desk.screen.page.locator("[name='state']").press("Enter");
        desk.screen.awaitText(ASKED, "This closes the incident “Held down”. "
                + "This sends RT43 (25 officers) to “Held down”.");
        assertThat(sent).isEmpty();
    }

    @Test
    void units_are_sent_only_after_it_was_asked_and_once_for_a_report_that_was_refused()
            throws Exception {
        desk.known("Where they go from", "RT44", 53.34);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.press("Control+a");
        desk.type("RT44");
        desk.press("Tab");
        desk.type("unit report");
        desk.press("Tab");
        desk.screen.page.locator("[name='officers']").fill("1");
        desk.screen.page.locator("[name='crowd']").fill("60-40");
        desk.screen.page.locator("[name='state']").selectOption("en-route");
        desk.screen.page.locator("[name='state']").press("Enter");
        desk.screen.awaitText(ASKED, "This sends RT44 (1 officer).");
        assertThat(sent).isEmpty();
        desk.awaitFocus("Confirm");
        desk.press("Enter");
        desk.screen.awaitText(".form-words", "not right");
        desk.screen.page.locator("[name='crowd']").fill("");
        desk.screen.page.locator("[name='crowd']").press("Enter");
        desk.screen.awaitText(".receipt", "Recorded");
        assertThat(sent).hasSize(2);
    }

    @Test
    void a_protest_is_ended_only_after_it_was_asked() throws Exception {
        ObjectNode plan = Api.JSON.createObjectNode();
        plan.put("title", "March that ends").put("category", "procession");
        plan.put("startsAt", Instant.now().minusSeconds(600).toString());
        ObjectNode place = plan.putObject("place").put("type", "Point");
        place.putArray("coordinates").add(-1.3566).add(53.4308);
        JsonNode planned = desk.plan(plan);
        String id = planned.path("id").asText();
        about("protest", id, "March that ends");
        closing("RT45");
        desk.screen.awaitText(ASKED, "This ends the protest “March that ends”.");
        assertThat(sent).isEmpty();
        desk.awaitFocus("Confirm");
        desk.press("Enter");
        desk.screen.awaitText(".receipt", "Recorded");
        assertThat(desk.api.get("protests/" + id).path("status").asText()).isEqualTo("ended");
    }
}
