package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Annunciation;
import org.muster.model.Annunciation.Kind;
import org.muster.model.Cursor;
import org.muster.model.Desk;
import org.muster.model.Role;
import org.muster.model.SampleAlert;
import org.muster.model.SampleArea;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.model.Versions;
import org.muster.view.Known;
import org.muster.view.Load;
import org.muster.view.View;
import org.muster.wire.Mapper;

/** How well desks are served: one for all, one for the north, which lies in the shire. */
final class HealthReadsTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    private static final UUID ALERT = new UUID(1, 1);

    private final List<Annunciation> day = new ArrayList<>();
    private Known<Alert> alerts = Known.none();
    private Desk all = new Desk("all", List.of(), null, 3, List.of());

    @ParameterizedTest
    @CsvSource({"CONTROLLER,all,,all", "CONTROLLER,north,north,north", "CONTROLLER,x,,''",
            "SUPERVISOR,boss,,'all,north'", "SUPERVISOR,boss,shire,north",
            "SUPERVISOR,boss,north,north", "SUPERVISOR,boss,south,''", "AUDITOR,books,,'all,north'",
            "AUDITOR,books,north,north"})
    void each_sees_its_own_and_who_answers_for_them_all_within_their_areas(Role role, String name,
            String area, String seen) throws IOException {
        List<String> names = new ArrayList<>();
        read(role, name, area == null ? List.of() : List.of(area), "").path("items")
                .forEach(item -> names.add(item.path("desk").asText()));
        assertThat(String.join(",", names)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"VIEWER,403", "FIELD,403"})
    void others_do_not(Role role, int status) {
        assertThat(ask(role, "x", List.of(), "")).isInstanceOfSatisfying(Answer.Refused.class,
                no -> assertThat(no.rejection().code().status()).isEqualTo(status));
    }

    @Test
    void one_desk_can_be_asked_for_and_one_that_is_not_seen_is_a_fault() throws IOException {
        assertThat(read(Role.SUPERVISOR, "boss", List.of(), "north").path("items")).hasSize(1);
        assertThat(ask(Role.CONTROLLER, "all", List.of(), "north")).isInstanceOfSatisfying(
                Answer.Refused.class,
                no -> assertThat(no.rejection().faults().getFirst().pointer()).isEqualTo("/desk"));
    }

    @Test
    void a_quiet_day_meets_every_target() throws IOException {
        JsonNode health = ofAll();
        assertThat(health.at("/flood").isNull()).isTrue();
        assertThat(health.at("/last24h/alerts").asInt()).isZero();
        assertThat(health.path("last24h").findValues("met")).hasSize(8)
                .allMatch(JsonNode::asBoolean);
    }

    @Test
    void what_is_told_late_counts_by_when_it_was_and_never_by_when_it_came() throws IOException {
        say(Kind.RAISED, Severity.HIGH, NOON.minusSeconds(30), NOON.minusSeconds(3_000), true);
        say(Kind.RAISED, Severity.HIGH, NOON.minusSeconds(20), NOON.minusSeconds(599), true);
        say(Kind.RAISED, Severity.HIGH, NOON.minusSeconds(10), NOON.minusSeconds(600), false);
        say(Kind.OVER, Severity.HIGH, NOON, NOON, false);
        JsonNode health = ofAll();
        assertThat(health.at("/last10m/received").asInt()).as("as the core counts it").isEqualTo(3);
        assertThat(health.at("/last10m/observed").asInt()).isOne();
        assertThat(health.at("/last24h/alerts").asInt()).isOne();
    }

    @Test
    void shares_of_severities_stand_beside_5_15_and_80_per_cent() throws IOException {
        say(5, Severity.HIGH);
        say(15, Severity.MEDIUM);
        say(80, Severity.LOW);
        JsonNode good = ofAll().at("/last24h/severities");
        assertThat(good).extracting(it -> it.path("share").asDouble())
                .containsExactly(5.0, 15.0, 80.0);
        assertThat(good).allMatch(it -> it.path("met").asBoolean());
        say(1, Severity.CRITICAL);
        JsonNode worse = ofAll().at("/last24h/severities");
        assertThat(worse.get(0).path("count").asInt()).as("critical and high").isEqualTo(6);
        assertThat(worse).extracting(it -> it.path("met").asBoolean())
                .containsExactly(false, true, false);
    }

    @Test
    void a_steady_rate_is_one_in_ten_minutes() throws IOException {
        say(144, Severity.LOW);
        assertThat(ofAll().at("/last24h/per10m/average").asDouble()).isEqualTo(1.0);
        assertThat(ofAll().at("/last24h/per10m/met").asBoolean()).isTrue();
        say(1, Severity.LOW);
        assertThat(ofAll().at("/last24h/per10m/met").asBoolean()).isFalse();
    }

    @Test
    void time_in_floods_is_that_of_the_last_day() throws IOException {
        Instant dayAgo = NOON.minus(Duration.ofHours(24));
        all = new Desk("all", List.of(), NOON.minusSeconds(100), 11,
                List.of(new Desk.Flood(dayAgo.minusSeconds(50), dayAgo.plusSeconds(50)),
                        new Desk.Flood(NOON.minusSeconds(1_000), NOON.minusSeconds(800))));
        JsonNode health = ofAll();
        assertThat(health.at("/flood/since").asText()).isEqualTo("2014-09-06T11:58:20.000Z");
        assertThat(health.at("/last24h/inFlood/seconds").asInt()).isEqualTo(350);
        assertThat(health.at("/last24h/inFlood/share").asDouble()).isEqualTo(0.41);
    }

    @Test
    void three_cycles_within_a_minute_chatter_and_two_do_not() throws IOException {
        say(Kind.OVER, Severity.LOW, NOON.minusSeconds(100), NOON, false);
        say(Kind.OVER, Severity.LOW, NOON.minusSeconds(50), NOON, false);
        assertThat(ofAll().at("/last24h/chattering/met").asBoolean()).isTrue();
        say(Kind.OVER, Severity.LOW, NOON.minusSeconds(40), NOON, false);
        JsonNode chattering = ofAll().at("/last24h/chattering");
        assertThat(chattering.path("count").asInt()).isOne();
        assertThat(chattering.at("/alerts/0").asText()).isEqualTo(ALERT.toString());
        assertThat(chattering.path("met").asBoolean()).isFalse();
    }

    @Test
    void what_stands_for_a_day_without_anything_new_is_stale() throws IOException {
        for (int i = 0; i < 5; i++) {
            Instant at = NOON.minus(Duration.ofHours(24));
            Alert alert = SampleAlert.of(new UUID(2, i), i + 1, List.of("north"), at);
            alerts = alerts.with(alert.id(), alert.raisedSeq(), alert);
            assertThat(ofAll().at("/last24h/stale/met").asBoolean()).isEqualTo(i < 4);
        }
        Alert newer = SampleAlert.of(new UUID(2, 9), 9, List.of("north"), NOON);
        alerts = alerts.with(newer.id(), newer.raisedSeq(), newer);
        assertThat(ofAll().at("/last24h/stale/count").asInt()).isEqualTo(5);
    }

    @Test
    void the_busiest_rules_come_first() throws IOException {
        say(3, Severity.LOW);
        day.add(said(Kind.RAISED, Severity.LOW, NOON, NOON, false, "no-update"));
        JsonNode busiest = ofAll().at("/last24h/busiest");
        assertThat(busiest.path("rules")).extracting(it -> it.path("rule").asText())
                .containsExactly("crowd-per-officer", "no-update");
        assertThat(busiest.at("/rules/0/share").asDouble()).isEqualTo(75.0);
    }

    @Test
    void a_desk_is_told_of_its_own_areas_alone() throws IOException {
        say(2, Severity.LOW);
        JsonNode north = read(Role.SUPERVISOR, "boss", List.of(), "north").at("/items/0");
        assertThat(north.at("/last24h/alerts").asInt()).isZero();
        assertThat(ofAll().at("/last24h/alerts").asInt()).isEqualTo(2);
    }

    private void say(int times, Severity severity) {
        for (int i = 0; i < times; i++) {
            say(Kind.RAISED, severity, NOON.minusSeconds(3_000), NOON.minusSeconds(3_000), false);
        }
    }

    private void say(Kind kind, Severity severity, Instant at, Instant observed, boolean late) {
        day.add(said(kind, severity, at, observed, late, "crowd-per-officer"));
    }

    private Annunciation said(Kind kind, Severity severity, Instant at, Instant observed,
            boolean late, String rule) {
        return new Annunciation(day.size() + 1, at, kind, ALERT, rule,
                new AlertSubject(AlertSubject.Type.UNIT, "RT21"), severity, List.of("south"),
                observed, late);
    }

    private JsonNode ofAll() throws IOException {
        return read(Role.CONTROLLER, "all", List.of(), "").at("/items/0");
    }

    private JsonNode read(Role role, String name, List<String> areas, String desk)
            throws IOException {
        Answer answer = ask(role, name, areas, desk);
        assertThat(answer).isInstanceOf(Answer.Document.class);
        return Mapper.RECORDS.readTree(((Answer.Document) answer).bytes());
    }

    private Answer ask(Role role, String name, List<String> areas, String desk) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        if (!desk.isEmpty()) {
            query.add("desk", desk);
        }
        View view = view();
        return HealthReads.health(view,
                Scope.of(new Credential("id", name, role, areas, null, NOON, null, null)),
                new Parameters(query, view.cursor(), HealthReads.PARAMETERS));
    }

    private View view() {
        Map<String, Desk> desks = Map.of("all", all, "north",
                new Desk("north", List.of("north"), null));
        return new View(new Cursor("e", 1_000), NOON,
                HashTreePMap.singleton("north", SampleArea.of("north", List.of("shire"), 0)),
                Known.none(), Known.none(), HashTreePMap.empty(), HashTreePSet.empty(), alerts,
                Settings.NONE, HashTreePMap.from(desks), Known.none(), Versions.NONE,
                Load.NONE.with(day, List.of(), NOON));
    }
}
