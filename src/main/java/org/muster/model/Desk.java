package org.muster.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works alerts, by the credential: what is measured as one operator position.
 *
 * @param areas what it may read; empty for all
 * @param floodSince since when more alerts come than anybody can work; null while they do not
 * @param called how often it was called in the {@link #WINDOW} up to now
 * @param floods that are over, of the last day, oldest first
 */
public record Desk(String name, List<String> areas, @Nullable Instant floodSince, int called,
        List<Flood> floods) {

    /** Alerts of so long are counted, up to now. Source of this and the two below: EEMUA 191, ISA-18.2. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** With more than so many a flood begins. */
    public static final int FLOOD_ABOVE = 10;

    /** With fewer than so many it ends. */
    public static final int FLOOD_BELOW = 5;

    public Desk {
        areas = List.copyOf(areas);
        floods = List.copyOf(floods);
    }

    /** A flood from its first moment to its last. */
    public record Flood(Instant from, Instant to) {}

    /** One that nobody called lately. */
    public Desk(String name, List<String> areas, @Nullable Instant floodSince) {
        this(name, areas, floodSince, 0, List.of());
    }

    /** Whether something of these areas, smallest first, concerns it. What has no place does who has all. */
    public boolean isConcernedBy(List<String> its) {
        return concerns(areas, its);
    }

    /** The same, by the areas that somebody may read; empty for all. */
    public static boolean concerns(List<String> granted, List<String> its) {
        return granted.isEmpty() || its.stream().anyMatch(granted::contains);
    }
}
