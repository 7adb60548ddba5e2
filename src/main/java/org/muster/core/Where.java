package org.muster.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.Location;
import org.muster.model.Subject;

/** Where a report puts units: at an incident or a protest, or at a place in some areas. */
sealed interface Where {

    /** The areas it counts in. */
    AreaSet areas();

    /** As it is shown. */
    Subject subject(Catalogue catalogue);

    /** Whether the report said where at all. */
    boolean isSaid();

    /** At an incident or a protest; its areas are that one's at any time. */
    record AtPost(Post post) implements Where {

        @Override
        public AreaSet areas() {
            return post.areas();
        }

        @Override
        public Subject subject(Catalogue catalogue) {
            return post.subject();
        }

        @Override
        public boolean isSaid() {
            return true;
        }
    }

    /**
     * At a place.
     *
     * @param location null when the report gave none
     * @param sensitive whether it was said in confidence, and only the area may be shown
     */
    record AtPlace(@Nullable Location location, AreaSet areas, boolean sensitive) implements Where {

        @Override
        public Subject subject(Catalogue catalogue) {
            return new Subject.AtPlace(sensitive ? catalogue.centre(areas.ids()) : location);
        }

        @Override
        public boolean isSaid() {
            return location != null;
        }

        /** In other areas, where these hold its position. */
        AtPlace relocated(Map<Spot, AreaSet> to) {
            AreaSet now = location == null ? null : to.get(Spot.of(location));
            return now == null ? this : new AtPlace(location, now, sensitive);
        }
    }
}
