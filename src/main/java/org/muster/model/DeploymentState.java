package org.muster.model;

/** Where a unit stands on its way to a place and back (EDXL-RM's words). */
public enum DeploymentState implements Slug {
    REQUESTED, COMMITTED, EN_ROUTE, AT_SCENE, RELEASED
}
