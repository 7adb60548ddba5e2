package org.muster.model;

import org.jspecify.annotations.Nullable;

/**
 * What was known of an area, an incident or a protest at a moment: one point of its figures over time.
 *
 * @param crowd null without one
 * @param planned officers; null where nobody plans any
 * @param peoplePerOfficer null without a crowd or an officer
 * @param arrests since the journal began
 * @param reports since the journal began
 * @param alerts that were open
 * @param raised how often alerts called people in the step that ends there; those late, in drills, shelved and
 *        suppressed do not
 */
public record Reading(Crowd.@Nullable Range crowd, Strength officers, @Nullable Integer planned,
        Area.@Nullable Ratio peoplePerOfficer, long arrests, long reports, Area.AlertCounts alerts,
        int raised) {

    /** What figures over time there are of. */
    public enum Of implements Slug {
        AREA, INCIDENT, PROTEST
    }
}
