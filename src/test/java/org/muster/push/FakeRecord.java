package org.muster.push;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;

import org.muster.journal.JournalReader;
import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Area;
import org.muster.model.Command;
import org.muster.model.Cursor;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Outcome;
import org.muster.model.Protest;
import org.muster.model.Recording;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.SampleAlert;
import org.muster.model.SampleArea;
import org.muster.model.SampleIncident;
import org.muster.model.SampleProtest;
import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.model.Subject;
import org.muster.model.Unit;
import org.muster.view.Commit;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.view.Views;
import org.muster.wire.EntryJson;

/** A journal and its view in memory: areas a/a1, a/a2 and b; what is done to it waits until {@link #commit()}. */
final class FakeRecord implements Views, JournalReader, Recording {

    static final List<String> A1 = List.of("a1", "a");
    static final List<String> A2 = List.of("a2", "a");
    static final List<String> B = List.of("b");
    /** Where sensitive things in a1 are shown. */
    static final Location CENTRE_OF_A1 = new Location(53.25, -1.25, null, null);
    private static final Settings SETTINGS = new Settings("",
            List.of(new Settings.AreaDefinition("a", "a", null, null),
                    new Settings.AreaDefinition("a1", "a1", "a", CENTRE_OF_A1)),
            List.of(), List.of(), List.of(), new Settings.Windows(30, 60),
            Settings.Clashing.DEFAULT, List.of(SampleAlert.RULE));
    private static final Location PLACE = new Location(53.4, -1.3, null, null);

    final List<StoredEntry> entries = new ArrayList<>();
    private final List<StoredEntry> pending = new ArrayList<>();
    /** When the reports of the next commit had been read. */
    final List<Long> readNanos = new ArrayList<>();
    private Set<UUID> incidents = new HashSet<>();
    private Set<UUID> protests = new HashSet<>();
    private Set<String> areas = new HashSet<>();
    private Set<String> units = new HashSet<>();
    private Set<UUID> alerts = new HashSet<>();
    private final String epoch;
    private Instant at = Instant.parse("2014-09-06T20:40:00Z");
    private PMap<String, Area> knownAreas = HashTreePMap.empty();
    private Known<Incident> knownIncidents = Known.none();
    private Known<Protest> knownProtests = Known.none();
    private PMap<String, Unit> knownUnits = HashTreePMap.empty();
    private Known<Alert> knownAlerts = Known.none();
    private volatile View published;
    int reads;
    boolean broken;
    boolean forgetful;
    final List<Command.NoteSeen> noted = new ArrayList<>();
    @Nullable
    CompletableFuture<Outcome> outcome;

    FakeRecord(String epoch) {
        this.epoch = epoch;
        area("a", List.of(), 0);
        area("a1", List.of("a"), 0);
        area("a2", List.of("a"), 0);
        area("b", List.of(), 0);
        published = view();
        areas.clear();
    }

    private View view() {
        return new View(new Cursor(epoch, entries.size() + pending.size()), at, knownAreas,
                knownIncidents, knownProtests, knownUnits, HashTreePSet.empty(), knownAlerts,
                SETTINGS);
    }

    void area(String id, List<String> ancestors, int open) {
        knownAreas = knownAreas.plus(id, SampleArea.of(id, ancestors, open));
        areas.add(id);
    }

    /** A report entry, whatever it does. */
    long report(List<String> where, String text) {
        return report(where, null, false, report -> report.text(text));
    }

    /** A report entry with these words and marks. */
    long report(List<String> where, @Nullable UUID incident, boolean sensitive,
            UnaryOperator<ReportBuilder> words) {
        UUID id = UUID.nameUUIDFromBytes(
                ("report " + (entries.size() + pending.size())).getBytes(StandardCharsets.UTF_8));
        Report report = words
                .apply(Report.of(id, at).incident(incident).category("disturbance").location(PLACE))
                .build();
        return entry(where, new Entry.ReportRecorded(report, incident, null, false, "desk", at,
                sensitive, null, List.of(), List.of(), "", List.of()));
    }

    /** Any entry; its number. */
    long entry(List<String> where, Entry.Body body) {
        long seq = entries.size() + pending.size() + 1L;
        at = at.plusMillis(1);
        Entry entry = new Entry(seq, at, "desk", where, body);
        pending.add(new StoredEntry(entry, EntryJson.encode(entry), new byte[0]));
        return seq;
    }

