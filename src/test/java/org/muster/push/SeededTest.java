package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.access.Credential;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Incident;
import org.muster.model.Role;
import org.muster.model.StoredEntry;
import org.muster.model.Unit;

/** Random commits, restarts, sinks that fill, drain and are cut, tasks that finish in any order: one seed a run. */
final class SeededTest {

    private static final List<List<String>> PLACES = List.of(FakeRecord.A1, FakeRecord.A2,
            FakeRecord.B, List.of("elsewhere"));
    private static final String[] WISHES = {"", ",\"areas\":[\"a\"]", ",\"areas\":[\"a1\",\"b\"]",
            ",\"topics\":[\"reports\",\"units\"]"};
    private static final int SCREENS = 12;

    /** A dashboard: it connects, loses its connection, resumes, and keeps what it is shown. */
    private static final class Screen {

        final Credential credential;
        final Subscription subscription;
        final String wish;
        final List<Long> entries = new ArrayList<>();
        final Map<String, JsonNode> incidents = new HashMap<>();
        final Map<String, JsonNode> units = new HashMap<>();
        final Map<String, JsonNode> areas = new HashMap<>();
        long pictureAt = -1;
        @Nullable
        String cursor;
        @Nullable
        Watcher watcher;
        FakeSink sink = new FakeSink();
        boolean startsOver;

        Screen(Credential credential, String wish) {
            this.credential = credential;
            this.wish = wish;
            ClientMessage.Subscribe asked = (ClientMessage.Subscribe) ClientMessage
                    .parse("{\"type\":\"subscribe\"" + wish + "}");
            this.subscription = new Subscription(credential, asked.areas(), asked.topics());
        }

        void connect(House house) {
            sink = new FakeSink();
            watcher = house.hub.open(sink, credential);
            watcher.received("{\"type\":\"subscribe\"" + wish
                    + (cursor == null ? "" : ",\"after\":\"" + cursor + "\"") + "}");
        }

        void cut() {
            read();
            if (watcher != null) {
                watcher.gone();
                watcher = null;
            }
        }

        void drain(int room) {
            read();
            boolean wasFull = sink.full();
            sink.room = room;
            if (watcher != null && wasFull && room > 0) {
                watcher.drained();
            }
        }

        void read() {
            sink.messages.forEach(this::apply);
            sink.messages.clear();
        }

        private void apply(JsonNode message) {
            if (message.has("cursor")) {
                cursor = message.path("cursor").asText();
            }
            switch (message.path("type").asText()) {
                case "picture" -> {
                    pictureAt = Cursor.parse(message.path("cursor").asText()).orElseThrow().seq();
                    put(areas, message.path("areas"), "id");
                    put(incidents, message.path("incidents"), "id");
                    put(units, message.path("units"), "unit");
                }
                case "entries" ->
                        message.path("entries").forEach(e -> entries.add(e.path("seq").asLong()));
                case "areas" -> put(areas, message.path("areas"), "id");
                case "incidents" -> {
                    if (startsOver) {
                        incidents.clear();
                        units.clear();
                        startsOver = false;
                    }
                    put(incidents, message.path("incidents"), "id");
                    message.path("left").forEach(id -> incidents.remove(id.asText()));
                }
                case "units" -> {
                    put(units, message.path("units"), "unit");
                    message.path("left").forEach(id -> units.remove(id.asText()));
                }
                default -> {
                }
            }
        }

