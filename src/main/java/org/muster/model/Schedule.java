package org.muster.model;

import java.util.List;

/**
 * Times that come again, by the clock on the wall: the nights of a weekend, the days of matches.
 *
 * @param zone a time zone, such as {@code Europe/London}
 * @param days of the week on which it begins, as {@code mon} to {@code sun}; empty for every day unless there are dates
 * @param dates ISO dates on which it begins, beside the days
 * @param from when it begins, as {@code HH:mm}
 * @param to when it ends, as {@code HH:mm}; not after {@code from}: the next day
 */
public record Schedule(String id, String zone, List<String> days, List<String> dates, String from,
        String to) {

    public Schedule {
        days = List.copyOf(days);
        dates = List.copyOf(dates);
    }
}
