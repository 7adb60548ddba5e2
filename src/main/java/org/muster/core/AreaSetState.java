package org.muster.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The reports of one set of areas, for a snapshot. What lies there is kept with the incidents and units.
 *
 * @param lastAt when the last one was received
 * @param received the reports of the last hour, as {@link Packed} rows of: milliseconds since the one before, reports
 */
public record AreaSetState(List<String> ids, long reports, @Nullable Long lastAt, String received) {

    public AreaSetState {
        ids = List.copyOf(ids);
    }
}
