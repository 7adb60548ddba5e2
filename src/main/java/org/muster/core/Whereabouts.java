package org.muster.core;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;

/**
 * Where a subject is, on the map and among others.
 *
 * @param smallest the smallest area that it is in; null when nobody said where it is
 * @param links ids of incidents that it names as linked with it
 */
record Whereabouts(RuleSubject about, @Nullable String smallest, Set<String> links) {

    Whereabouts {
        links = Set.copyOf(links);
    }

    /** Whether both are in the same smallest area. */
    boolean isInAreaOf(Whereabouts other) {
        return smallest != null && smallest.equals(other.smallest);
    }

    /** Whether both are the same, or incidents of which one names the other. */
    boolean isLinkedWith(Whereabouts other) {
        boolean areIncidents = about.type() == AlertSubject.Type.INCIDENT
                && other.about.type() == AlertSubject.Type.INCIDENT;
        return about.equals(other.about) || (areIncidents
                && (links.contains(other.about.id()) || other.links.contains(about.id())));
    }
}
