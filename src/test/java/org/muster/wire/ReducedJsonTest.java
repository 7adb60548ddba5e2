package org.muster.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.muster.model.AlertSubject;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.SampleAlert;
import org.muster.model.StoredEntry;

/** What is left of a report that was given in confidence. */
final class ReducedJsonTest {
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00Z");
    private static final Location CENTRE = new Location(53.5, -1.5, null, null);
    private static final String SECRET = "s3cret";

    @Test
    void every_field_of_a_report_is_either_kept_or_told_otherwise_or_left_out() {
        Set<String> all = new HashSet<>();
        Arrays.stream(Report.class.getRecordComponents())
                .forEach(field -> all.add(field.getName()));
        Set<String> left = new HashSet<>(all);
        left.removeAll(ReducedJson.KEPT);
        assertThat(left).containsExactlyInAnyOrder("location", "methane", "title", "text",
                "reason");
        assertThat(all).containsAll(ReducedJson.KEPT);
    }

    @Test
    void words_and_place_are_gone_and_figures_stay() throws IOException {
        StoredEntry stored = stored(
                report().crowd(new CrowdEstimate(40, null, 60, CrowdMethod.ESTIMATE, null))
                        .emergency(true));
        String text = new String(ReducedJson.of(stored, CENTRE), StandardCharsets.UTF_8);
        assertThat(new String(stored.bytes(), StandardCharsets.UTF_8)).contains(SECRET)
                .contains("53.39");
        assertThat(text).doesNotContain(SECRET).doesNotContain("53.39").doesNotContain("0a1b2c");
        JsonNode entry = Mapper.RECORDS.readTree(text);
        JsonNode report = entry.path("body").path("report");
        assertThat(entry.path("seq").asLong()).isEqualTo(7);
        assertThat(entry.path("body").path("reduced").asBoolean()).isTrue();
        assertThat(report.path("location").path("lat").asDouble()).isEqualTo(53.5);
        assertThat(report.path("location").size()).isEqualTo(2);
        assertThat(report.path("crowd").path("high").asInt()).isEqualTo(60);
        assertThat(report.path("emergency").asBoolean()).isTrue();
        assertThat(report.path("methane").path("major").asText()).isEqualTo("standby");
        assertThat(report.path("methane").path("casualties").path("serious").asInt()).isEqualTo(2);
        assertThat(report.path("methane").path("services").size()).isEqualTo(1);
    }

    @Test
    void without_a_centre_there_is_no_place_and_without_a_place_no_centre() throws IOException {
        assertThat(reduced(report(), null).has("location")).isFalse();
        assertThat(
                reduced(report().location(null).corrects(new UUID(1, 1)), CENTRE).has("location"))
                .isFalse();
    }

    @Test
    void an_alert_keeps_its_discreet_message_alone() throws IOException {
        Entry entry = new Entry(7, NOW, "system", List.of("thurcroft"),
                new Entry.AlertRaised(new UUID(1, 2), "r",
                        new AlertSubject(AlertSubject.Type.INCIDENT, "i"), false,
                        SampleAlert.finding("at " + SECRET, "in Thurcroft", NOW)));
        JsonNode reduced = Mapper.RECORDS.readTree(ReducedJson
                .of(new StoredEntry(entry, EntryJson.encode(entry), new byte[0]), CENTRE));
        assertThat(reduced.toString()).doesNotContain(SECRET).doesNotContain("discreet");
        assertThat(reduced.at("/body/finding/message").asText()).isEqualTo("in Thurcroft");
        assertThat(reduced.at("/body/finding/value").asInt()).isEqualTo(60);
        assertThat(reduced.at("/body/reduced").asBoolean()).isTrue();
    }

    private static JsonNode reduced(ReportBuilder report, @Nullable Location centre)
            throws IOException {
        return Mapper.RECORDS.readTree(ReducedJson.of(stored(report), centre))
                .path("body")
                .path("report");
    }

    private static ReportBuilder report() {
        return Report.of(new UUID(1, 2), NOW)
                .category("assault")
                .title(SECRET)
                .text(SECRET)
                .reason(SECRET)
                .location(new Location(53.3966, -1.2537, 30.0, SECRET))
                .methane(new Methane(Methane.Major.STANDBY, SECRET, SECRET, List.of(SECRET), SECRET,
                        new Methane.Casualties(0, 2, 1, true),
                        List.of(new Methane.Service("ambulance", 1, 3))));
    }

    private static StoredEntry stored(ReportBuilder report) {
        Entry entry = new Entry(7, NOW, "RT21", List.of("thurcroft", "rotherham"),
                new Entry.ReportRecorded(report.build(), new UUID(3, 4), null, true, "RT21", NOW,
                        true, null, List.of(), List.of(), "0a1b2c", List.of()));
        return new StoredEntry(entry, EntryJson.encode(entry), new byte[0]);
    }
}
