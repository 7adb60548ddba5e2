package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Arrests;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Location;
import org.muster.model.Settings;
import org.muster.model.Strength;
import org.muster.model.Subject;
import org.muster.model.Unit;
import org.muster.model.Warning;

/**
 * What all entries up to a moment come to, computed the slow and obvious way: everything anew, from the contract's
 * words, by sorting and filtering.
 */
final class Reference {
    /** A report's entry with its body at hand. */
    record Told(Entry entry, ReportRecorded body) {
        static int order(Told one, Told other) {
            int byTime = one.body.effectiveAt().compareTo(other.body.effectiveAt());
            return byTime != 0 ? byTime : Long.compare(one.entry.seq(), other.entry.seq());
        }
    }

    private final List<Told> reports = new ArrayList<>();

    private final Map<UUID, List<Told>> byIncident = new HashMap<>();

    private final Map<UUID, List<String>> incidentAreas = new HashMap<>();

    private final TreeMap<Long, List<Entry.AreasOfPlace>> maps = new TreeMap<>();

    private final Map<UUID, Integer> estimateMinutes = new HashMap<>();

    private final Set<UUID> closed = new HashSet<>();

    private final Instant now;

    final Settings settings;

    final Map<String, Unit> units = new HashMap<>();

    final Map<UUID, Incident> incidents = new HashMap<>();

    final Map<String, Area> areas = new HashMap<>();

    Reference(List<Entry> entries, Instant now) {
        this.now = now;
        Settings inForce = null;
        Map<UUID, Told> located = new HashMap<>();
        Map<UUID, Told> stated = new HashMap<>();
        for (Entry entry : entries) {
            switch (entry.body()) {
                case Entry.SettingsApplied applied -> {
                    inForce = applied.settings();
                    incidentAreas.putAll(applied.areasOfOpen());
                    maps.put(entry.seq(), applied.areasOfPlaces());
                }
                case ReportRecorded body -> {
                    Told told = new Told(entry, body);
                    reports.add(told);
                    follow(told, located, stated);
                }
                case Entry.AccessNoted _,Entry.ReportRead _,Entry.ProtestPlanned _,Entry.ProtestChanged _,Entry.ProtestCancelled _,Entry.ProtestStarted _,Entry.ProtestEnded _ ->
                        {
                        }
            }
            int minutes = inForce == null ? 30 : inForce.windows().estimateMinutes();
            incidentAreas.keySet()
                    .stream()
                    .filter(id -> !closed.contains(id) || !estimateMinutes.containsKey(id))
                    .forEach(id -> estimateMinutes.put(id, minutes));
            stated.forEach((id, told) -> {
                if (told.body.report().status() == IncidentStatus.CLOSED) {
                    closed.add(id);
                }
            });
        }
        settings = Objects.requireNonNull(inForce);
        units();
        incidentAreas.keySet().forEach(id -> incidents.put(id, incident(id)));
        settings.areas().forEach(area -> areas.put(area.id(), area(area)));
        Settings.AreaDefinition elsewhere = new Settings.AreaDefinition("elsewhere", "Elsewhere",
                null);
        areas.put("elsewhere", area(elsewhere));
    }

    private void follow(Told told, Map<UUID, Told> located, Map<UUID, Told> stated) {
        UUID id = told.body.incident();
        if (id == null) {
            return;
        }
        byIncident.computeIfAbsent(id, key -> new ArrayList<>()).add(told);
        if (isOnClosed(told)) {
            return;
        }
        if (told.body.report().location() != null
                && (!located.containsKey(id) || Told.order(located.get(id), told) < 0)) {
            located.put(id, told);
            incidentAreas.put(id, told.entry.areas());
        }
        if (told.body.report().status() != null
                && (!stated.containsKey(id) || Told.order(stated.get(id), told) < 0)) {
            stated.put(id, told);
        }
    }

    private static boolean isOnClosed(Told told) {
        return told.body.warnings().contains(Warning.INCIDENT_CLOSED);
    }

    private void units() {
        Map<String, Unit> newest = new HashMap<>();
        Map<String, Told> placed = new HashMap<>();
        for (Told told : reports.stream().sorted(Told::order).toList()) {
            for (Deployment line : told.body.report().officers()) {
                String unit = line.unit();
                if (unit != null) {
                    if (told.body.incident() != null || told.body.report().location() != null) {
                        placed.put(unit, told);
                    }
                    Told at = placed.getOrDefault(unit, told);
                    UUID incident = at.body.incident();
                    Subject subject = incident == null
                            ? new Subject.AtPlace(at.body.report().location())
                            : new Subject.OfIncident(incident);
                    List<String> where = incident == null ? areasOf(at)
                            : incidentAreas.getOrDefault(incident, List.of());
                    newest.put(unit, new Unit(unit, line.role(), line.count(), line.state(),
                            subject, where, told.body.effectiveAt(), told.body.observer()));
                }
            }
        }
        units.putAll(newest);
    }

    /** The areas of a report's own place: by the newest map since that tells them, else as it was recorded. */
    private List<String> areasOf(Told told) {
        Location at = told.body.report().location();
        return at == null ? told.entry.areas()
                : maps.tailMap(told.entry.seq())
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .filter(place -> place.lat() == at.lat() && place.lon() == at.lon())
                        .map(Entry.AreasOfPlace::areas)
                        .reduce(told.entry.areas(), (older, newer) -> newer);
    }

