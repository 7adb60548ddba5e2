package org.muster.model;

/** What a credential may do; the table stands in the README. */
public enum Role implements Slug {
    VIEWER, FIELD, CONTROLLER, SUPERVISOR, AUDITOR, ADMIN
}
