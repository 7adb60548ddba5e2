package org.muster.push;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

import org.muster.journal.JournalReader;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Report;
import org.muster.model.SampleArea;
import org.muster.model.SampleIncident;
import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.model.Subject;
import org.muster.model.Unit;
import org.muster.view.Commit;
import org.muster.view.View;
import org.muster.view.Views;

/** A journal and its view in memory: areas a/a1, a/a2 and b; what is done to it waits until {@link #commit()}. */
final class FakeRecord implements Views, JournalReader {

    static final List<String> A1 = List.of("a1", "a");
    static final List<String> A2 = List.of("a2", "a");
    static final List<String> B = List.of("b");
    private static final Settings SETTINGS = new Settings("", List.of(), List.of(), List.of(),
            List.of(), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT);
    private static final Location PLACE = new Location(53.4, -1.3, null, null);

    final List<StoredEntry> entries = new ArrayList<>();
    private final List<StoredEntry> pending = new ArrayList<>();
    private Set<UUID> incidents = new HashSet<>();
    private Set<String> areas = new HashSet<>();
    private Set<String> units = new HashSet<>();
    private Instant at = Instant.parse("2014-09-06T20:40:00Z");
    private View next;
    private volatile View published;
    int reads;
    boolean broken;
    boolean forgetful;

    FakeRecord(String epoch) {
        next = new View(new Cursor(epoch, 0), at, HashTreePMap.empty(), TreePMap.empty(),
                HashTreePMap.empty(), TreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(),
                SETTINGS);
        area("a", List.of(), 0);
        area("a1", List.of("a"), 0);
        area("a2", List.of("a"), 0);
        area("b", List.of(), 0);
        published = next;
        incidents.clear();
        areas.clear();
    }

    void area(String id, List<String> ancestors, int open) {
        Area area = SampleArea.of(id, ancestors, open);
        next = new View(next.cursor(), at, next.areas().plus(id, area), next.incidents(),
                next.incidentSeqs(), next.protests(), next.protestSeqs(), next.units(),
                next.settings());
        areas.add(id);
    }

    /** A report entry, whatever it does. */
    long report(List<String> where, String text) {
        long seq = entries.size() + pending.size() + 1L;
        at = at.plusMillis(1);
        UUID id = UUID.nameUUIDFromBytes(("report " + seq).getBytes(StandardCharsets.UTF_8));
        Report report = Report.of(id, at)
                .category("disturbance")
                .location(PLACE)
                .text(text)
                .build();
        Entry entry = new Entry(seq, at, "desk", where, new Entry.ReportRecorded(report, id, null,
                true, "desk", at, false, null, List.of(), List.of(), "", List.of()));
        byte[] bytes = ("{\"seq\":" + seq + ",\"text\":\"" + text + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        pending.add(new StoredEntry(entry, bytes, new byte[0]));
        next = new View(new Cursor(next.cursor().epoch(), seq), at, next.areas(), next.incidents(),
                next.incidentSeqs(), next.protests(), next.protestSeqs(), next.units(),
                next.settings());
        return seq;
    }

    UUID open(List<String> where) {
        long seq = report(where, "opens");
        UUID id = UUID.nameUUIDFromBytes(("incident " + seq).getBytes(StandardCharsets.UTF_8));
        put(SampleIncident.of(id, seq, where, at, "desk"));
        return id;
    }

    void change(UUID id, UnaryOperator<Incident> how) {
        Incident before = next.incident(id);
        if (before != null) {
            put(how.apply(before));
        }
    }

    static Incident moved(Incident i, List<String> where) {
        return SampleIncident.moved(i, where);
    }

    static Incident closed(Incident i) {
        return SampleIncident.closed(i);
    }

    void unit(String id, List<String> where, int count) {
        Unit unit = new Unit(id, null, count, DeploymentState.AT_SCENE, new Subject.AtPlace(PLACE),
                where, at, "desk");
        next = new View(next.cursor(), at, next.areas(), next.incidents(), next.incidentSeqs(),
                next.protests(), next.protestSeqs(), next.units().plus(id, unit), next.settings());
        units.add(id);
    }

    /** Everything done since the last time, as one commit. */
    Commit commit() {
        entries.addAll(pending);
        Commit commit = new Commit(next, pending, incidents, Set.of(), areas, units);
        published = next;
        pending.clear();
        incidents = new HashSet<>();
        areas = new HashSet<>();
        units = new HashSet<>();
        return commit;
    }

    private void put(Incident incident) {
        next = new View(next.cursor(), at, next.areas(),
                next.incidents().plus(incident.openedSeq(), incident),
                next.incidentSeqs().plus(incident.id(), incident.openedSeq()), next.protests(),
                next.protestSeqs(), next.units(), next.settings());
        incidents.add(incident.id());
    }

    @Override
    public View now() {
        return published;
    }

    @Override
    public String epoch() {
        return published.cursor().epoch();
    }

    @Override
    public long head() {
        return entries.size();
    }

    @Override
    public List<StoredEntry> after(long seq, int limit) {
        reads++;
        if (broken) {
            throw new IllegalStateException("the disk is gone");
        }
        if (forgetful) {
            return List.of();
        }
        int from = (int) Math.min(seq, entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    @Override
    public Optional<StoredEntry> at(long seq) {
        return seq > 0 && seq <= entries.size() ? Optional.of(entries.get((int) seq - 1))
                : Optional.empty();
    }
}
