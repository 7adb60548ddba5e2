package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.muster.model.AgeBand;
import org.muster.model.Arrests;
import org.muster.model.Figures;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Role;
import org.muster.model.SampleIncident;
import org.muster.model.SampleProtest;

/** Protests on the stream, and what is void. */
final class ProtestsTest {
    private static final String ALL = "{\"type\":\"subscribe\"}";
    private static final String IN_A = "{\"type\":\"subscribe\",\"areas\":[\"a\"]}";

    private final House house = new House();
    private final FakeSink sink = new FakeSink();

    @Test
    void protests_are_in_the_picture_and_their_entries_and_changes_follow() {
        UUID first = house.record.plan(FakeRecord.A1);
        house.commit();
        watch(Role.VIEWER, ALL);
        assertThat(ids(sink.messages.getFirst().path("protests"))).containsExactly(text(first));
        UUID second = house.record.plan(FakeRecord.B);
        house.commit();
        house.beat();
        assertThat(sink.types()).containsExactly("picture", "live", "entries", "protests");
        assertThat(sink.messages.get(2).path("entries").get(0).path("type").asText())
                .isEqualTo("protest-planned");
        assertThat(ids(sink.last().path("protests"))).containsExactly(text(second));
        assertThat(sink.last().path("left")).isEmpty();
    }

    @Test
    void who_leaves_out_the_topic_is_told_nothing_of_them() {
        house.record.plan(FakeRecord.A1);
        house.commit();
        watch(Role.CONTROLLER, "{\"type\":\"subscribe\",\"topics\":[\"units\"]}");
        house.record.plan(FakeRecord.A1);
        house.commit();
        house.beat();
        assertThat(sink.messages.getFirst().path("protests")).isEmpty();
        assertThat(sink.types()).containsExactly("picture", "live");
    }

    @Test
    void a_protest_that_moves_away_has_left_live_and_after_a_cut() {
        UUID moves = house.record.plan(FakeRecord.A1);
        UUID stays = house.record.plan(FakeRecord.A1);
        house.commit();
        watch(Role.VIEWER, IN_A);
        house.record.changeProtest(moves, protest -> SampleProtest.moved(protest, FakeRecord.B));
        house.commit();
        house.beat();
        assertThat(left(sink.last())).containsExactly(text(moves));
        FakeSink again = new FakeSink();
        resume(again, Role.VIEWER, IN_A, 1);
        JsonNode protests = ofType(again, "protests");
        assertThat(left(protests)).containsExactly(text(moves));
        assertThat(ids(protests.path("protests"))).containsExactly(text(stays));
    }

    @Test
    void what_becomes_void_has_left_live_and_after_a_cut_and_comes_back_with_a_report() {
        UUID incident = house.record.open(FakeRecord.A1);
        UUID protest = house.record.plan(FakeRecord.A1);
        house.record.changeProtest(protest, it -> unplanned(it, 1));
        house.commit();
        watch(Role.CONTROLLER, ALL);
        house.record.change(incident, SampleIncident::voided);
        house.record.changeProtest(protest, it -> unplanned(it, 0));
        house.commit();
        house.beat();
        assertThat(left(ofType(sink, "incidents"))).containsExactly(text(incident));
        assertThat(left(ofType(sink, "protests"))).containsExactly(text(protest));
        FakeSink again = new FakeSink();
        resume(again, Role.CONTROLLER, ALL, 1);
        assertThat(left(ofType(again, "incidents"))).containsExactly(text(incident));
        assertThat(ofType(again, "incidents").path("incidents")).isEmpty();
        assertThat(left(ofType(again, "protests"))).containsExactly(text(protest));
        assertThat(ofType(again, "protests").path("protests")).isEmpty();
        FakeSink anew = new FakeSink();
        resume(anew, Role.CONTROLLER, ALL, -1);
        assertThat(anew.messages.getFirst().path("incidents")).isEmpty();
        assertThat(anew.messages.getFirst().path("protests")).isEmpty();
        house.record.changeProtest(protest, it -> unplanned(it, 1));
        house.commit();
        house.beat();
        assertThat(ids(sink.last().path("protests"))).containsExactly(text(protest));
    }

