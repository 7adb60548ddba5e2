package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.muster.model.NightClock;
import org.muster.model.Unit;

/** The nights on which one unit was at scenes of incidents. */
final class Exposure {

    /** So many of its nights are remembered, the newest. */
    static final int NIGHTS_MAX = 31;
    /** Of each incident and night so many reports, the newest: only when all of them are struck it was not there. */
    static final int REPORTS_MAX = 8;

    private final TreeMap<Long, Map<UUID, TreeSet<Moment>>> nights = new TreeMap<>();

    Exposure(List<Said<UUID>> said, NightClock clock) {
        said.forEach(one -> add(one.when(), one.what(), clock));
    }

    /** A report says that it was at the scene of an incident. */
    void add(Moment when, UUID incident, NightClock clock) {
        TreeSet<Moment> told = nights.computeIfAbsent(night(when, clock), _ -> new HashMap<>())
                .computeIfAbsent(incident, _ -> new TreeSet<>());
        told.add(when);
        if (told.size() > REPORTS_MAX) {
            told.pollFirst();
        }
        if (nights.size() > NIGHTS_MAX) {
            nights.pollFirstEntry();
        }
    }

    /** Takes out what a report said, if it did. */
    void strike(Moment when, NightClock clock) {
        nights.computeIfPresent(night(when, clock), (_, told) -> {
            told.values().forEach(moments -> moments.remove(when));
            told.values().removeIf(Set::isEmpty);
            return told.isEmpty() ? null : told;
        });
    }

    /** How many there are up to the newest without one between. */
    int inARow() {
        int inARow = 0;
        while (!nights.isEmpty() && nights.containsKey(nights.lastKey() - inARow)) {
            inARow++;
        }
        return inARow;
    }

    /** The newest of its nights without one between. */
    Unit.Nights shown() {
        Set<UUID> at = new HashSet<>();
        int inARow = inARow();
        nights.descendingMap()
                .values()
                .stream()
                .limit(inARow)
                .forEach(told -> at.addAll(told.keySet()));
        return inARow == 0 ? Unit.Nights.NONE : new Unit.Nights(inARow, at);
    }

    /** All of it, in effective order. */
    List<Said<UUID>> all() {
        List<Said<UUID>> all = new ArrayList<>();
        nights.values()
                .forEach(told -> told.forEach((incident, moments) -> moments
                        .forEach(when -> all.add(new Said<>(when, incident)))));
        all.sort(Comparator.comparing(Said::when));
        return all;
    }

    private static long night(Moment when, NightClock clock) {
        return clock.nightOf(Instant.ofEpochMilli(when.at())).toEpochDay();
    }
}
