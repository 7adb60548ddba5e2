package org.muster.model;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a unit is at. */
public sealed interface Subject {

    /** At an incident. */
    record OfIncident(UUID incident) implements Subject {}

    /** At a protest. */
    record OfProtest(UUID protest) implements Subject {}

    /** At a place; null when the report gave none, or gave it in confidence outside every area. */
    record AtPlace(@Nullable Location location) implements Subject {}
}
