package org.muster.exchange.ccc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as sheets write them: month/day/year, or year-month-day, with or without a midnight behind it. */
final class Day {
    private static final String MIDNIGHT = "([ T]0{1,2}:00(:00)?)?";
    private static final Pattern AMERICAN = Pattern
            .compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{2}|[0-9]{4})" + MIDNIGHT);
    private static final Pattern ISO = Pattern
            .compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})" + MIDNIGHT);
    /** A year of two digits is of this century. */
    private static final int CENTURY = 2_000;
    /** Nobody counted crowds for a sheet before; it is a slip of the pen. */
    private static final int FIRST_YEAR = 1_900;

    private Day() {}

    /** The day, or empty when there is none in the text. */
    static Optional<LocalDate> read(String text) {
        var american = AMERICAN.matcher(text);
        if (american.matches()) {
            return day(american, 3, 1, 2);
        }
        var iso = ISO.matcher(text);
        return iso.matches() ? day(iso, 1, 2, 3) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher parts, int year, int month, int day) {
        try {
            var full = Integer.parseInt(parts.group(year));
            var read = LocalDate.of(parts.group(year).length() == 2 ? CENTURY + full : full,
                    Integer.parseInt(parts.group(month)), Integer.parseInt(parts.group(day)));
            return read.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(read);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
