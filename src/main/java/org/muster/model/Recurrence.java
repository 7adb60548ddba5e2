package org.muster.model;

import java.util.List;
import java.util.UUID;

/**
 * The trouble that was there on the nights before: earlier incidents of the same category, near the same place, at about
 * the same hour, on other nights. See {@link Alerting.Nights} for how near.
 *
 * @param nights nights on which there was one, that of the incident itself included
 * @param inARow those of them that end with its own night without one between
 * @param follows the earlier incidents, newest first; the newest {@link #FOLLOWS_MAX}. Sensitive ones are not named, and
 *        a sensitive one names none
 */
public record Recurrence(int nights, int inARow, List<UUID> follows) {

    /** So many are named; nights are counted by all. */
    public static final int FOLLOWS_MAX = 32;

    /** The first of its kind. */
    public static final Recurrence NONE = new Recurrence(1, 1, List.of());

    public Recurrence {
        follows = List.copyOf(follows);
        Valid.that(inARow >= 1 && nights >= inARow, "its own night is one of them");
    }
}
