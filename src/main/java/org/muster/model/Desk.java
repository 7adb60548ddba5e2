package org.muster.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works alerts, by the credential: what is measured as one operator position.
 *
 * @param areas what it may read; empty for all
 * @param floodSince since when more alerts come than anybody can work; null while they do not
 */
public record Desk(String name, List<String> areas, @Nullable Instant floodSince) {

    public Desk {
        areas = List.copyOf(areas);
    }
}
