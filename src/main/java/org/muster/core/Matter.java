package org.muster.core;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a report is about; neither for one of units and places alone.
 *
 * @param opens whether it opens that, or stands in place of the report that did
 */
record Matter(@Nullable UUID incident, @Nullable UUID protest, boolean opens) {

    boolean isLoose() {
        return incident == null && protest == null;
    }
}
