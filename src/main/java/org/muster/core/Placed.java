package org.muster.core;

import java.util.List;
import java.util.function.Function;

import org.muster.model.Location;

/** A place, and the areas it lies in. */
record Placed(Location location, AreaSet areas) {

    /** The same for a snapshot. */
    public record State(Location location, List<String> areas) {

        public State {
            areas = List.copyOf(areas);
        }

        Placed restore(Function<List<String>, AreaSet> sets) {
            return new Placed(location, sets.apply(areas));
        }
    }

    State state() {
        return new State(location, areas.ids());
    }

    /** The same place on another map, if it is at that spot. */
    Placed relocated(Spot spot, AreaSet to) {
        return Spot.of(location).equals(spot) ? new Placed(location, to) : this;
    }
}
