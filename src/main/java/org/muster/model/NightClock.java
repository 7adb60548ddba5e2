package org.muster.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Tells nights apart by the clock on the wall. A night is named by the day on which it begins and runs from its turn to
 * the next; where the clock is put forward or back it is an hour shorter or longer. Immutable, any thread.
 */
public final class NightClock {

    private static final int DAY_SECONDS = 24 * 60 * 60;

    private final ZoneId zone;
    private final int turnsAtHour;

    private NightClock(ZoneId zone, int turnsAtHour) {
        this.zone = zone;
        this.turnsAtHour = turnsAtHour;
    }

    public static NightClock of(Alerting.Nights nights) {
        return new NightClock(ZoneId.of(nights.zone()), nights.turnsAtHour());
    }

    /** The night of a moment, by the day on which it began. */
    public LocalDate nightOf(Instant at) {
        return local(at).minusHours(turnsAtHour).toLocalDate();
    }

    /** What the clock on the wall shows. */
    public LocalTime timeOf(Instant at) {
        return local(at).toLocalTime();
    }

    /** Seconds from the turn of the night to a time on the wall. */
    public int intoTheNight(LocalTime time) {
        return time.minusHours(turnsAtHour).toSecondOfDay();
    }

    /** Seconds between two times on the wall, the shorter way round. */
    public static int secondsApart(LocalTime one, LocalTime other) {
        int apart = Math.abs(one.toSecondOfDay() - other.toSecondOfDay());
        return Math.min(apart, DAY_SECONDS - apart);
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }
}
