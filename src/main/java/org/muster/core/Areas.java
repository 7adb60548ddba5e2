package org.muster.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Settings;
import org.muster.model.Settings.AreaDefinition;

/** The areas in force and everything counted in them. */
final class Areas {

    static final AreaDefinition ELSEWHERE = new AreaDefinition(Settings.ELSEWHERE, "Elsewhere",
            null);

    private final Map<List<String>, AreaSet> sets = new LinkedHashMap<>();
    private final AreaSet.Touched touched = new AreaSet.Touched();
    private final AreaNumbers numbers = new AreaNumbers();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private long silentMillis = 1;
    private long at;

    /** An area in force, with the sets that contain it. */
    private static final class Place {

        private final AreaDefinition definition;
        private final List<String> ancestors;
        private final List<AreaSet> sets = new ArrayList<>();
        private boolean changed = true;
        private boolean isLeaf = true;

        Place(AreaDefinition definition, List<String> ancestors) {
            this.definition = definition;
            this.ancestors = ancestors;
        }

        Area shown() {
            AreaSum sum = new AreaSum();
            sets.forEach(set -> set.addTo(sum));
            return sum.shown(definition, ancestors);
        }
    }

    /** Puts other areas in force; what was counted stays counted under the ids it was counted under. */
    void define(List<AreaDefinition> definitions, long silentAfterMillis, long now) {
        at = Math.max(at, now);
        silentMillis = silentAfterMillis;
        sets.values().forEach(set -> set.silentAfter(silentMillis, at));
        places.clear();
        for (AreaDefinition definition : definitions) {
            places.put(definition.id(), new Place(definition, ancestors(definition)));
            Place parent = definition.parent() == null ? null : places.get(definition.parent());
            if (parent != null) {
                parent.isLeaf = false;
            }
        }
        places.putIfAbsent(Settings.ELSEWHERE, new Place(ELSEWHERE, List.of()));
        sets.values().forEach(this::link);
        nowhere();
    }

    /** The set of no areas at all. */
    AreaSet nowhere() {
        return set(List.of());
    }

    /** The one set of these areas. */
    AreaSet set(List<String> ids) {
        AreaSet known = sets.get(ids);
        return known == null ? keep(new AreaSet(List.copyOf(ids), touched, silentMillis, at))
                : known;
    }

    /** The areas that are not as they were when last asked, with all windows at {@code now}. */
    Map<String, Area> takeChanged(long now) {
        moveTo(now);
        for (AreaSet set : touched.shown()) {
            set.untouch();
            for (String id : set.ids()) {
                Place place = places.get(id);
                if (place != null) {
                    place.changed = true;
                }
            }
        }
        touched.shown().clear();
        Map<String, Area> changed = new HashMap<>();
        for (Place place : places.values()) {
            if (place.changed) {
                place.changed = false;
                changed.put(place.definition.id(), place.shown());
            }
        }
        return changed;
    }

    /** From now on rules want to know of every area, and of all of them anew. */
    void watch() {
        numbers.clear();
        sets.values().forEach(AreaSet::countAnew);
    }

    /** The areas, of those in force, that rules find otherwise than when last asked, with all windows at {@code now}. */
    Set<String> takeStirred(long now) {
        if (now > at) {
            moveTo(now);
        }
        Set<String> stirred = numbers.take(touched.stirred(), at);
        stirred.retainAll(places.keySet());
        return stirred;
    }

    /** The next moment at which time alone may make one of these facts of an area another; {@link FactRow#NEVER} if none. */
    long turnsAt(long mask) {
        long first = FactRow.NEVER;
        for (AreaSet set : sets.values()) {
            first = Math.min(first, set.turnsAt(mask));
        }
        return first;
    }

    /** Every area in force. */
    Set<String> ids() {
        return places.keySet();
    }

    /** An area in force as rules find it; null when there is none of that id. */
    @Nullable
    Looked looked(String id) {
        Place place = places.get(id);
        return place == null ? null
                : new AreaLooked(place.definition, place.ancestors, place.isLeaf, numbers.of(id));
    }

    /** With all windows at {@code now}, so that it does not tell when they were last moved. */
    List<AreaSetState> state(long now) {
        moveTo(now);
        return sets.values().stream().map(AreaSet::state).toList();
    }

    /** Takes over what was counted, with all windows where {@link #define} put them. */
    void restore(List<AreaSetState> states) {
        states.forEach(state -> keep(new AreaSet(state, touched, silentMillis, at)));
    }

    private AreaSet keep(AreaSet set) {
        sets.put(set.ids(), set);
        link(set);
        return set;
    }

    private void moveTo(long now) {
        at = Math.max(at, now);
        sets.values().forEach(set -> set.moveTo(at));
    }

    private void link(AreaSet set) {
        for (String id : set.ids()) {
            Place place = places.get(id);
            if (place != null && !place.sets.contains(set)) {
                place.sets.add(set);
            }
        }
    }

    private List<String> ancestors(AreaDefinition definition) {
        if (definition.parent() == null) {
            return List.of();
        }
        Place parent = places.get(definition.parent());
        if (parent == null) {
            throw new IllegalArgumentException("parents stand before their children");
        }
        List<String> ancestors = new ArrayList<>();
        ancestors.add(parent.definition.id());
        ancestors.addAll(parent.ancestors);
        return List.copyOf(ancestors);
    }
}
