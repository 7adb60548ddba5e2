package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Clash;
import org.muster.model.Deployment;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.model.Settings.AreaDefinition;
import org.muster.model.Shape;
import org.muster.model.Unit;

/**
 * What all entries come to at a moment, computed the slow and obvious way: a list of what was said, less what was
 * struck, and every figure anew from it by sorting and filtering, in the contract's words. Only what an entry can have
 * touched is computed again.
 */
final class Reference {

    /** Every report that counts, in order of receipt. */
    final List<Told> reports = new ArrayList<>();
    /** Those of them with people arrested or injured, but not of drills. */
    final List<Told> harming = new ArrayList<>();
    /** Those of them that ask for officers at a place, but not of drills. */
    final List<Told> asking = new ArrayList<>();
    final Map<UUID, Incident> incidents = new HashMap<>();
    final Map<UUID, Protest> protests = new HashMap<>();
    private final Map<UUID, ReferenceCrowd> crowds = new HashMap<>();
    /** Of drills there are none here. */
    final Map<String, Unit> units = new HashMap<>();
    /** What changed, or can have, since it was last looked at. */
    final Set<UUID> touched = new HashSet<>();

    private final Map<UUID, ReferenceSubject> subjects = new LinkedHashMap<>();
    /** By area, without those of drills. */
    private final Map<String, List<Told>> byArea = new HashMap<>();
    private final Map<Long, Told> bySeq = new HashMap<>();
    private final Map<UUID, Instant> startedAt = new HashMap<>();
    final ReferenceNights nights = new ReferenceNights();
    final ReferenceAllegations allegations = new ReferenceAllegations();
    private final ReferenceMap map = new ReferenceMap();
    private final ReferenceUnits real = new ReferenceUnits(map, this::areasOf, nights);
    private final ReferenceUnits drilled = new ReferenceUnits(map, this::areasOf, nights);
    private final Supplier<Places> places;
    private final UnaryOperator<Entry> ear;
    private Instant now = Instant.EPOCH;
    private boolean plansStirred;

    /** @param places the map in force */
    Reference(Supplier<Places> places) {
        this(places, entry -> entry);
    }

    /** @param ear by which entries are heard; one that hears badly must be found out */
    Reference(Supplier<Places> places, UnaryOperator<Entry> ear) {
        this.places = places;
        this.ear = ear;
    }

    Settings settings() {
        return map.settings();
    }

    void take(Entry said) {
        Entry entry = ear.apply(said);
        now = entry.at();
        switch (entry.body()) {
            case ReportRecorded body -> report(new Told(entry, body));
            case Entry.SettingsApplied body -> settings(body);
            case Entry.ProtestPlanned body -> plan(body.protest(), body.plan(), entry);
            case Entry.ProtestChanged body -> plan(body.protest(), body.plan(), entry);
            case Entry.ProtestCancelled body -> {
                subject(body.protest()).cancelled = entry;
                touch(body.protest());
                plansStirred = true;
            }
            case Entry.ProtestStarted body -> startedAt.put(body.protest(), body.startedAt());
            // Its status is computed here, not taken from the record.
            case Entry.ProtestEnded _ -> {
            }
            case Entry.AlertRaised _,Entry.AlertUpdated _,Entry.AlertCleared _ -> {
            }
            case Entry.AlertAcknowledged _,Entry.AlertUnacknowledged _,Entry.AlertAssigned _ -> {
            }
            case Entry.AlertShelved _,Entry.AlertUnshelved _,Entry.AlertSuppressed _,Entry.FloodStarted _,Entry.FloodEnded _ ->
                    {
                    }
            case Entry.AlertCommented _,Entry.AlertSeen _,Entry.RuleFailed _ -> {
            }
            case Entry.ReportRead _,Entry.AccessNoted _ -> {
            }
        }
    }

