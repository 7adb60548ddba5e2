package org.muster.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.muster.model.Entry.AreasOfPlace;
import org.muster.model.Subject;

/**
 * Areas and units that have to do with one another: the real ones, and apart from them those of drills, which are never
 * shown but in the drills' own figures.
 */
record Scene(Areas areas, Units units) {

    /** Everything of a scene, for a snapshot. */
    public record State(List<AreaSetState> areas, List<UnitState> units,
            List<PlaceRequestState> requests) {

        public State {
            areas = List.copyOf(areas);
            units = List.copyOf(units);
            requests = List.copyOf(requests);
        }
    }

    Scene(Consumer<Subject> subjectChanged) {
        this(new Areas(), new Units(subjectChanged));
    }

    /** With all windows at that moment. */
    State state(long at) {
        return new State(areas.state(at), units.state(), units.requestState());
    }

    /** Takes over what a state holds of units; the areas' come before what lies in them. */
    void restore(State state, Function<Subject, Post> posts) {
        units.restore(state.units(), stood -> where(stood, posts), areas.nowhere(),
                state.requests(), areas::set);
    }

    /** Puts what is at these positions in other areas because the map changed. */
    void relocate(List<AreasOfPlace> places) {
        Map<Spot, AreaSet> sets = new HashMap<>();
        places.forEach(
                place -> sets.put(new Spot(place.lat(), place.lon()), areas.set(place.areas())));
        units.relocate(sets);
        units.changed();
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
