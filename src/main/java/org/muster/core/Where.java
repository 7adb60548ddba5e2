package org.muster.core;

import org.jspecify.annotations.Nullable;

import org.muster.model.Location;
import org.muster.model.Subject;

/** Where a report puts units: at an incident, or at a place in some areas. */
sealed interface Where {

    /** The areas it counts in. */
    AreaSet areas();

    /** As it is shown. */
    Subject subject();

    /** Whether the report said where at all. */
    boolean isSaid();

    /** At an incident; its areas are the incident's at any time. */
    record AtPost(Post post) implements Where {

        @Override
        public AreaSet areas() {
            return post.areas();
        }

        @Override
        public Subject subject() {
            return new Subject.OfIncident(post.incident());
        }

        @Override
        public boolean isSaid() {
            return true;
        }
    }

    /** At a place; null when the report gave none. */
    record AtPlace(@Nullable Location location, AreaSet areas) implements Where {

        @Override
        public Subject subject() {
            return new Subject.AtPlace(location);
        }

        @Override
        public boolean isSaid() {
            return location != null;
        }
    }
}