    private void report(Told told) {
        ReportRecorded body = told.body();
        units(told).forEach(this::touchWhereIs);
        if (body.struck() != null) {
            Told original = Objects.requireNonNull(bySeq.get(body.struck().seq()));
            units(original).forEach(this::touchWhereIs);
            strike(original, told.entry().at());
            UUID before = original.subject();
            if (before != null && !before.equals(told.subject()) && original.body().sensitive()) {
                subject(before).keptSensitive |= body.sensitive();
            }
        }
        bySeq.put(told.seq(), told);
        UUID id = told.subject();
        if (id != null) {
            touch(id);
            if (body.opened()) {
                subjects.putIfAbsent(id, new ReferenceSubject(id, told.seq(),
                        body.protest() != null, told.report().drill()));
            }
            subject(id).add(told);
            plansStirred |= subject(id).isProtest;
        }
        map.recorded(told);
        allegations.take(told);
        if (told.report().withdrawn()) {
            return;
        }
        reports.add(told);
        if (!told.report().drill()) {
            told.entry()
                    .areas()
                    .forEach(
                            area -> byArea.computeIfAbsent(area, _ -> new ArrayList<>()).add(told));
            if (!told.report().arrests().isEmpty() || told.report().injured() != null) {
                harming.add(told);
            }
            if (id == null && told.report().location() != null
                    && told.report().officers().stream().anyMatch(line -> line.unit() == null)) {
                asking.add(told);
            }
        }
        unitsOf(told).add(told);
        units(told).forEach(this::touchWhereIs);
    }

    private void strike(Told original, Instant receivedAt) {
        reports.remove(original);
        byArea.values().forEach(told -> told.remove(original));
        harming.remove(original);
        asking.remove(original);
        allegations.strike(original);
        unitsOf(original).strike(original);
        UUID id = original.subject();
        if (id != null) {
            touch(id);
            subject(id).strike(original, receivedAt);
            plansStirred |= subject(id).isProtest;
        }
        units(original).forEach(this::touchWhereIs);
    }

    /** The world that the units of a report live in. */
    private ReferenceUnits unitsOf(Told told) {
        return told.report().drill() ? drilled : real;
    }

    private static List<String> units(Told told) {
        return told.report()
                .officers()
                .stream()
                .map(Deployment::unit)
                .filter(Objects::nonNull)
                .toList();
    }

    private void touchWhereIs(String callSign) {
        for (ReferenceUnits world : List.of(real, drilled)) {
            for (Unit unit : world.unit(callSign)) {
                UUID at = ReferenceUnits.subjectOf(unit);
                if (at != null) {
                    touch(at);
                }
            }
        }
    }

    private void touch(UUID id) {
        touched.add(id);
    }

    private void plan(UUID id, Plan plan, Entry entry) {
        subjects.putIfAbsent(id, new ReferenceSubject(id, entry.seq(), true, false));
        ReferenceSubject protest = subject(id);
        protest.plan(plan, entry);
        touch(id);
        plansStirred = true;
    }

    /** A new map moves the places where something is that is open, or has units of its own, and those that the
     * entry names because units are there. */
    private void settings(Entry.SettingsApplied body) {
        map.apply(body.settings());
        nights.settings(body.settings().alerting().nights());
        for (ReferenceSubject subject : subjects.values()) {
            if (isOpen(subject) || !unitsOf(subject).of(subject.id).isEmpty()) {
                move(subject);
                Shape place = subject.plan == null ? null : subject.plan.place();
                if (place != null) {
                    subject.planAreas = places.get().areasOf(place);
                }
            }
        }
        Set<Position> known = new HashSet<>();
        body.areasOfPlaces().forEach(place -> known.add(new Position(place.lat(), place.lon())));
        assertThat(known).containsAll(real.places());
        reports.stream()
                .filter(told -> told.subject() == null && known.contains(positionOf(told)))
                .forEach(told -> map.moved(told, places.get()));
        subjects.keySet().forEach(this::touch);
        plansStirred = true;
    }

    /** All that was said of the place where it is; what was said of others stays where it was. */
    private void move(ReferenceSubject subject) {
        if (subject.openedAt == null) {
            return;
        }
        Position here = positionOf(subject.isProtest ? subject.openedAt
                : new ReferenceIncident(subject, map).located());
        List<Told> all = new ArrayList<>(subject.told);
        all.add(subject.openedAt);
        all.stream()
                .filter(told -> Objects.equals(here, positionOf(told)))
                .forEach(told -> map.moved(told, places.get()));
    }

