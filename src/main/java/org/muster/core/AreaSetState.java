package org.muster.core;

import java.util.List;

import org.muster.model.Injured;
import org.muster.model.Report;

/**
 * The reports of one set of areas, for a snapshot. What lies there is kept with the incidents, protests and units.
 *
 * @param received when reports were received, as {@link ReceivedTimes} writes it
 * @param harm told of by reports that are of no incident and no protest
 */
public record AreaSetState(List<String> ids, long reports, String received, List<Said<Harm>> harm) {

    public AreaSetState {
        ids = List.copyOf(ids);
        harm = List.copyOf(harm);
    }

    /**
     * People that a report tells of.
     *
     * @param under18 so many of the arrested
     * @param injured of the public, and officers
     */
    public record Harm(long arrested, long under18, long injured) {

        static Harm of(Report report) {
            Injured told = report.injured();
            return new Harm(report.arrested(), ArrestCount.under18(report.arrests()),
                    told == null ? 0 : told.all());
        }

        boolean isNone() {
            return arrested == 0 && injured == 0;
        }
    }
}
