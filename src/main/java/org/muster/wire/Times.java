package org.muster.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as the outside sees them: UTC with milliseconds, {@code 2014-09-06T20:40:00.000Z}. */
public final class Times {

    private static final int LENGTH = 24;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Times() {}

    /** Text of an instant; what is finer than a millisecond is cut off. */
    public static String text(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(),
                ZoneOffset.UTC);
        int year = utc.getYear();
        if (year < 0 || year > 9999) {
            return instant.toString();
        }
        char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
        digits(text, 0, 4, year);
        digits(text, 5, 2, utc.getMonthValue());
        digits(text, 8, 2, utc.getDayOfMonth());
        digits(text, 11, 2, utc.getHour());
        digits(text, 14, 2, utc.getMinute());
        digits(text, 17, 2, utc.getSecond());
        digits(text, 20, 3, utc.getNano() / NANOS_PER_MILLI);
        return new String(text);
    }

    /** Reads {@link #text}, quickly; and any other ISO instant. */
    public static Instant parse(String text) {
        if (text.length() != LENGTH || text.charAt(LENGTH - 1) != 'Z' || text.charAt(19) != '.') {
            return Instant.parse(text);
        }
        LocalDateTime utc = LocalDateTime.of(number(text, 0, 4), number(text, 5, 2),
                number(text, 8, 2), number(text, 11, 2), number(text, 14, 2), number(text, 17, 2),
                number(text, 20, 3) * NANOS_PER_MILLI);
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not an instant: " + text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static void digits(char[] text, int from, int count, int value) {
        int rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