    static @Nullable Position positionOf(Told told) {
        Location location = told.report().location();
        return location == null ? null : new Position(location.lat(), location.lon());
    }

    private boolean isOpen(ReferenceSubject subject) {
        return subject.isProtest ? new ReferenceProtest(subject, map, now).isOpen()
                : new ReferenceIncident(subject, map).isOpen();
    }

    private ReferenceUnits unitsOf(ReferenceSubject subject) {
        return subject.drill ? drilled : real;
    }

    /** Computes what was touched, and what time may have changed, as of a moment. */
    void lookAt(Instant moment) {
        now = moment;
        for (UUID id : touched) {
            ReferenceSubject subject = subject(id);
            if (!subject.isProtest) {
                ReferenceIncident one = new ReferenceIncident(subject, map);
                Incident shown = one.shown(unitsOf(subject).at(id));
                incidents.put(id, shown);
                crowds.put(id, one.crowd());
                if (shown.isVoid()) {
                    nights.remove(id);
                } else {
                    nights.put(shown, one.place());
                }
            }
        }
        protests();
        units.clear();
        real.all().forEach(unit -> units.put(unit.id(), unit));
    }

    private void protests() {
        List<ReferenceProtest> all = subjects.values()
                .stream()
                .filter(subject -> subject.isProtest)
                .map(subject -> new ReferenceProtest(subject, map, now))
                .toList();
        ReferenceClashes clashes = new ReferenceClashes(all, settings().clashing());
        for (ReferenceProtest one : all) {
            UUID id = one.facts.id;
            Protest known = protests.get(id);
            boolean same = known != null && !touched.contains(id)
                    && known.status() == one.life.status;
            List<Clash> near = known != null && same && !plansStirred ? known.clashes()
                    : clashes.of(one);
            if (known == null || !same || !near.equals(known.clashes())) {
                touch(id);
                crowds.put(id, one.crowd());
                protests.put(id, one.shown(unitsOf(one.facts).at(id), near, startedAt.get(id)));
            }
        }
        plansStirred = false;
    }

    /** The units of one world. */
    List<Unit> units(boolean isDrill) {
        return (isDrill ? drilled : real).all();
    }

    List<Told> reportsIn(String area) {
        return byArea.getOrDefault(area, List.of());
    }

    /** Every area, as of the moment last looked at. */
    Map<String, Area> areas() {
        List<AreaDefinition> all = new ArrayList<>(settings().areas());
        all.add(new AreaDefinition(Settings.ELSEWHERE, "Elsewhere", null));
        Map<String, Area> areas = new HashMap<>();
        for (AreaDefinition area : all) {
            areas.put(area.id(), new ReferenceArea(area, this, now).shown());
        }
        return areas;
    }

    /** Where something lies now. */
    List<String> areasOf(UUID subject) {
        ReferenceSubject facts = subject(subject);
        return facts.isProtest ? new ReferenceProtest(facts, map, now).areas()
                : new ReferenceIncident(facts, map).areas();
    }

    /** Where something was when last looked at. */
    List<String> shownAreas(UUID subject) {
        Incident incident = incidents.get(subject);
        return incident == null ? Objects.requireNonNull(protests.get(subject)).areas()
                : incident.areas();
    }

    /** Where a report's own place lies now. */
    List<String> areasOf(Told told) {
        return map.areasOf(told);
    }

    /** The crowd of an incident or protest, as of the moment last looked at. */
    ReferenceCrowd crowd(UUID id) {
        return Objects.requireNonNull(crowds.get(id));
    }

    ReferenceSubject subject(UUID id) {
        return Objects.requireNonNull(subjects.get(id));
    }

    /** Where an incident really is, whatever is shown of it. */
    Location placeOf(UUID incident) {
        return new ReferenceIncident(subject(incident), map).place();
    }

    /** Any report, struck or not. */
    Told told(UUID report) {
        return bySeq.values()
                .stream()
                .filter(told -> told.report().id().equals(report))
                .findAny()
                .orElseThrow();
    }
}
