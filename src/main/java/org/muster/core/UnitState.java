package org.muster.core;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Deployment;
import org.muster.model.Location;
import org.muster.model.Subject;

/**
 * A unit, for a snapshot: what was last said of its state, and of where it is.
 *
 * @param scenes of incidents that it was at
 */
public record UnitState(String id, List<Said<Stated>> states, List<Said<Stood>> places,
        List<Said<UUID>> scenes) {

    public UnitState {
        states = List.copyOf(states);
        places = List.copyOf(places);
        scenes = List.copyOf(scenes);
    }

    /** A state, and who said so. */
    public record Stated(Deployment deployment, String observer) {}

    /**
     * A subject.
     *
     * @param incident null when it is none
     * @param protest null when it is none
     * @param place when it is neither
     * @param areas where the place counts; else empty, the incident's or protest's count
     */
    public record Stood(@Nullable UUID incident, @Nullable UUID protest, @Nullable Location place,
            List<String> areas, boolean sensitive) {

        public Stood {
            areas = List.copyOf(areas);
        }

        static Stood at(Subject subject) {
            return switch (subject) {
                case Subject.OfIncident(var id) -> new Stood(id, null, null, List.of(), false);
                case Subject.OfProtest(var id) -> new Stood(null, id, null, List.of(), false);
                case Subject.AtPlace(var place) -> new Stood(null, null, place, List.of(), false);
            };
        }
    }
}
