package org.muster.model;

/** How an estimate of a crowd was reached. */
public enum CrowdMethod implements Slug {
    COUNT, ESTIMATE, DENSITY, AERIAL, ORGANISER, MEDIA
}
