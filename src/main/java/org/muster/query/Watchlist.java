package org.muster.query;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.muster.model.Alerting;
import org.muster.model.Incident;
import org.muster.model.NightClock;
import org.muster.model.Unit;
import org.muster.model.Watched;
import org.muster.view.View;

/**
 * Places that had trouble on the nights before, worst first: those that had it last night, and those that had it on
 * several nights within the look-back. What began tonight and never before is no matter for this list: the picture shows
 * it.
 */
final class Watchlist {

    /** So many places are listed, the worst; nobody can watch more. */
    static final int ITEMS_MAX = 100;
    /** So many units are named with a place. */
    static final int UNITS_MAX = 20;

    private final View view;
    private final Alerting.Nights nights;
    private final NightClock clock;
    private final LocalDate tonight;

    /** A place in the making: its newest incident, and those that belong to it. */
    private record Place(Incident head, Set<UUID> follows, List<Incident> all) {}

    Watchlist(View view) {
        this.view = view;
        nights = view.settings().alerting().nights();
        clock = NightClock.of(nights);
        tonight = clock.nightOf(view.at());
    }

    LocalDate tonight() {
        return tonight;
    }

    /**
     * Those of the incidents and units that somebody may see.
     *
     * @param shown the incidents
     * @param seen the units
     */
    List<Watched> items(Predicate<Incident> shown, Predicate<Unit> seen) {
        List<Incident> recent = view.incidents()
                .newestFirst()
                .stream()
                .filter(one -> !one.isVoid() && !one.drill() && isRecent(one) && shown.test(one))
                .sorted(Comparator.<Incident>comparingInt(one -> -one.recurrence().nights())
                        .thenComparing(Comparator.comparing(Incident::openedAt).reversed()))
                .toList();
        Collection<Unit> units = view.units().values().stream().filter(seen).toList();
        return places(recent).stream()
                .filter(place -> place.head().recurrence().nights() > 1
                        || night(place.head()).equals(tonight.minusDays(1)))
                .map(place -> watched(place, units))
                .sorted(Comparator.comparingInt(Watched::nights)
                        .thenComparingInt(Watched::nightsInARow)
                        .thenComparing(Watched::lastNight)
                        .thenComparingInt(one -> one.incidents().size())
                        .reversed())
                .limit(ITEMS_MAX)
                .toList();
    }

    /** The worst and newest first; what belongs to a place that is listed already is no place of its own. */
    private static List<Place> places(List<Incident> worstFirst) {
        List<Place> places = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        for (Incident one : worstFirst) {
            if (taken.contains(one.id())) {
                continue;
            }
            List<UUID> its = one.recurrence().follows();
            Place known = places.stream()
                    .filter(place -> !Collections.disjoint(place.follows(), its))
                    .findFirst()
                    .orElse(null);
            if (known != null) {
                known.all().add(one);
                taken.add(one.id());
                continue;
            }
            Place place = new Place(one, new LinkedHashSet<>(its), new ArrayList<>(List.of(one)));
            worstFirst.stream()
                    .filter(other -> place.follows().contains(other.id())
                            && !taken.contains(other.id()))
                    .forEach(place.all()::add);
            place.all().forEach(each -> taken.add(each.id()));
            places.add(place);
        }
        return places;
    }

    private Watched watched(Place place, Collection<Unit> units) {
        List<Incident> all = new ArrayList<>(place.all());
        all.sort(Comparator.comparing(Incident::openedAt).reversed());
        Incident head = place.head();
        List<LocalTime> began = all.stream()
                .map(one -> clock.timeOf(one.openedAt()))
                .sorted(Comparator.comparingInt(clock::intoTheNight))
                .toList();
        Set<UUID> ids = new LinkedHashSet<>();
        all.forEach(one -> ids.add(one.id()));
        List<Watched.Tired> tired = units.stream()
                .filter(unit -> !Collections.disjoint(unit.nights().at(), ids))
                .map(unit -> new Watched.Tired(unit.id(), unit.nights().inARow()))
                .sorted(Comparator.<Watched.Tired>comparingInt(one -> -one.nightsInARow())
                        .thenComparing(Watched.Tired::id))
                .limit(UNITS_MAX)
                .toList();
        return new Watched(head.areas().isEmpty() ? null : head.areas().getFirst(), head.category(),
                head.location(), head.title(), head.recurrence().nights(),
                head.recurrence().inARow(), night(head), began.getFirst(), began.getLast(),
                List.copyOf(ids), tired);
    }

    private boolean isRecent(Incident one) {
        return !night(one).isBefore(tonight.minusDays(nights.lookBack()));
    }

    private LocalDate night(Incident one) {
        return clock.nightOf(one.openedAt());
    }
}
