package org.muster.input;

import java.time.Instant;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/** Reads the times of RFC 3339, any offset, cut to milliseconds. By hand: one for every report, many a second. */
final class Rfc3339 {

    private static final int FRACTION_AT = 19;
    private static final int MILLI_DIGITS = 3;
    private static final int TEXT_MAX = 64;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private final String text;
    private int at;

    private Rfc3339(String text) {
        this.text = text;
    }

    /** The instant, or null when the text is no time of RFC 3339 or outside the years 1 to 9999. */
    static @Nullable Instant parse(String text) {
        if (text.length() <= FRACTION_AT || text.length() > TEXT_MAX) {
            return null;
        }
        Instant read = new Rfc3339(text).read();
        return read == null || read.isBefore(FIRST) || read.isAfter(END) ? null : read;
    }

    private @Nullable Instant read() {
        int year = digits(0, 4);
        int month = digits(5, 2);
        int day = digits(8, 2);
        int hour = digits(11, 2);
        int minute = digits(14, 2);
        int second = digits(17, 2);
        boolean marks = text.charAt(4) == '-' && text.charAt(7) == '-' && is(10, 'T')
                && text.charAt(13) == ':' && text.charAt(16) == ':';
        // 60 is a leap second, which only ever ends a minute; it counts as the first of the next.
        boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0
                && (second < 60 || (second == 60 && minute == 59));
        boolean date = year >= 0 && month >= 1 && month <= 12 && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        if (!marks || !clock || !date) {
            return null;
        }
        at = FRACTION_AT;
        int millis = fraction();
        int offset = offsetSeconds();
        if (millis < 0 || offset == Integer.MIN_VALUE) {
            return null;
        }
        long days = YearMonth.of(year, month).atDay(day).toEpochDay();
        long seconds = days * 86_400 + hour * 3_600L + minute * 60L + second - offset;
        return Instant.ofEpochSecond(seconds, millis * 1_000_000L);
    }

    /** Milliseconds of the fraction, 0 without one, -1 when there is a point and no digit. */
    private int fraction() {
        if (text.charAt(at) != '.') {
            return 0;
        }
        int millis = 0;
        int count = 0;
        for (at++; at < text.length() && isDigit(text.charAt(at)); at++, count++) {
            if (count < MILLI_DIGITS) {
                millis = millis * 10 + text.charAt(at) - '0';
            }
        }
        for (int i = count; i < MILLI_DIGITS; i++) {
            millis *= 10;
        }
        return count == 0 ? -1 : millis;
    }

    /** Seconds east of UTC; the least int when it is none. */
    private int offsetSeconds() {
        if (at == text.length() - 1 && is(at, 'Z')) {
            return 0;
        }
        if (at != text.length() - 6 || text.charAt(at + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        char sign = text.charAt(at);
        int hours = digits(at + 1, 2);
        int minutes = digits(at + 4, 2);
        boolean right = (sign == '+' || sign == '-') && hours >= 0 && hours < 24 && minutes >= 0
                && minutes < 60;
        int seconds = hours * 3_600 + minutes * 60;
        return !right ? Integer.MIN_VALUE : sign == '-' ? -seconds : seconds;
    }

    private int digits(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private boolean is(int index, char upperCase) {
        return (text.charAt(index) & ~0x20) == upperCase;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
