package org.muster.config;

import java.util.Collection;

/**
 * What rules may name.
 *
 * @param areas empty when they are not known
 */
record Known(Collection<String> areas, Collection<String> schedules) {

    static final String SCHEDULE = "schedule";
    static final String AREA = "area";
}
