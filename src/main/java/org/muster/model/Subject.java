package org.muster.model;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a unit is at. */
public sealed interface Subject {

    /** At an incident. */
    record OfIncident(UUID incident) implements Subject {}

    /** At a place; null when the report gave none. */
    record AtPlace(@Nullable Location location) implements Subject {}
}
