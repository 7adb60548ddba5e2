package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.muster.model.Methane;
import org.muster.model.ReportBuilder;
import org.muster.model.Role;
import org.muster.model.SampleIncident;

/** What was said in confidence is on no stream: not live, not after a cut, not from memory and not from the journal. */
final class ConfidenceTest {
    private static final String ALL = "{\"type\":\"subscribe\"}";
    private static final String SECRET = "s3cret";

    private final House house = new House();

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void nobody_is_told_live_or_later(Role role) {
        FakeSink live = watch(role, ALL);
        UUID incident = house.record.open(FakeRecord.A1);
        house.record.change(incident, SampleIncident::sensitive);
        house.record.report(FakeRecord.A1, incident, true, ConfidenceTest::words);
        house.record.report(FakeRecord.A1, incident, false, ConfidenceTest::words);
        house.record.report(FakeRecord.A1, null, true, ConfidenceTest::words);
        house.commit();
        house.beat();
        FakeSink fromMemory = watch(role, resume(0));
        FakeSink fromJournal = new FakeSink();
        House restarted = new House(house.record);
        restarted.hub.open(fromJournal, House.credential(role)).received(resume(0));
        restarted.settle();
        assertThat(house.record.reads).isPositive();
        for (FakeSink sink : List.of(live, fromMemory, fromJournal, watch(role, ALL))) {
            assertThat(sink.messages.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void an_incident_that_becomes_sensitive_conceals_what_was_told_before() {
        UUID incident = house.record.open(FakeRecord.A1);
        house.record.report(FakeRecord.A1, incident, false, ConfidenceTest::words);
        house.commit();
        assertThat(watch(Role.CONTROLLER, resume(0)).messages.toString()).contains(SECRET);
        house.record.change(incident, SampleIncident::sensitive);
        house.record.report(FakeRecord.A1, incident, true, report -> report);
        house.commit();
        FakeSink later = watch(Role.CONTROLLER, resume(0));
        assertThat(later.messages.toString()).doesNotContain(SECRET);
        JsonNode told = entries(later).get(1);
        assertThat(told.path("seq").asLong()).isEqualTo(2);
        assertThat(told.path("body").path("reduced").asBoolean()).isTrue();
        assertThat(told.path("body").path("report").path("location").path("lat").asDouble())
                .isEqualTo(FakeRecord.CENTRE_OF_A1.lat());
        house.record.change(incident, it -> SampleIncident.of(it.id(), it.openedSeq(), it.areas(),
                it.openedAt(), "desk"));
        house.commit();
        assertThat(watch(Role.CONTROLLER, resume(0)).messages.toString()).contains(SECRET);
    }

    @Test
    void a_piece_made_before_is_not_given_to_who_comes_after() {
        UUID incident = house.record.open(FakeRecord.A1);
        house.record.report(FakeRecord.A1, incident, false, ConfidenceTest::words);
        house.commit();
        House restarted = new House(house.record);
        FakeSink one = new FakeSink();
        restarted.hub.open(one, House.credential(Role.CONTROLLER)).received(resume(0));
        FakeSink other = new FakeSink();
        other.room(0);
        Watcher slow = restarted.hub.open(other, House.credential(Role.CONTROLLER));
        slow.received(resume(0));
        restarted.settle();
        assertThat(one.messages.toString()).contains(SECRET);
        house.record.change(incident, SampleIncident::sensitive);
        restarted.watchers.committed(house.record.commit());
        // The loop has not come to it yet; the slow one has room just now.
        other.room(Integer.MAX_VALUE);
        slow.drained();
        restarted.settle();
        assertThat(other.messages.toString()).contains("\"seq\":2").doesNotContain(SECRET);
    }

    @Test
    void the_reduced_form_is_made_once_for_all_who_watch() {
        FakeSink one = watch(Role.CONTROLLER, ALL);
        FakeSink other = watch(Role.CONTROLLER, ALL);
        house.record.report(FakeRecord.A1, null, true, ConfidenceTest::words);
        house.commit();
        house.settle();
        assertThat(one.shared.getLast()).isSameAs(other.shared.getLast());
        Shown shown = house.watchers.shown();
        var stored = house.record.entries.getFirst();
        assertThat(shown.bytes(stored, house.record.now()))
                .isSameAs(shown.bytes(stored, house.record.now()))
                .isNotSameAs(stored.bytes());
    }

    @Test
    void what_is_not_sensitive_has_the_bytes_of_the_record() {
        house.record.report(FakeRecord.A1, "plain");
        house.commit();
        var stored = house.record.entries.getFirst();
        assertThat(house.watchers.shown().bytes(stored, house.record.now()))
                .isSameAs(stored.bytes());
    }

    private static ReportBuilder words(ReportBuilder report) {
        return report.title(SECRET)
                .text(SECRET)
                .reason(SECRET)
                .methane(new Methane(Methane.Major.NO, SECRET, SECRET, List.of(SECRET), SECRET,
                        null, List.of()));
    }

    private static String resume(long after) {
        return "{\"type\":\"subscribe\",\"after\":\"e1." + after + "\"}";
    }

    private FakeSink watch(Role role, String subscribe) {
        FakeSink sink = new FakeSink();
        house.hub.open(sink, House.credential(role)).received(subscribe);
        house.settle();
        return sink;
    }

    private static List<JsonNode> entries(FakeSink sink) {
        List<JsonNode> entries = new ArrayList<>();
        sink.messages.forEach(message -> message.path("entries").forEach(entries::add));
        return entries;
    }
}
