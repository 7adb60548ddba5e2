package org.muster.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.muster.core.Picture;
import org.muster.journal.Leaf;
import org.muster.model.Area;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Receipt;
import org.muster.model.StoredEntry;
import org.muster.model.Unit;
import org.muster.recorder.Publication;
import org.muster.view.View;
import org.muster.wire.EntryJson;
import org.muster.wire.IncidentJson;
import org.muster.wire.Json;
import org.muster.wire.Mapper;
import org.muster.wire.PictureJson;

/** What must hold of the house at any moment, and what once it has come to rest. */
final class Checks {
    private final House house;
    private final List<Sender> senders;
    private final List<Screen> screens;

    Checks(House house, List<Sender> senders, List<Screen> screens) {
        this.house = house;
        this.senders = senders;
        this.screens = screens;
    }

    void afterEachStep() {
        for (Screen screen : screens) {
            List<String> due = due(screen);
            int seen = screen.entries.size();
            assertThat(seen <= due.size() && screen.entries.equals(due.subList(0, seen)))
                    .as("%s saw %d of %d entries, in order, none twice", screen.credential.name(),
                            seen, due.size())
                    .isTrue();
        }
    }

    void atTheEnd() {
        everyReceiptIsInTheJournal();
        View replayed = replayed();
        View live = house.views().now();
        assertThat(live.incidents()).isEqualTo(replayed.incidents());
        assertThat(live.areas()).isEqualTo(replayed.areas());
        assertThat(live.units()).isEqualTo(replayed.units());
        for (Screen screen : screens) {
            String who = screen.credential.name();
            assertThat(screen.entries).as(who).hasSameSizeAs(due(screen));
            assertThat(without(screen.areas, "asOf")).as(who).isEqualTo(areas(screen, live));
            assertThat(screen.units).as(who).isEqualTo(units(screen, live));
            assertThat(current(screen, live)).as(who).isEqualTo(incidents(screen, live));
        }
    }

    private void everyReceiptIsInTheJournal() {
        Set<UUID> ids = new HashSet<>();
        for (StoredEntry stored : house.journal.after(0, Integer.MAX_VALUE)) {
            assertThat(EntryJson.decode(stored.bytes())).isEqualTo(stored.entry());
            assertThat(stored.leaf()).isEqualTo(Leaf.hash(stored.bytes()));
            if (stored.entry().body() instanceof Entry.ReportRecorded recorded) {
                assertThat(ids.add(recorded.report().id())).as("once").isTrue();
            }
        }
        for (Sender sender : senders) {
            assertThat(ids).containsAll(sender.acknowledged.keySet());
            sender.acknowledged.forEach((id, receipt) -> matches(receipt,
                    house.journal.findReport(id).orElseThrow(), sender.unit));
        }
    }

    private static void matches(Receipt receipt, StoredEntry stored, String unit) {
        assertThat(receipt.seq()).isEqualTo(stored.seq());
        assertThat(receipt.receivedAt()).isEqualTo(stored.entry().at());
        assertThat(stored.entry().actor()).isEqualTo(unit);
        assertThat(receipt.leafHash()).isEqualTo(HexFormat.of().formatHex(stored.leaf()));
    }

    /** The picture of the journal alone, folded from its first entry. */
    private View replayed() {
        Picture picture = Picture.empty();
        for (StoredEntry stored : house.journal.after(0, Integer.MAX_VALUE)) {
            picture.evolve(EntryJson.decode(stored.bytes()));
        }
        picture.advance(house.now());
        return new Publication(picture, house.journal.epoch()).now();
    }

    /** The entries that a screen is entitled to since its picture, as text. */
    private List<String> due(Screen screen) {
        List<String> due = new ArrayList<>();
        if (screen.pictureAt < 0) {
            return due;
        }
        for (StoredEntry stored : house.journal.after(screen.pictureAt, Integer.MAX_VALUE)) {
            if (screen.scope.sees(stored.entry())
                    && stored.entry().body().type().equals("report")) {
                due.add(new String(stored.bytes(), StandardCharsets.UTF_8));
            }
        }
        return due;
    }

    private static Map<String, JsonNode> areas(Screen screen, View view) {
        Map<String, JsonNode> due = new TreeMap<>();
        for (Area area : view.areas().values()) {
            if (screen.scope.sees(area)) {
                due.put(area.id(), json(out -> PictureJson.area(out, area, view.at())));
            }
        }
        return without(due, "asOf");
    }

    private static Map<String, JsonNode> units(Screen screen, View view) {
        Map<String, JsonNode> due = new TreeMap<>();
        for (Unit unit : view.units().values()) {
            if (screen.scope.sees(unit)) {
                due.put(unit.id(), json(out -> PictureJson.unit(out, unit)));
            }
        }
        return due;
    }

    private static Map<String, JsonNode> incidents(Screen screen, View view) {
        Map<String, JsonNode> due = new TreeMap<>();
        for (Incident incident : view.incidents().newestFirst()) {
            if (screen.scope.sees(incident) && view.isCurrent(incident)) {
                due.put(incident.id().toString(),
                        json(out -> IncidentJson.incident(out, incident)));
            }
        }
        return due;
    }

    /** What a screen shows, less what was closed too long ago to be due. */
    private static Map<String, JsonNode> current(Screen screen, View view) {
        Map<String, JsonNode> shown = new TreeMap<>(screen.incidents);
        shown.keySet().removeIf(id -> {
            Incident incident = view.incidents().get(UUID.fromString(id));
            return incident != null && !view.isCurrent(incident);
        });
        return shown;
    }

    private static Map<String, JsonNode> without(Map<String, JsonNode> things, String field) {
        Map<String, JsonNode> left = new TreeMap<>();
        things.forEach((id, thing) -> {
            ObjectNode copy = thing.deepCopy();
            left.put(id, copy.without(field));
        });
        return left;
    }

    private static JsonNode json(Json.Writing writing) {
        try {
            return Mapper.RECORDS.readTree(Json.bytes(writing));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
