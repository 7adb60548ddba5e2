package org.muster.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.SampleAlert;
import org.muster.model.Settings;

/** An alert as the outside sees it. */
final class AlertJsonTest {
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00Z");
    private static final Settings SETTINGS = new Settings("", List.of(), List.of(), List.of(),
            List.of(), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT,
            List.of(SampleAlert.RULE));
    /** As the contract's example has it, and what the rule is called. */
    private static final List<String> MEMBERS = List.of("id", "rule", "ruleVersion", "ruleTitle",
            "severity", "state", "raisedCount", "late", "drill", "subject", "areas", "message",
            "value", "threshold", "raisedAt", "effectiveAt", "evidence", "acknowledgedBy",
            "acknowledgedAt", "assignee", "shelvedUntil", "shelvedBy", "shelvedSecond",
            "suppressedBy", "clearedAt", "clearedBy", "seen");

    private final Alert alert = SampleAlert.of(new UUID(1, 2), 20,
            List.of("thurcroft", "rotherham"), NOW);

    @Test
    void every_member_is_always_there_and_null_where_there_is_nothing() throws IOException {
        JsonNode json = json(out -> AlertJson.alert(out, alert, SETTINGS));
        List<String> members = new ArrayList<>();
        json.fieldNames().forEachRemaining(members::add);
        assertThat(members).containsExactlyElementsOf(MEMBERS);
        assertThat(json.toString()).isEqualTo("{\"id\":\"00000000-0000-0001-0000-000000000002\","
                + "\"rule\":\"crowd-per-officer\",\"ruleVersion\":3,"
                + "\"ruleTitle\":\"Many people for each officer\",\"severity\":\"high\","
                + "\"state\":\"unacknowledged\",\"raisedCount\":1,\"late\":false,\"drill\":false,"
                + "\"subject\":{\"type\":\"incident\","
                + "\"id\":\"00000000-0000-0001-0000-000000000002\"},"
                + "\"areas\":[\"thurcroft\",\"rotherham\"],"
                + "\"message\":\"60 people per officer at Ivanhoe Road, limit 20\","
                + "\"value\":60,\"threshold\":20,\"raisedAt\":\"2014-09-06T20:40:00.000Z\","
                + "\"effectiveAt\":\"2014-09-06T20:40:00.000Z\",\"evidence\":[17,19],"
                + "\"acknowledgedBy\":null,\"acknowledgedAt\":null,\"assignee\":null,"
                + "\"shelvedUntil\":null,\"shelvedBy\":null,\"shelvedSecond\":null,\"suppressedBy\":null,\"clearedAt\":null,"
                + "\"clearedBy\":null,\"seen\":[]}");
    }

    @Test
    void who_did_what_and_who_saw_it_is_told() throws IOException {
        Alert over = SampleAlert.seen(SampleAlert.in(alert, AlertState.CLEARED, NOW), "desk-2",
                NOW);
        JsonNode json = json(out -> AlertJson.whole(out, over, SETTINGS, true));
        assertThat(json.path("acknowledgedBy").asText()).isEqualTo("desk-1");
        assertThat(json.path("clearedBy").asText()).isEqualTo("system");
        assertThat(json.path("seen").toString())
                .isEqualTo("[{\"who\":\"desk-2\",\"at\":\"2014-09-06T20:40:00.000Z\"}]");
        assertThat(json.path("history").toString())
                .isEqualTo("[{\"seq\":20,\"at\":\"2014-09-06T20:40:00.000Z\","
                        + "\"what\":\"alert-commented\",\"who\":\"desk-1\",\"words\":\"a remark\",\"second\":null}]");
    }

    @Test
    void who_shelved_it_is_told_with_who_stands_for_it_too() throws IOException {
        Alert shelved = SampleAlert.shelved(alert,
                new Alert.Shelf(NOW, "desk-1", "known", "desk-2"));
        JsonNode json = json(out -> AlertJson.alert(out, shelved, SETTINGS));
        assertThat(json.path("shelvedBy").asText()).isEqualTo("desk-1");
        assertThat(json.path("shelvedSecond").asText()).isEqualTo("desk-2");
        assertThat(json.has("shelvedReason")).isFalse();
    }

    @Test
    void a_rule_that_is_gone_is_called_by_its_id() throws IOException {
        assertThat(
                json(out -> AlertJson.alert(out, alert, Settings.NONE)).path("ruleTitle").asText())
                .isEqualTo("crowd-per-officer");
    }

    private static JsonNode json(Json.Writing writing) throws IOException {
        return Mapper.RECORDS.readTree(Json.bytes(writing));
    }
}
