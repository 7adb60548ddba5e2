package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Location;
import org.muster.model.Position;
import org.muster.model.Subject;
import org.muster.model.Task;
import org.muster.model.Unit;

/** The units of one world, of drills or of what is real: each has its state by its newest report. */
final class ReferenceUnits {

    private final Map<String, List<Told>> byUnit = new TreeMap<>();
    /** Of each unit the newest that are remembered, and of these that say where. */
    private final Map<String, List<Told>> states = new TreeMap<>();
    private final Map<String, List<Told>> places = new TreeMap<>();
    private final ReferenceMap map;
    private final Function<UUID, List<String>> areasOfSubject;
    private final ReferenceNights nights;

    ReferenceUnits(ReferenceMap map, Function<UUID, List<String>> areasOfSubject,
            ReferenceNights nights) {
        this.map = map;
        this.areasOfSubject = areasOfSubject;
        this.nights = nights;
    }

    void add(Told told) {
        for (Deployment line : told.report().officers()) {
            if (line.unit() != null) {
                List<Told> history = byUnit.computeIfAbsent(line.unit(), _ -> new ArrayList<>());
                history.add(told);
                history.sort(Told.EFFECTIVE);
                remember(states, line.unit(), told);
                if (saysWhere(told)) {
                    remember(places, line.unit(), told);
                }
            }
        }
    }

    private static void remember(Map<String, List<Told>> all, String callSign, Told told) {
        List<Told> remembered = all.computeIfAbsent(callSign, _ -> new ArrayList<>());
        remembered.add(told);
        remembered.sort(Told.EFFECTIVE);
        if (remembered.size() > UnitTrack.HISTORY_MAX) {
            remembered.removeFirst();
        }
    }

    private static boolean saysWhere(Told told) {
        return told.subject() != null || told.report().location() != null;
    }

    void strike(Told told) {
        for (Map<String, List<Told>> all : List.of(byUnit, states, places)) {
            all.values().forEach(history -> history.remove(told));
        }
    }

    /** By call sign; without those of whom nothing is left. */
    List<Unit> all() {
        return byUnit.keySet().stream().map(this::unit).flatMap(List::stream).toList();
    }

    /** Those whose subject it is, released ones too. */
    List<Unit> of(UUID subject) {
        return byUnit.entrySet()
                .stream()
                .filter(unit -> isAt(subject, unit.getValue()))
                .map(unit -> unit(unit.getKey()))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isAt(UUID subject, List<Told> history) {
        Told placed = placed(history);
        return placed != null && subject.equals(placed.subject());
    }

    /** Those at an incident or protest, or on their way there. */
    List<Unit> at(UUID subject) {
        return of(subject).stream()
                .filter(unit -> unit.state() != DeploymentState.RELEASED)
                .toList();
    }

    static @Nullable UUID subjectOf(Unit unit) {
        return switch (unit.subject()) {
            case Subject.OfIncident(UUID incident) -> incident;
            case Subject.OfProtest(UUID protest) -> protest;
            case Subject.AtPlace _ -> null;
        };
    }

    /** Where units are that are of no incident and no protest. */
    Set<Position> places() {
        Set<Position> places = new HashSet<>();
        for (List<Told> history : byUnit.values()) {
            Told placed = placed(history);
            if (placed != null && placed.subject() == null) {
                places.add(Objects.requireNonNull(Reference.positionOf(placed)));
            }
        }
        return places;
    }

    /** The newest that says where. */
    private static @Nullable Told placed(List<Told> history) {
        return history.reversed()
                .stream()
                .filter(ReferenceUnits::saysWhere)
                .findFirst()
                .orElse(null);
    }

    /** The one unit with this call sign, or none. */
    List<Unit> unit(String callSign) {
        List<Told> history = byUnit.getOrDefault(callSign, List.of());
        if (history.isEmpty()) {
            return List.of();
        }
        Told newest = history.getLast();
        Told placed = Objects.requireNonNullElse(placed(history), newest);
        Deployment line = line(newest, callSign);
        UUID subject = placed.subject();
        List<String> areas = subject == null ? map.areasOf(placed) : areasOfSubject.apply(subject);
        return List.of(new Unit(callSign, line.role(), line.count(), line.state(), where(placed),
                areas, newest.at(), ReferenceUnshown.eyes(newest),
                nights.of(history.stream()
                        .filter(told -> line(told, callSign).state() == DeploymentState.AT_SCENE)
                        .toList()),
                atSceneSince(history, callSign), tasks(callSign)));
    }

    /** By where it was at each report of it: the last word of each place, the latest first. */
    private List<Task> tasks(String callSign) {
        List<Task> tasks = new ArrayList<>();
        for (Told told : states.getOrDefault(callSign, List.of())) {
            Told placed = placed(places.getOrDefault(callSign, List.of())
                    .stream()
                    .filter(other -> Told.EFFECTIVE.compare(other, told) <= 0)
                    .toList());
            if (placed == null) {
                continue;
            }
            Deployment line = line(told, callSign);
            String observer = ReferenceUnshown.eyes(told);
            boolean isOthers = !observer.equals(callSign);
            boolean isSent = isOthers && Set.of(DeploymentState.REQUESTED,
                    DeploymentState.COMMITTED, DeploymentState.EN_ROUTE).contains(line.state());
            Subject subject = where(placed);
            Task known = tasks.stream()
                    .filter(task -> task.subject().equals(subject))
                    .findFirst()
                    .orElse(null);
            if (known != null || isSent || placed.subject() != null) {
                tasks.remove(known);
                Task before = known == null || isSent ? null : known;
                tasks.addFirst(new Task(subject,
                        placed.subject() == null ? map.areasOf(placed) : List.of(), line.state(),
                        line.count(), told.at(), observer,
                        isSent ? told.at() : before == null ? null : before.sentAt(),
                        isSent ? observer : before == null ? null : before.sentBy()));
            }
        }
        return tasks.stream().limit(10).toList();
    }

    private static @Nullable Instant atSceneSince(List<Told> history, String callSign) {
        Instant since = null;
        for (Told told : history) {
            DeploymentState state = line(told, callSign).state();
            if (state == DeploymentState.RELEASED) {
                since = null;
            } else if (state == DeploymentState.AT_SCENE && since == null) {
                since = told.at();
            }
        }
        return since;
    }

    private static Deployment line(Told told, String callSign) {
        return told.report()
                .officers()
                .stream()
                .filter(one -> callSign.equals(one.unit()))
                .findFirst()
                .orElseThrow();
    }

    private Subject where(Told placed) {
        if (placed.body().incident() != null) {
            return new Subject.OfIncident(placed.body().incident());
        }
        if (placed.body().protest() != null) {
            return new Subject.OfProtest(placed.body().protest());
        }
        Location said = placed.report().location();
        return new Subject.AtPlace(
                placed.body().sensitive() && said != null ? map.centre(map.areasOf(placed)) : said);
    }
}
