package org.muster.model;

/** The life of an incident. */
public enum IncidentStatus implements Slug {
    REPORTED, ONGOING, CONTAINED, CLOSED
}
