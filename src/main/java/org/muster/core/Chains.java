package org.muster.core;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import org.muster.model.Alerting;
import org.muster.model.Location;
import org.muster.model.NightClock;
import org.muster.model.Recurrence;

/**
 * Which incidents are the second of their kind: each follows those of the same category, in the same world, near its
 * place, at about its hour of the clock on the wall, on the nights before it. Incidents lie in the cells of a
 * {@link Grid}, by night; only the cells around one are looked at, so that its cost does not grow with what is elsewhere.
 * What is sensitive counts its nights and is counted, and neither names nor is named: that would tell where it was.
 * Each follows others by its own place and hour, never by theirs: a chain does not creep through a town.
 */
final class Chains {

    /** So many are looked at in a cell on one night, those opened last: what is found of a night there does not change by more. */
    static final int LOOKED_AT_MAX = 200;

    private static final int HOUR_SECONDS = 60 * 60;

    private final Map<Place, TreeMap<Long, TreeMap<Moment, Held>>> places = new HashMap<>();
    private final Map<UUID, Held> held = new HashMap<>();
    private final Map<UUID, Recurrence> known = new HashMap<>();
    private final Consumer<IncidentTrack> changed;
    private Alerting.Nights nights = Alerting.Nights.DEFAULT;
    private NightClock clock = NightClock.of(nights);
    private Grid grid = grid(nights);

    private record Place(boolean drill, String category, Grid.Cell cell) {}

    /** An incident as it was put. */
    private record Held(IncidentTrack track, String category, Location at, Moment opened,
            long night, LocalTime time, boolean sensitive) {

        boolean isSame(IncidentTrack now) {
            return opened.at() == now.openedAt() && category.equals(now.category())
                    && sensitive == now.ledger().isSensitive()
                    && Spot.of(at).equals(Spot.of(now.location()));
        }
    }

    /** @param changed told of each other incident whose chain is another */
    Chains(Consumer<IncidentTrack> changed) {
        this.changed = changed;
    }

    /** Tells nights and places apart in another way; says whether it is another. All are to be put again then. */
    boolean define(Alerting.Nights others) {
        if (others.equals(nights)) {
            return false;
        }
        nights = others;
        clock = NightClock.of(others);
        grid = grid(others);
        places.clear();
        held.clear();
        known.clear();
        return true;
    }

    /** Puts an incident where and when it is now, or nowhere while it is void. */
    void put(IncidentTrack track) {
        Held before = held.get(track.id());
        if (track.isVoid() ? before == null : before != null && before.isSame(track)) {
            return;
        }
        known.remove(track.id());
        if (before != null) {
            held.remove(track.id());
            take(before);
            stir(before);
        }
        if (!track.isVoid()) {
            Held now = held(track);
            held.put(track.id(), now);
            places.computeIfAbsent(place(now, grid.cell(now.at())), _ -> new TreeMap<>())
                    .computeIfAbsent(now.night(), _ -> new TreeMap<>())
                    .put(now.opened(), now);
            stir(now);
        }
    }

    /** What an incident follows. */
    Recurrence of(IncidentTrack track) {
        Recurrence found = known.get(track.id());
        if (found == null) {
            Held its = held.get(track.id());
            found = its == null ? Recurrence.NONE : find(its);
            known.put(track.id(), found);
        }
        return found;
    }

    private Recurrence find(Held its) {
        List<Held> found = new ArrayList<>();
        for (Grid.Cell cell : grid.around(its.at())) {
            TreeMap<Long, TreeMap<Moment, Held>> there = places.get(place(its, cell));
            if (there != null) {
                there.subMap(its.night() - nights.lookBack(), true, its.night(), false)
                        .values()
                        .forEach(night -> look(night, its, found));
            }
        }
        if (found.isEmpty()) {
            return Recurrence.NONE;
        }
        found.sort(Comparator.comparing(Held::opened).reversed());
        Set<Long> before = new HashSet<>();
        found.forEach(one -> before.add(one.night()));
        int inARow = 1;
        while (before.contains(its.night() - inARow)) {
            inARow++;
        }
        return new Recurrence(before.size() + 1, inARow,
                found.stream()
                        .filter(one -> !its.sensitive() && !one.sensitive())
                        .limit(Recurrence.FOLLOWS_MAX)
                        .map(one -> one.track().id())
                        .toList());
    }

    private void look(NavigableMap<Moment, Held> night, Held its, List<Held> found) {
        night.descendingMap()
                .values()
                .stream()
                .limit(LOOKED_AT_MAX)
                .filter(one -> belongs(one, its))
                .forEach(found::add);
    }

    /** Those of later nights may follow it, or do no more. */
    private void stir(Held its) {
        for (Grid.Cell cell : grid.around(its.at())) {
            TreeMap<Long, TreeMap<Moment, Held>> there = places.get(place(its, cell));
            if (there != null) {
                there.subMap(its.night(), false, its.night() + nights.lookBack(), true)
                        .values()
                        .forEach(night -> night.values().forEach(this::stirred));
            }
        }
    }

    /** Also one that is too far from it: which are looked at in a cell may be others now. */
    private void stirred(Held later) {
        if (known.remove(later.track().id()) != null) {
            changed.accept(later.track());
        }
    }

    private boolean belongs(Held one, Held other) {
        return NightClock.secondsApart(one.time(), other.time()) <= nights.hours() * HOUR_SECONDS
                && Grid.metres(one.at(), other.at()) <= nights.metres();
    }

    private void take(Held its) {
        Place place = place(its, grid.cell(its.at()));
        TreeMap<Long, TreeMap<Moment, Held>> there = places.get(place);
        if (there != null) {
            there.computeIfPresent(its.night(), (_, night) -> {
                night.remove(its.opened());
                return night.isEmpty() ? null : night;
            });
            if (there.isEmpty()) {
                places.remove(place);
            }
        }
    }

    private Held held(IncidentTrack track) {
        Moment opened = new Moment(track.openedAt(), track.openedSeq());
        Instant at = Instant.ofEpochMilli(opened.at());
        return new Held(track, track.category(), track.location(), opened,
                clock.nightOf(at).toEpochDay(), clock.timeOf(at), track.ledger().isSensitive());
    }

    private static Place place(Held its, Grid.Cell cell) {
        return new Place(its.track().isDrill(), its.category(), cell);
    }

    private static Grid grid(Alerting.Nights nights) {
        return new Grid(Math.max(1, nights.metres()));
    }
}
