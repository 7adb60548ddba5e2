package org.muster.index;

import org.jspecify.annotations.Nullable;

/**
 * The name of a list of entries that are told to people.
 *
 * @param key as the file keeps it
 */
public record Listing(String key) {

    /** Entries told in one way of one area, those within it included; of all areas and of none when null. */
    public static Listing of(Told told, @Nullable String area) {
        return new Listing(told.name().charAt(0) + (area == null ? "" : ":" + area));
    }

    /** Reports that a credential of this name sent. */
    public static Listing by(String actor) {
        return new Listing("B:" + actor);
    }

    /**
     * What is about an incident or a protest: its reports, those that a correction took from it, what became of it, and
     * of its alerts.
     *
     * @param opened the entry that made it known
     */
    public static Listing about(long opened) {
        return new Listing("S:" + opened);
    }
}
