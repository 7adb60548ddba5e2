package org.muster.model;

/** Whether an area speaks: {@code SILENT} when no report came for the configured time. */
public enum Coverage implements Slug {
    REPORTING, QUIET, SILENT
}
