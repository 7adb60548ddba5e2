package org.muster.core;

import org.muster.model.CrowdEstimate;
import org.muster.model.IncidentStatus;
import org.muster.model.Report;

/**
 * What one report says of a protest's life.
 *
 * @param people an estimate above 0
 * @param seen it shows people there, so that what was over goes on
 * @param closes it says that the protest is over
 */
record Mark(boolean people, boolean seen, boolean closes) {

    /**
     * A crowd above 0 is seen, so is a status or the word that it goes on; of the rest, what does more than move units,
     * book arrests or people hurt, speak of a crime, or call all quiet.
     */
    static Mark of(Report report) {
        CrowdEstimate crowd = report.crowd();
        boolean people = crowd != null && crowd.high() > 0;
        boolean closes = report.status() == IncidentStatus.CLOSED;
        boolean said = report.status() != null || report.reopen();
        boolean isElse = crowd == null && report.officers().isEmpty() && report.arrests().isEmpty()
                && report.injured() == null && report.crime() == null && report.methane() == null
                && !report.allQuiet();
        return new Mark(people, !closes && (people || said || isElse), closes);
    }
}