    UUID open(List<String> where) {
        long seq = report(where, "opens");
        UUID id = UUID.nameUUIDFromBytes(("incident " + seq).getBytes(StandardCharsets.UTF_8));
        put(SampleIncident.of(id, seq, where, at, "desk"));
        return id;
    }

    void change(UUID id, UnaryOperator<Incident> how) {
        Incident before = knownIncidents.get(id);
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

    /** A protest as its entry and the view have it. */
    UUID plan(List<String> where) {
        UUID id = UUID.nameUUIDFromBytes(
                ("protest " + entries.size() + pending.size()).getBytes(StandardCharsets.UTF_8));
        long seq = entry(where,
                new Entry.ProtestPlanned(id, SampleProtest.plan("march", at), List.of(), ""));
        put(SampleProtest.of(id, seq, where, at));
        return id;
    }

    /** An alert as its entry and the view have it; of an incident with its id that nobody knows. */
    UUID raise(List<String> where) {
        UUID id = UUID.nameUUIDFromBytes(
                ("alert " + entries.size() + pending.size()).getBytes(StandardCharsets.UTF_8));
        AlertSubject subject = new AlertSubject(AlertSubject.Type.INCIDENT, id.toString());
        long seq = entry(where, new Entry.AlertRaised(id, SampleAlert.RULE.id(), subject, false,
                SampleAlert.finding(SampleAlert.MESSAGE, null, at)));
        put(SampleAlert.of(id, seq, where, at));
        return id;
    }

    void changeAlert(UUID id, UnaryOperator<Alert> how) {
        Alert before = knownAlerts.get(id);
        if (before != null) {
            put(how.apply(before));
        }
    }

    void changeProtest(UUID id, UnaryOperator<Protest> how) {
        Protest before = knownProtests.get(id);
        if (before != null) {
            put(how.apply(before));
        }
    }

    void unit(String id, List<String> where, int count) {
        Unit unit = new Unit(id, null, count, DeploymentState.AT_SCENE, new Subject.AtPlace(PLACE),
                where, at, "desk");
        knownUnits = knownUnits.plus(id, unit);
        units.add(id);
    }

    /** Everything done since the last time, as one commit. */
    synchronized Commit commit() {
        View next = view();
        entries.addAll(pending);
        Commit commit = new Commit(next, pending, incidents, protests, areas, units, alerts,
                readNanos);
        published = next;
        pending.clear();
        readNanos.clear();
        incidents = new HashSet<>();
        protests = new HashSet<>();
        areas = new HashSet<>();
        units = new HashSet<>();
        alerts = new HashSet<>();
        return commit;
    }

    private void put(Incident incident) {
        knownIncidents = knownIncidents.with(incident.id(), incident.openedSeq(), incident);
        incidents.add(incident.id());
    }

    private void put(Protest protest) {
        knownProtests = knownProtests.with(protest.id(), protest.openedSeq(), protest);
        protests.add(protest.id());
    }

    private void put(Alert alert) {
        knownAlerts = knownAlerts.with(alert.id(), alert.raisedSeq(), alert);
        alerts.add(alert.id());
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        noted.add((Command.NoteSeen) command);
        return outcome == null
                ? CompletableFuture.completedFuture(new Outcome.Applied(published.cursor()))
                : outcome;
    }

    @Override
    public View now() {
        return published;
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public synchronized long head() {
        return entries.size();
    }

    @Override
    public synchronized List<StoredEntry> after(long seq, int limit) {
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
    public List<StoredEntry> backwards(long from, long before) {
        throw new UnsupportedOperationException("watchers read forwards");
    }

    @Override
    public List<StoredEntry> these(List<Long> seqs) {
        throw new UnsupportedOperationException("watchers read stretches");
    }

    @Override
    public synchronized Optional<StoredEntry> at(long seq) {
        return seq > 0 && seq <= entries.size() ? Optional.of(entries.get((int) seq - 1))
                : Optional.empty();
    }

    @Override
    public Optional<StoredEntry> report(UUID id) {
        return entries.stream()
                .filter(stored -> stored.entry().body() instanceof Entry.ReportRecorded recorded
                        && recorded.report().id().equals(id))
                .findFirst();
    }
}
