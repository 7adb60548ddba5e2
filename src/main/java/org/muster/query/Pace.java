package org.muster.query;

import java.time.Duration;
import java.time.Instant;

import org.muster.model.Slug;

/** How far apart the points of a series are. Few, and each a part of the hour, so that who asks later asks for the same moments. */
enum Pace implements Slug {
    MINUTE("1m", 1),
    TWO_MINUTES("2m", 2),
    FIVE_MINUTES("5m", 5),
    TEN_MINUTES("10m", 10),
    QUARTER("15m", 15),
    HALF_HOUR("30m", 30),
    HOUR("1h", 60);

    private final String slug;
    private final long millis;

    Pace(String slug, int minutes) {
        this.slug = slug;
        this.millis = Duration.ofMinutes(minutes).toMillis();
    }

    /** The closest one that makes no more points than that of a span. */
    static Pace of(Duration span, int points) {
        for (Pace pace : values()) {
            if (span.toMillis() / pace.millis <= points) {
                return pace;
            }
        }
        return HOUR;
    }

    @Override
    public String slug() {
        return slug;
    }

    long millis() {
        return millis;
    }

    /** The moment of a point: this one, or the last before it. */
    Instant floor(Instant moment) {
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis);
    }

    /** One step earlier. */
    Instant before(Instant moment) {
        return moment.minusMillis(millis);
    }

    /** One step later. */
    Instant after(Instant moment) {
        return moment.plusMillis(millis);
    }
}