    @Test
    void viewers_alone_are_not_told_ages_of_the_young_and_the_few_and_share_their_frames() {
        UUID id = house.record.plan(FakeRecord.A1);
        house.record.changeProtest(id, it -> withArrests(it, 6));
        house.commit();
        List<FakeSink> sinks = new ArrayList<>();
        for (Role role : List.of(Role.VIEWER, Role.VIEWER, Role.CONTROLLER, Role.FIELD)) {
            FakeSink each = new FakeSink();
            resume(each, role, ALL, -1);
            sinks.add(each);
        }
        assertAges(protestsOf(sinks), "public");
        house.record.changeProtest(id, it -> withArrests(it, 7));
        house.commit();
        house.beat();
        assertAges(sinks.stream().map(each -> ofType(each, "protests").path("protests")).toList(),
                "live");
        assertThat(sinks.get(0).shared.getLast()).isSameAs(sinks.get(1).shared.getLast());
        List<JsonNode> resumed = new ArrayList<>();
        for (Role role : List.of(Role.VIEWER, Role.VIEWER, Role.CONTROLLER, Role.FIELD)) {
            FakeSink each = new FakeSink();
            resume(each, role, ALL, 1);
            resumed.add(ofType(each, "protests").path("protests"));
        }
        assertAges(resumed, "resumed");
    }

    private static List<JsonNode> protestsOf(List<FakeSink> sinks) {
        return sinks.stream().map(each -> each.messages.getFirst().path("protests")).toList();
    }

    private static void assertAges(List<JsonNode> protests, String where) {
        for (int i = 0; i < protests.size(); i++) {
            JsonNode arrests = protests.get(i).get(0).path("arrests");
            List<String> ages = new ArrayList<>();
            arrests.path("byAge").fieldNames().forEachRemaining(ages::add);
            assertThat(arrests.path("total").asInt()).isGreaterThan(10);
            assertThat(ages).as("%s, watcher %d", where, i)
                    .containsExactlyElementsOf(
                            i < 2 ? List.of("18-24") : List.of("10-17", "18-24", "over-34"));
        }
    }

    private static Protest withArrests(Protest protest, int young) {
        Arrests arrests = new Arrests(young + 9, Map.of("affray", young + 9),
                Map.of(AgeBand.AGED_10_TO_17, young, AgeBand.AGED_18_TO_24, 5, AgeBand.OVER_34, 4));
        return SampleProtest.with(protest.id(), protest.openedSeq(), ProtestStatus.LIVE, true,
                protest.areas(), protest.plan().startsAt(), Figures.NONE.withArrests(arrests));
    }

    private static Protest unplanned(Protest protest, int reports) {
        Figures none = Figures.NONE;
        return SampleProtest.with(protest.id(), protest.openedSeq(), ProtestStatus.LIVE, false,
                protest.areas(), protest.plan().startsAt(),
                new Figures(null, none.officers(), List.of(), none.arrests(), none.injured(),
                        reports, null, none.reporters()));
    }

    private void watch(Role role, String subscribe) {
        house.hub.open(sink, House.credential(role)).received(subscribe);
        house.settle();
    }

    /** @param after the entry to resume from; none when negative */
    private void resume(FakeSink into, Role role, String subscribe, int after) {
        String cursor = after < 0 ? "" : ",\"after\":\"e1." + after + "\"";
        house.hub.open(into, House.credential(role))
                .received(subscribe.substring(0, subscribe.length() - 1) + cursor + "}");
        house.settle();
    }

    private static JsonNode ofType(FakeSink sink, String type) {
        return sink.messages.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode things) {
        List<String> ids = new ArrayList<>();
        things.forEach(thing -> ids.add(thing.path("id").asText()));
        return ids;
    }

    private static List<String> left(JsonNode message) {
        List<String> left = new ArrayList<>();
        message.path("left").forEach(id -> left.add(id.asText()));
        return left;
    }

    private static String text(UUID id) {
        return id.toString();
    }
}
