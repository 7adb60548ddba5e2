package org.muster.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an alert asked of somebody's attention, or that it stopped to. None of drills, of the engine, and of what is
 * shelved or suppressed.
 *
 * @param seq the entry
 * @param severity by then
 * @param areas the alert's by then
 * @param effectiveAt when what it tells of was so
 * @param late whether its evidence was old when it came: shown in silence, and no part of a flood
 */
public record Annunciation(long seq, Instant at, Kind kind, UUID alert, String rule,
        AlertSubject subject, Severity severity, List<String> areas, Instant effectiveAt,
        boolean late) {

    /** So long they are known. */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    /** And so many of them, the newest. */
    public static final int KEPT_MAX = 20_000;

    public Annunciation {
        areas = List.copyOf(areas);
    }

    /** What happened. */
    public enum Kind implements Slug {
        /** The alert was raised. */
        RAISED,
        /** It was raised again. */
        RAISED_AGAIN,
        /** Nobody acknowledged it in time. */
        ESCALATED,
        /** It is back from a shelf, or nothing explains it any more, and nobody has acknowledged it. */
        RETURNED,
        /** Its condition holds no more. */
        OVER
    }

    /** Whether somebody was called by it. */
    public boolean calls() {
        return kind != Kind.OVER && !late;
    }

    /** Whether this is gone by a moment. */
    public boolean isPast(Instant now) {
        return !at.isAfter(now.minus(KEPT_FOR));
    }
}
