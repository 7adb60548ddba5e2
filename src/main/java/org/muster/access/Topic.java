package org.muster.access;

import java.util.EnumSet;
import java.util.Set;

import org.muster.model.Role;
import org.muster.model.Slug;

/** What a watcher can be told of. */
public enum Topic implements Slug {
    REPORTS, ALERTS, AREAS, INCIDENTS, PROTESTS, UNITS;

    /** What a role may be told of at all. */
    static Set<Topic> of(Role role) {
        return switch (role) {
            case VIEWER -> EnumSet.of(AREAS, PROTESTS, ALERTS);
            case FIELD -> EnumSet.of(AREAS, PROTESTS, ALERTS, INCIDENTS);
            case CONTROLLER, SUPERVISOR, AUDITOR -> EnumSet.allOf(Topic.class);
            case ADMIN -> EnumSet.noneOf(Topic.class);
        };
    }
}
