package org.muster.core;

import java.util.List;

/**
 * The reports of one set of areas, for a snapshot. What lies there is kept with the incidents, protests and units.
 *
 * @param received when reports were received, as {@link ReceivedTimes} writes it
 * @param arrests of reports that are of no incident and no protest
 */
public record AreaSetState(List<String> ids, long reports, String received,
        List<Said<Arrested>> arrests) {

    public AreaSetState {
        ids = List.copyOf(ids);
        arrests = List.copyOf(arrests);
    }

    /** How many people a report tells of, and how many of them are under 18. */
    public record Arrested(long people, long under18) {}
}
