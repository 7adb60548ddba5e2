package org.muster.model;

/** The temper of a crowd, by the observer's word. */
public enum Mood implements Slug {
    CALM, FESTIVE, TENSE, HOSTILE
}
