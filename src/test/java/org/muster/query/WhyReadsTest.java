package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.journal.MemoryJournal;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Role;
import org.muster.model.Rule;
import org.muster.model.SampleAlert;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.model.StoredEntry;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.wire.EntryJson;
import org.muster.wire.Mapper;

/** Why an alert is there: one that a rule of three forms raised in its second, shelved and explained by another. */
final class WhyReadsTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final UUID MAJOR = new UUID(0, 2);
    private static final List<String> NORTH = List.of("north");

    private final MemoryJournal journal = new MemoryJournal("e");
    private long seq;

    WhyReadsTest() {
        add("system", List.of(), settings("crowd.high > 10", 10));
        add("system", List.of(), settings("crowd.high > limit", 20));
        add("desk-1", NORTH, new Entry.AlertCommented(MAJOR, "They are many."));
        add("system", NORTH, new Entry.AlertRaised(ID, "crowd", subject(), false, finding(50)));
        add("system", NORTH, new Entry.AlertUpdated(ID, Entry.AlertUpdated.Change.RAISED_AGAIN,
                AlertState.UNACKNOWLEDGED, finding(60)));
        add("system", List.of(), settings("crowd.high > 1000", 1_000));
    }

    @Test
    void the_rule_is_told_as_it_was_when_it_raised_the_alert() throws IOException {
        JsonNode rule = why(Role.CONTROLLER).path("rule");
        assertThat(rule.path("version").asInt()).isEqualTo(2);
        assertThat(rule.path("when").asText()).isEqualTo("crowd.high > limit");
        assertThat(rule.path("for").asText()).isEqualTo("90s");
        assertThat(rule.path("clearFor").asText()).isEqualTo("2m");
        assertThat(rule.path("repeat").isNull()).isTrue();
        assertThat(rule.at("/values/limit").asInt()).isEqualTo(20);
        assertThat(rule.path("since").asText()).isEqualTo("2014-09-06T12:02:00.000Z");
    }

    @Test
    void what_it_saw_is_that_of_when_it_was_last_raised() throws IOException {
        assertThat(why(Role.VIEWER).path("facts").toString()).isEqualTo(
                "[{\"fact\":\"crowd.high\",\"meaning\":\"incident crowd.high\",\"flag\":false,\"value\":60},"
                        + "{\"fact\":\"crowd.known\",\"meaning\":\"incident crowd.known\",\"flag\":true,\"value\":1}]");
    }

    @Test
    void the_sentences_tell_it_in_the_order_in_which_it_came_about() throws IOException {
        assertThat(words(Role.CONTROLLER)).containsExactly(
                "The rule crowd, as it is since 2014-09-06 12:02:00 UTC, waits until"
                        + " crowd.high > limit holds for 90s without a break.",
                "It ends when that holds no more, for 2m without a break.",
                "It said: 60 people at Ivanhoe Road.",
                "It saw incident crowd.high: 60; incident crowd.known: yes.",
                "What it tells of was so at 2014-09-06 12:00:00 UTC; it was last raised at"
                        + " 2014-09-06 12:05:00 UTC, 2 times so far.",
                "It rests on entry 3 of 2014-09-06 12:03:00 UTC: desk-1 on the alert" + " \u201c"
                        + SampleAlert.MESSAGE + "\u201d: They are many.",
                "It is on the shelf until 2014-09-06 12:15:00 UTC; desk-2 put it there:"
                        + " Van on its way.",
                "It is suppressed while another alert stands (" + SampleAlert.MESSAGE + ").",
                "desk-2 saw it at 2014-09-06 12:06:00 UTC.",
                "At 2014-09-06 12:04:00 UTC it was raised: 50 people at Ivanhoe Road.",
                "At 2014-09-06 12:05:00 UTC it was raised again: 60 people at Ivanhoe Road.",
                "At 2014-09-06 12:06:00 UTC desk-2 shelved it: Van on its way.",
                "At 2014-09-06 12:07:00 UTC it was suppressed by another alert ("
                        + SampleAlert.MESSAGE + ").");
    }

    @Test
    void what_people_wrote_is_for_the_control_room() throws IOException {
        assertThat(why(Role.CONTROLLER).toString()).contains("Van on its way", "They are many");
        JsonNode seen = why(Role.VIEWER);
        assertThat(seen.toString()).doesNotContain("Van on its way").doesNotContain("They are");
        assertThat(seen.at("/evidence/0/seq").asInt()).isEqualTo(3);
        assertThat(seen.at("/evidence/0/words").isNull()).isTrue();
        assertThat(words(Role.VIEWER)).contains(
                "It rests on entry 3 of 2014-09-06 12:03:00 UTC, which is not for you.",
                "At 2014-09-06 12:06:00 UTC desk-2 shelved it.");
    }

    @Test
    void who_may_not_see_the_other_alert_is_not_told_what_it_says() throws IOException {
        assertThat(words(Role.CONTROLLER, "west"))
                .contains("It is suppressed while another alert stands.");
        assertThat(reads().why(view(), scope(Role.CONTROLLER, "south"), ID.toString()))
                .isInstanceOf(Answer.Refused.class);
        assertThat(reads().why(view(), scope(Role.CONTROLLER), "nonsense"))
                .isInstanceOf(Answer.Refused.class);
    }

    private WhyReads reads() {
        return new WhyReads(journal,
                (scope, fact) -> new FactMeaning(scope + " " + fact, fact.endsWith("known")));
    }

    private JsonNode why(Role role, String... areas) throws IOException {
        Answer answer = reads().why(view(), scope(role, areas), ID.toString());
        assertThat(answer).isInstanceOf(Answer.Document.class);
        return Mapper.RECORDS.readTree(((Answer.Document) answer).bytes());
    }

    private List<String> words(Role role, String... areas) throws IOException {
        List<String> words = new ArrayList<>();
        why(role, areas).path("words").forEach(sentence -> words.add(sentence.asText()));
        return words;
    }

    private static Scope scope(Role role, String... areas) {
        return Scope.of(new Credential("1", "desk", role, List.of(areas), null, NOON, null, null));
    }

    private void add(String actor, List<String> areas, Entry.Body body) {
        Entry entry = new Entry(++seq, NOON.plusSeconds(60 * seq), actor, areas, body);
        journal.append(List.of(new StoredEntry(entry, EntryJson.encode(entry), new byte[32])));
    }

    private static Entry.Body settings(String when, long limit) {
        Rule rule = new Rule("crowd", "A crowd", Severity.HIGH, AlertSubject.Type.INCIDENT, when,
                null, 90, false, null, Map.of("limit", limit), "m", null, null, 120, 0, null,
                List.of(), null, List.of());
        return new Entry.SettingsApplied(
                new Settings("m", List.of(), List.of(), List.of(), List.of(),
                        new Settings.Windows(30, 60), Settings.Clashing.DEFAULT, List.of(rule)),
                Map.of(), List.of(), null);
    }

    private static AlertSubject subject() {
        return new AlertSubject(AlertSubject.Type.INCIDENT, ID.toString());
    }

    private static Finding finding(long people) {
        return new Finding(2, Severity.HIGH, people + " people at Ivanhoe Road", null, people, 20L,
                NOON, List.of(3L), false, null, Map.of("crowd.high", people, "crowd.known", 1L));
    }

    private static Alert.Deed deed(int minute, String what, String who, @Nullable String words) {
        return new Alert.Deed(minute, NOON.plusSeconds(60L * minute), what, who, words);
    }

    private static View view() {
        Alert.Shelf shelf = new Alert.Shelf(NOON.plusSeconds(900), "desk-2", "Van on its way.");
        Alert alert = new Alert(ID, 4, "crowd", 2, Severity.HIGH, AlertState.UNACKNOWLEDGED, 2,
                false, false, subject(), List.of("north", "west"), "60 people at Ivanhoe Road", 60L,
                20L, NOON.plusSeconds(300), NOON, List.of(3L), null, null, null, null, null, shelf,
                MAJOR, List.of(new Alert.Seen("desk-2", NOON.plusSeconds(360))),
                List.of(deed(4, "alert-raised", "system", "50 people at Ivanhoe Road"),
                        deed(5, "raised-again", "system", "60 people at Ivanhoe Road"),
                        deed(6, "alert-shelved", "desk-2", "Van on its way."),
                        deed(7, "alert-suppressed", "system", MAJOR.toString())));
        Known<Alert> alerts = Known.<Alert>none()
                .with(ID, 4, alert)
                .with(MAJOR, 1, SampleAlert.of(MAJOR, 1, NORTH, NOON));
        return new View(new Cursor("e", 9), NOON, HashTreePMap.empty(), Known.none(), Known.none(),
                HashTreePMap.empty(), HashTreePSet.empty(), alerts, Settings.NONE);
    }
}
