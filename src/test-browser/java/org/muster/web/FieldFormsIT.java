package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** METHANE and a call for support, filled in by thumb, and what the record has of each field. */
final class FieldFormsIT extends WithService {
    private static final String HERE = """
            "location": {"lat": 53.3966, "lon": -1.2537, "accuracy": 12.0}""";
    private static final int MINUTES_AGO = 15;
    private Phone phone;

    @BeforeEach
    void open() throws Exception {
        phone = Phone.open(service, browsing);
        phone.stand(53.3966, -1.2537, 12);
        phone.link("Settings");
        phone.awaitText("main", "Known to 12 m");
        phone.link("Back");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    /** Taps a button with this very name so often. */
    private void times(int taps, String button) {
        for (int tap = 0; tap < taps; tap++) {
            phone.page
                    .getByRole(AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(button).setExact(true))
                    .click();
        }
    }

    private void write(String label, String words) {
        phone.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(words);
    }

    /** A report as it is recorded, without what is of the moment. */
    private JsonNode said(int index) throws Exception {
        ObjectNode report = report(index).deepCopy();
        report.remove("id");
        report.remove("observedAt");
        return report;
    }

    private JsonNode report(int index) throws Exception {
        return phone.recorded().get(index).at("/body/report");
    }

    private static JsonNode json(String text) throws Exception {
        return Api.JSON.readTree(text);
    }

    @Test
    void methane_is_recorded_as_it_was_filled_in_line_by_line() throws Exception {
        phone.form("METHANE");
        phone.choose("About", "Something new");
        phone.choose("What", "Riot");
        phone.send();
        phone.awaitText("main .choices .refused", "Choose one.");
        phone.tap("declared");
        write("Exact location", " Mill yard, gate 2 ");
        write("Type of incident", "Building on fire, crowd around it");
        write("Hazards, one a line", "fire\n\n broken glass \n");
        write("Access", "by the bridge only");
        times(1, "More: Dead");
        times(3, "More: Serious");
        times(1, "Less: Serious");
        write("Minor", "12");
        phone.tap("These are estimates");
        times(4, "More: Police: there");
        write("Police: needed", "25");
        times(2, "More: Ambulance: needed");
        write("Another service", "Mountain rescue");
        times(1, "More: Mountain rescue: there");
        phone.tap("Here ±12 m");
        phone.choose("When", MINUTES_AGO + " min ago");
        phone.note("second wall may fall");
        Instant sent = Instant.now();
        phone.send();
        phone.awaitState("METHANE: major incident declared", "received");
        assertThat(said(0)).isEqualTo(json("{" + HERE + """
                , "category": "riot", "text": "second wall may fall", "officers": [], "methane": {
                  "major": "declared", "exactLocation": "Mill yard, gate 2",
                  "type": "Building on fire, crowd around it",
                  "hazards": ["fire", "broken glass"], "access": "by the bridge only",
                  "casualties": {"dead": 1, "serious": 2, "minor": 12, "estimated": true},
                  "services": [
                    {"agency": "Police", "present": 4, "required": 25},
                    {"agency": "Ambulance", "present": 0, "required": 2},
                    {"agency": "Mountain rescue", "present": 1, "required": 0}]}}"""));
        assertThat(Instant.parse(report(0).path("observedAt").asText())).isBetween(
                sent.minusSeconds(60 * (MINUTES_AGO + 1)),
                sent.minusSeconds(60 * MINUTES_AGO - 30));
        assertThat(phone.recorded().getFirst().at("/body/incident").asText()).isNotEmpty();
    }

    @Test
    void a_call_for_support_is_recorded_with_its_number_its_kind_and_its_place() throws Exception {
        phone.form("Need support");
        phone.send();
        phone.awaitText("main .line .refused", "One or more.");
        times(1, "+10 Officers needed");
        times(1, "+5 Officers needed");
        times(2, "More: Officers needed");
        times(1, "Less: Officers needed");
        phone.choose("Kind", "PSU");
        phone.tap("Here ±12 m");
        phone.note("north side");
        phone.send();
        phone.awaitState("Support needed: 16 officers", "received");
        assertThat(said(0)).isEqualTo(json("{" + HERE + """
                , "text": "north side",
                  "officers": [{"count": 16, "state": "requested", "role": "psu"}]}"""));
    }

    @Test
    void methane_and_the_support_for_it_are_written_without_signal_and_sent_later()
            throws Exception {
        phone.aeroplane(true);
        phone.form("METHANE");
        phone.choose("About", "Something new");
        phone.choose("What", "Riot");
        phone.tap("standby");
        times(1, "More: Fire: needed");
        phone.tap("Here ±12 m");
        phone.send();
        phone.form("Need support");
        times(1, "More: Officers needed");
        phone.choose("About", "METHANE: major incident standby (not sent yet)");
        phone.tap("Not known");
        phone.send();
        phone.awaitText(".head", "No signal. 2 saved on phone");
        phone.closeTab();
        phone.reopen();
        phone.awaitText(".head", "2 saved on phone");
        assertThat(phone.recorded()).isEmpty();
        phone.aeroplane(false);
        phone.awaitState("Support needed: 1 officer", "received");
        assertThat(said(0)).isEqualTo(json("{" + HERE
                + """
                , "category": "riot", "officers": [], "methane": {"major": "standby",
                  "hazards": [], "services": [{"agency": "Fire", "present": 0, "required": 1}]}}"""));
        String incident = phone.recorded().getFirst().at("/body/incident").asText();
        assertThat(incident).isNotEmpty();
        assertThat(said(1)).isEqualTo(json("""
                {"incident": "%s", "officers": [{"count": 1, "state": "requested"}]}"""
                .formatted(incident)));
    }
}