    private Incident incident(UUID id) {
        List<Told> all = byIncident.getOrDefault(id, List.of())
                .stream()
                .sorted(Told::order)
                .toList();
        List<Told> live = all.stream().filter(told -> !isOnClosed(told)).toList();
        Told opening = all.stream().filter(told -> told.body.opened()).findFirst().orElseThrow();
        Told status = last(live.stream().filter(told -> told.body.report().status() != null));
        Told titled = last(live.stream().filter(told -> told.body.report().title() != null));
        Told located = last(live.stream().filter(told -> told.body.report().location() != null));
        boolean isClosed = closed.contains(id);
        Location first = Objects.requireNonNull(opening.body.report().location());
        String category = Objects.requireNonNull(opening.body.report().category());
        String made = Character.toUpperCase(category.charAt(0)) + category.substring(1)
                + (first.place() == null ? "" : ", " + first.place());
        Instant lastReportAt = all.getLast().body.effectiveAt();
        Set<String> reporters = new HashSet<>();
        all.forEach(told -> reporters.add(told.entry.actor()));
        Map<String, Unit> here = new TreeMap<>(units);
        here.values()
                .removeIf(unit -> !unit.subject().equals(new Subject.OfIncident(id))
                        || unit.state() == DeploymentState.RELEASED);
        return new Incident(id, opening.entry.seq(),
                status == null ? IncidentStatus.REPORTED
                        : Objects.requireNonNull(status.body.report().status()),
                category, status == null ? null : status.body.report().closingCategory(),
                titled == null ? made : Objects.requireNonNull(titled.body.report().title()),
                located == null ? first : Objects.requireNonNull(located.body.report().location()),
                incidentAreas.getOrDefault(id, List.of()), opening.body.effectiveAt(), lastReportAt,
                isClosed && status != null ? status.body.effectiveAt() : null,
                new Figures(
                        new ReferenceCrowd(live, estimateMinutes.getOrDefault(id, 0)).shown(
                                !isClosed),
                        strength(here.values(), isClosed ? 0 : asked(live)),
                        List.copyOf(here.values()), Arrests.NONE, Injured.NONE, all.size(),
                        lastReportAt, reporters),
                List.of(), null, null, null, false, false, null);
    }

    private static Strength strength(Iterable<Unit> units, int asked) {
        Map<DeploymentState, Integer> counts = new HashMap<>();
        units.forEach(unit -> counts.merge(unit.state(), unit.count(), Integer::sum));
        return new Strength(counts.getOrDefault(DeploymentState.AT_SCENE, 0),
                counts.getOrDefault(DeploymentState.EN_ROUTE, 0)
                        + counts.getOrDefault(DeploymentState.COMMITTED, 0),
                counts.getOrDefault(DeploymentState.REQUESTED, 0) + asked, 0);
    }

    /** Per observer and role the newest report's lines. */
    private static int asked(List<Told> inOrder) {
        Map<List<@Nullable String>, Map<Long, Integer>> newest = new HashMap<>();
        for (Told told : inOrder) {
            for (Deployment line : told.body.report().officers()) {
                if (line.unit() == null) {
                    List<@Nullable String> key = Arrays.asList(told.body.observer(), line.role());
                    Map<Long, Integer> sums = newest.computeIfAbsent(key, k -> new HashMap<>());
                    sums.keySet().removeIf(seq -> seq != told.entry.seq());
                    sums.merge(told.entry.seq(), line.count(), Integer::sum);
                }
            }
        }
        return newest.values()
                .stream()
                .flatMap(sums -> sums.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Area area(Settings.AreaDefinition area) {
        List<Incident> in = incidents.values()
                .stream()
                .filter(incident -> incident.areas().contains(area.id()))
                .toList();
        List<Unit> there = units.values()
                .stream()
                .filter(unit -> unit.areas().contains(area.id()))
                .toList();
        List<Told> told = reports.stream()
                .filter(report -> report.entry.areas().contains(area.id()))
                .toList();
        int asked = in.stream().mapToInt(this::askedWithoutUnits).sum() + askedAtPlaces(area.id());
        return new ReferenceArea(area, ancestors(area), now).of(in, strength(there, asked), told,
                settings.windows().silentMinutes());
    }

    private int askedWithoutUnits(Incident incident) {
        return incident.officers().requested() - incident.units()
                .stream()
                .filter(unit -> unit.state() == DeploymentState.REQUESTED)
                .mapToInt(Unit::count)
                .sum();
    }

    private int askedAtPlaces(String area) {
        Map<Location, List<Told>> sites = new LinkedHashMap<>();
        for (Told told : reports.stream().sorted(Told::order).toList()) {
            Location location = told.body.report().location();
            if (told.body.incident() == null && location != null && areasOf(told).contains(area)) {
                sites.computeIfAbsent(location, key -> new ArrayList<>()).add(told);
            }
        }
        return sites.values().stream().mapToInt(Reference::asked).sum();
    }

    private List<String> ancestors(Settings.AreaDefinition area) {
        List<String> ids = new ArrayList<>();
        String parent = area.parent();
        while (parent != null) {
            String id = parent;
            ids.add(id);
            parent = settings.areas()
                    .stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .parent();
        }
        return ids;
    }

    private static @Nullable Told last(Stream<Told> inOrder) {
        return inOrder.reduce((one, other) -> other).orElse(null);
    }
}
