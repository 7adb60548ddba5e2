package org.muster.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Times that come again, by the clock on the wall: the nights of a weekend, the days of matches. Each begins at its
 * moment and is over at its end: [from, to). Where the clock is put back and an hour comes twice, it begins with the
 * first and ends with the second; what the clock leaves out when it is put forward comes as much later.
 *
 * @param zone a time zone, such as {@code Europe/London}
 * @param days of the week on which it begins, as {@code mon} to {@code sun}; empty for every day unless there are dates
 * @param dates ISO dates on which it begins, beside the days
 * @param from when it begins, as {@code HH:mm}
 * @param to when it ends, as {@code HH:mm}; not after {@code from}: the next day
 */
public record Schedule(String id, String zone, List<String> days, List<String> dates, String from,
        String to) {

    /** A week, and what began the day before it. */
    private static final int DAYS_AHEAD = 8;

    public Schedule {
        days = List.copyOf(days);
        dates = List.copyOf(dates);
    }

    /** The name of a day of the week, as {@code mon}. */
    public static String nameOf(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of these times. */
    public boolean isOn(Instant now) {
        LocalDate today = now.atZone(ZoneId.of(zone)).toLocalDate();
        return isOn(today, now) || isOn(today.minusDays(1), now);
    }

    /** The first moment after {@code now} at which that is otherwise; null when it never is. */
    public @Nullable Instant turnsAt(Instant now) {
        LocalDate first = now.atZone(ZoneId.of(zone)).toLocalDate().minusDays(1);
        NavigableSet<Instant> moments = new TreeSet<>();
        for (int i = 0; i <= DAYS_AHEAD + 1; i++) {
            addTo(moments, first.plusDays(i));
        }
        dates.stream()
                .map(LocalDate::parse)
                .filter(date -> date.isAfter(first))
                .forEach(date -> addTo(moments, date));
        boolean isOn = isOn(now);
        return moments.tailSet(now, false)
                .stream()
                .filter(moment -> isOn(moment) != isOn)
                .findFirst()
                .orElse(null);
    }

    private void addTo(NavigableSet<Instant> moments, LocalDate date) {
        if (beginsOn(date)) {
            moments.add(begin(date));
            moments.add(end(date));
        }
    }

    private boolean isOn(LocalDate date, Instant now) {
        return beginsOn(date) && !now.isBefore(begin(date)) && now.isBefore(end(date));
    }

    private boolean beginsOn(LocalDate date) {
        return (days.isEmpty() && dates.isEmpty()) || days.contains(nameOf(date.getDayOfWeek()))
                || dates.contains(date.toString());
    }

    private Instant begin(LocalDate date) {
        return at(date, from).withEarlierOffsetAtOverlap().toInstant();
    }

    private Instant end(LocalDate date) {
        boolean isSameDay = LocalTime.parse(to).isAfter(LocalTime.parse(from));
        return at(isSameDay ? date : date.plusDays(1), to).withLaterOffsetAtOverlap().toInstant();
    }

    private ZonedDateTime at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZoneId.of(zone));
    }
}
