package org.muster.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.core.Picture;
import org.muster.journal.Leaf;
import org.muster.model.Alert;
import org.muster.model.Area;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Receipt;
import org.muster.model.StoredEntry;
import org.muster.model.Unit;
import org.muster.recorder.Publication;
import org.muster.view.View;
import org.muster.wire.AlertJson;
import org.muster.wire.EntryJson;
import org.muster.wire.IncidentJson;
import org.muster.wire.Json;
import org.muster.wire.Mapper;
import org.muster.wire.PictureJson;
import org.muster.wire.ProtestJson;
import org.muster.wire.ReducedJson;

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
            List<StoredEntry> due = due(screen);
            int seen = screen.entries.size();
            String who = screen.credential.name();
            assertThat(seen).as("%s sees nothing that is not due", who)
                    .isLessThanOrEqualTo(due.size());
            for (; screen.checked < seen; screen.checked++) {
                int i = screen.checked;
                assertThat(screen.entries.get(i)).as("%s saw this as number %d, in order", who, i)
                        .isIn(forms(due.get(i)));
            }
        }
    }

    void atTheEnd() {
        everyReceiptIsInTheJournal();
        View replayed = replayed();
        View live = house.views().now();
        assertThat(live.incidents()).isEqualTo(replayed.incidents());
        assertThat(live.protests()).isEqualTo(replayed.protests());
        assertThat(live.areas()).isEqualTo(replayed.areas());
        assertThat(live.units()).isEqualTo(replayed.units());
        assertThat(live.alerts()).isEqualTo(replayed.alerts());
        for (Screen screen : screens) {
            String who = screen.credential.name();
            assertThat(screen.entries).as(who).hasSameSizeAs(due(screen));
            assertThat(without(screen.areas, "asOf")).as(who).isEqualTo(areas(screen, live));
            assertThat(screen.units).as(who).isEqualTo(units(screen, live));
            assertThat(current(screen, live)).as(who).isEqualTo(incidents(screen, live));
            assertThat(currentProtests(screen, live)).as(who).isEqualTo(protests(screen, live));
            assertThat(currentAlerts(screen, live)).as(who).isEqualTo(alerts(screen, live));
        }
    }

    /** Were one of these never recorded, or nothing ever reduced, the rest would prove less than it says. */
    void everyKindWasSent() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (StoredEntry stored : house.journal.after(0, Integer.MAX_VALUE)) {
            kinds.merge(stored.entry().body().type(), 1, Integer::sum);
            if (stored.entry().body() instanceof Entry.ReportRecorded told) {
                kinds.merge(told.struck() == null ? "news" : "corrections", 1, Integer::sum);
                kinds.merge(told.report().drill() ? "drills" : "real", 1, Integer::sum);
                kinds.merge(told.sensitive() ? "sensitive" : "plain", 1, Integer::sum);
                kinds.merge(told.protest() == null ? "of incidents" : "of protests", 1,
                        Integer::sum);
            }
        }
        for (Screen screen : screens) {
            for (JsonNode entry : screen.entries) {
                kinds.merge(entry.at("/body/reduced").asBoolean() ? "reduced" : "in full", 1,
                        Integer::sum);
            }
        }
        assertThat(kinds).containsKeys("report", "protest-planned", "protest-changed",
                "protest-cancelled", "protest-started", "protest-ended", "alert-raised",
                "alert-updated", "alert-cleared", "alert-acknowledged", "alert-unacknowledged",
                "alert-assigned", "alert-commented", "alert-seen", "news", "corrections", "drills",
                "sensitive", "of protests", "reduced", "in full");
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

    /** The entries that a screen is entitled to since its picture. */
    private List<StoredEntry> due(Screen screen) {
        return screen.pictureAt < 0 ? List.of()
                : house.journal.after(screen.pictureAt, Integer.MAX_VALUE)
                        .stream()
                        .filter(stored -> Scope.topic(stored.entry().body()).isPresent())
                        .filter(stored -> screen.scope.sees(stored.entry()))
                        .toList();
    }

    /** As it stands in the record, unless it was said in confidence; or without words, as of what is sensitive. */
    private List<JsonNode> forms(StoredEntry stored) {
        List<JsonNode> forms = new ArrayList<>();
        if (stored.entry().body() instanceof Entry.ReportRecorded report) {
            forms.add(read(ReducedJson.of(stored,
                    house.views().now().settings().centre(stored.entry().areas()))));
            if (report.sensitive()) {
                return forms;
            }
        }
        Finding finding = finding(stored.entry().body());
        if (finding != null && finding.discreet() != null) {
            forms.add(read(ReducedJson.of(stored, null)));
        }
        forms.add(read(stored.bytes()));
        return forms;
    }

    private static @Nullable Finding finding(Entry.Body body) {
        if (body instanceof Entry.AlertRaised raised) {
            return raised.finding();
        }
        return body instanceof Entry.AlertUpdated updated ? updated.finding() : null;
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
            return incident != null && !incident.isVoid() && !view.isCurrent(incident);
        });
        return shown;
    }

    private static Map<String, JsonNode> protests(Screen screen, View view) {
        Map<String, JsonNode> due = new TreeMap<>();
        for (Protest protest : view.protests().newestFirst()) {
            if (screen.scope.sees(protest) && view.isCurrent(protest)) {
                due.put(protest.id().toString(),
                        json(out -> ProtestJson.protest(out, screen.scope.shown(protest))));
            }
        }
        return due;
    }

    private static Map<String, JsonNode> currentProtests(Screen screen, View view) {
        Map<String, JsonNode> shown = new TreeMap<>(screen.protests);
        shown.keySet().removeIf(id -> {
            Protest protest = view.protests().get(UUID.fromString(id));
            return protest != null && !protest.isVoid() && !view.isCurrent(protest);
        });
        return shown;
    }

    private static Map<String, JsonNode> alerts(Screen screen, View view) {
        Map<String, JsonNode> due = new TreeMap<>();
        for (Alert alert : view.alerts(screen.scope::sees)) {
            due.put(alert.id().toString(),
                    json(out -> AlertJson.alert(out, alert, view.settings())));
        }
        return due;
    }

    /** What a screen shows, less what was cleared too long ago to be due. */
    private static Map<String, JsonNode> currentAlerts(Screen screen, View view) {
        Map<String, JsonNode> shown = new TreeMap<>(screen.alerts);
        shown.keySet().removeIf(id -> {
            Alert alert = view.alerts().get(UUID.fromString(id));
            return alert != null && !view.isCurrent(alert);
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
        return read(Json.bytes(writing));
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return Mapper.RECORDS.readTree(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
