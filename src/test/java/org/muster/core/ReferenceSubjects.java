package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Allegation;
import org.muster.model.Arrest;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Position;
import org.muster.model.ProtestStatus;
import org.muster.model.Unit;

/** All that rules can look at, the slow way, from what the reference says of everything. */
final class ReferenceSubjects {

    private static final Duration HOUR = Duration.ofHours(1);

    private final World world;
    private final Reference reference;
    /** Where emergencies were reported from, by entry, as the maps since have it. */
    private final Map<Long, List<String>> calledFrom = new HashMap<>();

    ReferenceSubjects(World world, Reference reference) {
        this.world = world;
        this.reference = reference;
    }

    /** Emergencies are where their report says, and go with the map like units. */
    void take(Entry entry) {
        if (entry.body() instanceof Entry.ReportRecorded body && body.report().emergency()) {
            calledFrom.put(entry.seq(), entry.areas());
        }
        if (entry.body() instanceof Entry.SettingsApplied body) {
            Map<Position, List<String>> now = new HashMap<>();
            body.areasOfPlaces()
                    .forEach(place -> now.put(new Position(place.lat(), place.lon()),
                            place.areas()));
            for (Told told : reference.reports) {
                Location at = told.report().location();
                if (told.report().emergency() && at != null) {
                    Position there = new Position(at.lat(), at.lon());
                    assertThat(now).containsKey(there);
                    calledFrom.put(told.seq(), now.get(there));
                }
            }
        }
    }

    /** In the order in which rules look at them. */
    Map<RuleSubject, ReferenceFacts> all(Instant now) {
        Map<RuleSubject, ReferenceFacts> all = new TreeMap<>();
        ReferenceUnshown unshown = new ReferenceUnshown(reference, world::squareMetres, now);
        world.areas.values().forEach(area -> {
            boolean isLeaf = world.areas.values()
                    .stream()
                    .noneMatch(other -> area.id().equals(other.parent()));
            ReferenceFacts facts = ReferenceFacts.of(area, isLeaf, arrested(area.id(), now));
            unshown.area(facts, area.id());
            all.put(RuleSubject.of(AlertSubject.Type.AREA, area.id(), false), facts);
        });
        reference.incidents.values()
                .stream()
                .filter(one -> !one.isVoid() && one.status() != IncidentStatus.CLOSED)
                .forEach(one -> {
                    ReferenceFacts facts = ReferenceFacts.of(one, reference.nights.of(one.id()),
                            now);
                    unshown.incident(facts, one.id(), one.figures());
                    all.put(RuleSubject.of(AlertSubject.Type.INCIDENT, one.id().toString(),
                            one.drill()), facts);
                });
        reference.protests.values()
                .stream()
                .filter(one -> !one.isVoid() && (one.status() == ProtestStatus.PLANNED
                        || one.status() == ProtestStatus.LIVE))
                .forEach(one -> {
                    ReferenceFacts facts = ReferenceFacts.of(one, reference.protests, now);
                    unshown.protest(facts, one);
                    all.put(RuleSubject.of(AlertSubject.Type.PROTEST, one.id().toString(),
                            one.drill()), facts);
                });
        reference.allegations.all(reference)
                .values()
                .stream()
                .filter(one -> one.decision() == null)
                .forEach(
                        one -> all.put(
                                RuleSubject.of(AlertSubject.Type.ALLEGATION,
                                        one.report().toString(), one.drill()),
                                ReferenceFacts.of(one, title(one), now)));
        units(all, false, unshown);
        units(all, true, unshown);
        return all;
    }

    private @Nullable String title(Allegation alleged) {
        return alleged.incident() == null
                ? Objects.requireNonNull(reference.protests.get(alleged.protest())).title()
                : Objects.requireNonNull(reference.incidents.get(alleged.incident())).title();
    }

    private void units(Map<RuleSubject, ReferenceFacts> all, boolean isDrill,
            ReferenceUnshown unshown) {
        Map<String, Instant> heard = unshown.heard(isDrill);
        Map<String, Unit> units = new HashMap<>();
        reference.units(isDrill).forEach(unit -> units.put(unit.id(), unit));
        Map<String, Told> calls = new HashMap<>();
        reference.reports.stream()
                .filter(told -> told.report().emergency() && told.report().drill() == isDrill)
                .sorted(Told.EFFECTIVE)
                .forEach(told -> calls.put(ReferenceUnshown.eyes(told), told));
        Set<String> ids = new LinkedHashSet<>(units.keySet());
        ids.addAll(calls.keySet());
        for (String id : ids) {
            Unit unit = units.get(id);
            Told call = calls.get(id);
            if (call != null || (unit != null && unit.state() != DeploymentState.RELEASED)) {
                ReferenceFacts facts = ReferenceFacts.of(id, unit, call, where(call),
                        unshown.now());
                unshown.unit(facts, id, unit, heard);
                all.put(RuleSubject.of(AlertSubject.Type.UNIT, id, isDrill), facts);
            }
        }
    }

    private List<String> where(@Nullable Told call) {
        return call == null ? List.of() : calledFrom.getOrDefault(call.seq(), List.of());
    }

    private long arrested(String area, Instant now) {
        return reference.harming.stream()
                .filter(told -> told.at().isAfter(now.minus(HOUR)) && lies(told, area))
                .flatMap(told -> told.report().arrests().stream())
                .mapToLong(Arrest::count)
                .sum();
    }

    private boolean lies(Told told, String area) {
        UUID subject = told.subject();
        return (subject == null ? told.entry().areas() : reference.shownAreas(subject))
                .contains(area);
    }
}
