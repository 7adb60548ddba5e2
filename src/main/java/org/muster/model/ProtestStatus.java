package org.muster.model;

/** The life of a protest. */
public enum ProtestStatus implements Slug {
    PLANNED, LIVE, ENDED, CANCELLED
}