        private static void put(Map<String, JsonNode> into, JsonNode things, String id) {
            things.forEach(thing -> into.put(thing.path(id).asText(), thing));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void every_screen_ends_with_the_entries_and_things_it_may_see(long seed) {
        Random random = new Random(seed);
        House house = new House();
        List<Screen> screens = new ArrayList<>();
        Role[] roles = {Role.CONTROLLER, Role.AUDITOR, Role.VIEWER, Role.FIELD};
        for (int i = 0; i < SCREENS; i++) {
            Credential credential = random.nextInt(3) == 0
                    ? House.credential(roles[random.nextInt(roles.length)], "a")
                    : House.credential(roles[random.nextInt(roles.length)]);
            boolean bound = !credential.areas().isEmpty();
            screens.add(new Screen(credential,
                    WISHES[bound ? random.nextInt(2) : random.nextInt(WISHES.length)]));
        }
        for (int step = 0; step < 1_500; step++) {
            if (step == 700) {
                house = restarted(house, screens);
            }
            act(random, house);
            Screen screen = screens.get(random.nextInt(SCREENS));
            switch (random.nextInt(8)) {
                case 0 -> screen.cut();
                case 1 -> screen.drain(random.nextInt(4));
                default -> screen.drain(100);
            }
            if (screen.watcher == null || screen.sink.closeCode != 0) {
                screen.connect(house);
            }
        }
        house.commit();
        for (Screen screen : screens) {
            screen.drain(Integer.MAX_VALUE);
            if (screen.watcher == null || screen.sink.closeCode != 0) {
                screen.connect(house);
            }
        }
        house.settle();
        house.pass(3_000);
        for (Screen screen : screens) {
            screen.read();
            verify(house, screen);
        }
    }

    /** Nothing is left but the record: the ring is empty, and so is what was known of things that moved. */
    private static House restarted(House house, List<Screen> screens) {
        house.commit();
        for (Screen screen : screens) {
            screen.cut();
            screen.startsOver = screen.cursor != null;
        }
        return new House(house.record);
    }

    private static void act(Random random, House house) {
        FakeRecord record = house.record;
        List<UUID> known = List.copyOf(record.now().incidents().ids());
        List<String> place = PLACES.get(random.nextInt(PLACES.size()));
        switch (random.nextInt(12)) {
            case 0 -> record.open(place);
            case 1 -> record.unit("U" + random.nextInt(5), place, random.nextInt(30));
            case 2, 3 -> {
                if (!known.isEmpty()) {
                    UUID id = known.get(random.nextInt(known.size()));
                    record.report(place, "moves");
                    record.change(id, incident -> FakeRecord.moved(incident, place));
                }
            }
            case 4 -> {
                for (int i = random.nextInt(600); i > 0; i--) {
                    record.report(place, "r");
                }
            }
            case 5 -> record.area("a1", List.of("a"), random.nextInt(9));
            case 6 -> house.beat();
            case 7 -> house.blocking.runAny(random);
            case 8, 9 -> house.loop.runOne();
            default -> record.report(place, "r");
        }
        if (random.nextBoolean()) {
            house.commit();
        }
    }

    private static void verify(House house, Screen screen) {
        String who = screen.credential + screen.wish;
        List<Long> due = new ArrayList<>();
        for (StoredEntry entry : house.record.entries) {
            if (entry.seq() > screen.pictureAt && screen.subscription.sees(entry.entry())) {
                due.add(entry.seq());
            }
        }
        assertThat(screen.entries).as(who).isEqualTo(due);
        Map<String, Long> incidents = new HashMap<>();
        for (Incident incident : house.record.now().incidents().newestFirst()) {
            if (screen.subscription.sees(incident)) {
                incidents.put(incident.id().toString(), incident.reports());
            }
        }
        Map<String, Long> shown = new HashMap<>();
        screen.incidents.forEach((id, json) -> shown.put(id, json.path("reports").asLong()));
        assertThat(shown).as(who).isEqualTo(incidents);
        Map<String, Integer> units = new HashMap<>();
        for (Unit unit : house.record.now().units().values()) {
            if (screen.subscription.sees(unit)) {
                units.put(unit.id(), unit.count());
            }
        }
        Map<String, Integer> shownUnits = new HashMap<>();
        screen.units.forEach((id, json) -> shownUnits.put(id, json.path("count").asInt()));
        assertThat(shownUnits).as(who).isEqualTo(units);
        Map<String, Integer> areas = new HashMap<>();
        for (Area area : house.record.now().areas().values()) {
            if (screen.subscription.sees(area)) {
                areas.put(area.id(), area.incidents().open());
            }
        }
        Map<String, Integer> shownAreas = new HashMap<>();
        screen.areas.forEach(
                (id, json) -> shownAreas.put(id, json.path("incidents").path("open").asInt()));
        assertThat(shownAreas).as(who).isEqualTo(areas);
    }
}
