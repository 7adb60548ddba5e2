package org.muster.core;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.muster.model.Entry.AreasOfPlace;
import org.muster.model.Subject;

/**
 * Areas and units that have to do with one another: the real ones, and apart from them those of drills, which are never
 * shown but in the drills' own figures.
 */
record Scene(Areas areas, Units units, Emergencies emergencies) {

    /** Everything of a scene, for a snapshot. */
    public record State(List<AreaSetState> areas, List<UnitState> units,
            List<PlaceRequestState> requests, List<Heard.State> heard,
            List<Emergencies.State> emergencies) {

        public State {
            heard = List.copyOf(heard);
            emergencies = List.copyOf(emergencies);
            areas = List.copyOf(areas);
            units = List.copyOf(units);
            requests = List.copyOf(requests);
        }
    }

    /**
     * @param subjectChanged told of each incident and protest whose officers change
     * @param unitTouched told of each unit whose facts may be others
     */
    Scene(Consumer<Subject> subjectChanged, Consumer<String> unitTouched) {
        this(new Areas(), new Units(subjectChanged, unitTouched), new Emergencies());
    }

    /** Whether it is a unit that is spoken of, or in danger. */
    boolean knows(String callSign) {
        return units.find(callSign) != null || emergencies.newest(callSign) != null;
    }

    /** With all windows at that moment. */
    State state(long at) {
        return new State(areas.state(at), units.state(), units.requestState(), units.heardState(),
                emergencies.state());
    }

    /** Takes over what a state holds of units; the areas' come before what lies in them. */
    void restore(State state, Function<Subject, Post> posts) {
        units.restore(state.units(), stood -> where(stood, posts), areas.nowhere(),
                state.requests(), state.heard(), areas::set);
        emergencies.restore(state.emergencies());
    }

    /** Puts what is at these positions in other areas because the map changed. */
    void relocate(List<AreasOfPlace> places) {
        Map<Spot, AreaSet> sets = new HashMap<>();
        places.forEach(
                place -> sets.put(new Spot(place.lat(), place.lon()), areas.set(place.areas())));
        units.relocate(sets);
        emergencies.relocate(sets);
        units.changed();
    }

    /** Every position, outside incidents and protests, that something is at. */
    Set<Spot> spots() {
        Set<Spot> spots = new LinkedHashSet<>(units.spots());
        spots.addAll(emergencies.spots());
        return spots;
    }

    /** Drops what changed, because nobody is shown it. */
    void dropChanges(Catalogue catalogue, long at) {
        units.takeChanged(catalogue);
        units.takeGone();
        areas.takeChanged(at);
    }

    private Where where(UnitState.Stood stood, Function<Subject, Post> posts) {
        if (stood.incident() != null) {
            return new Where.AtPost(posts.apply(new Subject.OfIncident(stood.incident())));
        }
        if (stood.protest() != null) {
            return new Where.AtPost(posts.apply(new Subject.OfProtest(stood.protest())));
        }
        return new Where.AtPlace(stood.place(), areas.set(stood.areas()), stood.sensitive());
    }
}
