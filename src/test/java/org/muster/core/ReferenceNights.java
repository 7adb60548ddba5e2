package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

import org.muster.model.Alerting;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Recurrence;
import org.muster.model.Unit;

/** What was there on the nights before, the slow way: every incident is held against every other. */
final class ReferenceNights {

    private static final double RADIUS_METRES = 6_371_008.8;

    private final Map<UUID, Known> known = new HashMap<>();
    private Alerting.Nights nights = Alerting.Nights.DEFAULT;

    private record Known(Incident incident, Location at) {}

    void settings(Alerting.Nights now) {
        nights = now;
    }

    /** Where an incident really is. */
    void put(Incident incident, Location at) {
        known.put(incident.id(), new Known(incident, at));
    }

    void remove(UUID incident) {
        known.remove(incident);
    }

    Recurrence of(UUID id) {
        Known its = known.get(id);
        if (its == null) {
            return Recurrence.NONE;
        }
        LocalDate night = night(its.incident().openedAt());
        TreeSet<LocalDate> on = new TreeSet<>();
        on.add(night);
        List<Incident> before = new ArrayList<>();
        for (Known other : known.values()) {
            LocalDate then = night(other.incident().openedAt());
            boolean isEarlier = then.isBefore(night)
                    && !then.isBefore(night.minusDays(nights.lookBack()));
            if (isEarlier && belong(other, its)) {
                on.add(then);
                before.add(other.incident());
            }
        }
        before.sort(Comparator.comparing(Incident::openedAt)
                .thenComparingLong(Incident::openedSeq)
                .reversed());
        return new Recurrence(on.size(), inARow(on),
                before.stream()
                        .filter(one -> !one.sensitive() && !its.incident().sensitive())
                        .map(Incident::id)
                        .limit(Recurrence.FOLLOWS_MAX)
                        .toList());
    }

    /** What is known of the nights of one unit. */
    Unit.Nights of(List<Told> atScenes) {
        Map<LocalDate, TreeSet<UUID>> on = new HashMap<>();
        for (Told told : atScenes) {
            UUID incident = told.body().incident();
            if (incident != null) {
                on.computeIfAbsent(night(told.at()), _ -> new TreeSet<>()).add(incident);
            }
        }
        if (on.isEmpty()) {
            return Unit.Nights.NONE;
        }
        TreeSet<LocalDate> all = new TreeSet<>(on.keySet());
        TreeSet<UUID> at = new TreeSet<>();
        int inARow = inARow(all);
        for (int i = 0; i < inARow; i++) {
            at.addAll(on.getOrDefault(all.last().minusDays(i), new TreeSet<>()));
        }
        return new Unit.Nights(inARow, at);
    }

    private static int inARow(NavigableSet<LocalDate> on) {
        int inARow = 1;
        while (on.contains(on.last().minusDays(inARow))) {
            inARow++;
        }
        return inARow;
    }

    private boolean belong(Known one, Known other) {
        return one.incident().category().equals(other.incident().category())
                && one.incident().drill() == other.incident().drill()
                && metres(one.at(), other.at()) <= nights.metres()
                && apart(one.incident().openedAt(), other.incident().openedAt())
                        .compareTo(Duration.ofHours(nights.hours())) <= 0;
    }

    /** Between the hands of two clocks, the shorter way round the dial. */
    private Duration apart(Instant one, Instant other) {
        Duration forth = Duration.between(clock(one).toLocalTime(), clock(other).toLocalTime())
                .truncatedTo(ChronoUnit.SECONDS)
                .abs();
        Duration back = Duration.ofDays(1).minus(forth);
        return forth.compareTo(back) <= 0 ? forth : back;
    }

    private LocalDate night(Instant at) {
        ZonedDateTime clock = clock(at);
        LocalDate day = clock.toLocalDate();
        return clock.getHour() < nights.turnsAtHour() ? day.minusDays(1) : day;
    }

    private ZonedDateTime clock(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.of(nights.zone()));
    }

    /** On a plane of the mean radius: enough for places as near as these. */
    private static double metres(Location one, Location other) {
        double north = Math.toRadians(other.lat() - one.lat()) * RADIUS_METRES;
        double east = Math.toRadians(other.lon() - one.lon()) * RADIUS_METRES
                * Math.cos(Math.toRadians((one.lat() + other.lat()) / 2));
        return Math.hypot(north, east);
    }
}
