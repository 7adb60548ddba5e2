package org.muster.model;

/** What the service noticed about a report that it recorded all the same. */
public enum Warning implements Slug {
    INCIDENT_CLOSED,
    PROTEST_ENDED,
    PROTEST_CANCELLED,
    OBSERVED_IN_FUTURE,
    OBSERVED_LONG_AGO,
    CLOCK_SKEW,
    ARRESTS_ABOVE_CROWD
}
