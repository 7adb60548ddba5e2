package org.muster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.core.AlertLog;
import org.muster.model.Alerting;
import org.muster.model.CredentialChange;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Mood;
import org.muster.model.Report;
import org.muster.model.Role;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.model.Warning;

final class EntryJsonTest {
    private static final Instant AT = Instant.parse("2014-09-06T20:41:00.123Z");
    private static final UUID ID = UUID.fromString("0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11");

    static Stream<Entry> entries() {
        Report full = Report.of(ID, AT)
                .category("disturbance")
                .title("Störung \"Ivanhoe\"\n")
                .location(new Location(53.3966, -1.2537, 30.0, "Ivanhoe Road"))
                .crowd(new CrowdEstimate(40, 50, 60, CrowdMethod.ESTIMATE, Mood.HOSTILE))
                .officers(List.of(new Deployment("RT21", "psu", 25, DeploymentState.AT_SCENE),
                        new Deployment(null, null, 10, DeploymentState.REQUESTED)))
                .status(IncidentStatus.CLOSED)
                .closingCategory("affray")
                .text("Group of around fifty \u2013 \uD83D\uDE93.")
                .build();
        Report bare = Report.of(ID, AT).incident(ID).build();
        Settings settings = new Settings("ab12",
                List.of(new Settings.AreaDefinition("sy", "South Yorkshire", null),
                        new Settings.AreaDefinition("rotherham", "Rotherham", "sy")),
                List.of(new Settings.Category("disturbance", "Disturbance",
                        Settings.Kind.INCIDENT)),
                List.of(new Settings.Offence("riot", "Riot", "1987-04-01", null)), List.of("psu"),
                new Settings.Windows(30, 60), Settings.Clashing.DEFAULT);
        return Stream
                .of(new Entry.ReportRecorded(full, ID, null, true, "RT21", AT, false, null,
                        List.of(), List.of(), "00ff", List.of(Warning.OBSERVED_IN_FUTURE)),
                        new Entry.ReportRecorded(bare, ID, null, false, "desk-2", AT, false, null,
                                List.of(), List.of(), "00ff", List.of()),
                        new Entry.SettingsApplied(settings, Map.of(ID, List.of("rotherham", "sy")),
                                List.of(new Entry.AreasOfPlace(53.43, -1.35,
                                        List.of("rotherham", "sy"))),
                                null),
                        new Entry.AlertShelved(ID, AT, "known", "desk-2"),
                        new Entry.AlertShelved(ID, AT, "known", null),
                        new Entry.AccessNoted(new CredentialChange(CredentialChange.Kind.REVOKED,
                                "c1", "desk-2", Role.CONTROLLER, List.of("rotherham"), AT)))
                .map(body -> new Entry(17, AT, "RT21", List.of("rotherham", "sy"), body));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_entry_comes_back_as_it_was_and_gives_the_same_bytes_again(Entry entry) {
        byte[] bytes = EntryJson.encode(entry);
        Entry back = EntryJson.decode(bytes);
        assertThat(back).isEqualTo(entry);
        assertThat(EntryJson.encode(back)).isEqualTo(bytes);
    }

    @Test
    void an_entry_reads_as_the_contract_says() {
        String text = new String(EntryJson.encode(entries().toList().get(1)),
                StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("{\"seq\":17,\"at\":\"2014-09-06T20:41:00.123Z\","
                + "\"type\":\"report\",\"actor\":\"RT21\",\"areas\":[\"rotherham\",\"sy\"],"
                + "\"body\":{\"report\":{\"id\":\"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11\","
                + "\"incident\":\"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11\","
                + "\"observedAt\":\"2014-09-06T20:41:00.123Z\",\"officers\":[]},"
                + "\"incident\":\"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11\",\"opened\":false,"
                + "\"observer\":\"desk-2\",\"effectiveAt\":\"2014-09-06T20:41:00.123Z\","
                + "\"contentSha256\":\"00ff\",\"warnings\":[]}}");
    }

    @Test
    void settings_written_before_places_had_areas_are_read_without_any() {
        Entry now = entries().toList().get(2);
        String before = new String(EntryJson.encode(now), StandardCharsets.UTF_8)
                .replaceFirst(",\"areasOfPlaces\":\\[.*?\\]\\}\\]", "");
        assertThat(before).doesNotContain("areasOfPlaces");
        Entry.SettingsApplied body = (Entry.SettingsApplied) EntryJson
                .decode(before.getBytes(StandardCharsets.UTF_8))
                .body();
        assertThat(body.areasOfPlaces()).isEmpty();
        assertThat(body.areasOfOpen()).containsOnlyKeys(ID);
    }

    @Test
    void what_was_written_before_there_were_second_persons_is_read_without_any()
            throws IOException {
        String entry = """
                {"seq":17,"at":"2014-09-06T20:41:00.123Z","type":"alert-shelved","actor":"desk-1",
                 "areas":[],"body":{"alert":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11",
                 "until":"2014-09-06T20:41:00.123Z","reason":"known"}}""";
        assertThat(EntryJson.decode(entry.getBytes(StandardCharsets.UTF_8)).body())
                .isEqualTo(new Entry.AlertShelved(ID, AT, "known", null));
        assertThat(Mapper.RECORDS.readValue("{\"minutesMax\":60,\"warnMinutes\":1}",
                Alerting.Shelving.class)).isEqualTo(new Alerting.Shelving(60, 1, false));
        // Of a snapshot.
        assertThat(Mapper.RECORDS.readValue("""
                {"until":1,"by":"desk-1","reason":"known","since":0,"severity":"high",
                 "isWarned":true}""", AlertLog.OnShelf.class)).isEqualTo(
                new AlertLog.OnShelf(1, "desk-1", "known", 0, Severity.HIGH, true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"seq\":1,\"at\":\"x\",\"type\":\"report\"}",
            "{\"seq\":1,\"at\":\"2014-09-06T20:41:00.123Z\",\"type\":\"of-tomorrow\","
                    + "\"actor\":\"a\",\"areas\":[],\"body\":{}}"})
    void bytes_that_are_no_entry_are_said_to_be_none(String bytes) {
        assertThatThrownBy(() -> EntryJson.decode(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UncheckedIOException.class);
    }
}
