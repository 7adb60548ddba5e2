package org.muster.model;

import java.util.UUID;

/** What an incident has to do with another one. */
public record Link(UUID incident, Relation relation) {

    /** More in one report is a slip. */
    public static final int LINKS_MAX = 50;

    /** How it belongs to the other: with it, the same thing told twice, or what came of it. */
    public enum Relation implements Slug {
        CONNECTED, DUPLICATE, FOLLOWS
    }
}
