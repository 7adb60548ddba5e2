package org.muster.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Reports of officers in danger that stand, by whose eyes it was. Only striking the report takes one out. */
final class Emergencies {

    /** So many of one unit are remembered; an older one would stand again only if all of these were struck. */
    static final int REMEMBERED_MAX = 64;

    private final Map<String, Register<Call>> calls = new TreeMap<>();
    private final Map<Long, String> units = new HashMap<>();

    /**
     * One report.
     *
     * @param areas where it was made; empty when it did not say
     * @param spot the position it gave, if it gave one
     */
    public record Call(List<String> areas, @Nullable Spot spot) {

        public Call {
            areas = List.copyOf(areas);
        }
    }

    /** All of one unit, for a snapshot. */
    public record State(String unit, List<Said<Call>> calls) {

        public State {
            calls = List.copyOf(calls);
        }
    }

    void add(String unit, Moment when, Call call) {
        Register<Call> its = calls.computeIfAbsent(unit, _ -> new Register<>());
        its.put(when, call);
        units.put(when.seq(), unit);
        if (its.all().size() > REMEMBERED_MAX) {
            Moment oldest = its.all().getFirst().when();
            its.remove(oldest);
            units.remove(oldest.seq());
        }
    }

    /** Takes out what a report said; says of which unit, null when it told of no danger. */
    @Nullable
    String strike(Moment when) {
        String unit = units.remove(when.seq());
        Register<Call> its = unit == null ? null : calls.get(unit);
        if (its != null) {
            its.remove(when);
            if (its.isEmpty()) {
                calls.remove(unit);
            }
        }
        return unit;
    }

    /** The newest of a unit that stands; null without one. */
    @Nullable
    Said<Call> newest(String unit) {
        Register<Call> its = calls.get(unit);
        return its == null ? null : its.newest();
    }

    /** The units that have one. */
    Set<String> units() {
        return calls.keySet();
    }

    /** Every position that one was reported at. */
    Set<Spot> spots() {
        Set<Spot> spots = new LinkedHashSet<>();
        for (Register<Call> its : calls.values()) {
            for (Said<Call> said : its.all()) {
                if (said.what().spot() != null) {
                    spots.add(said.what().spot());
                }
            }
        }
        return spots;
    }

    /** Puts what is at these positions in other areas because the map changed. */
    void relocate(Map<Spot, AreaSet> to) {
        calls.values().forEach(its -> its.replaceAll(call -> {
            AreaSet now = call.spot() == null ? null : to.get(call.spot());
            return now == null ? call : new Call(now.ids(), call.spot());
        }));
    }

    List<State> state() {
        List<State> states = new ArrayList<>();
        calls.forEach((unit, its) -> states.add(new State(unit, its.all())));
        return states;
    }

    void restore(List<State> states) {
        states.forEach(state -> state.calls()
                .forEach(said -> add(state.unit(), said.when(), said.what())));
    }
}
