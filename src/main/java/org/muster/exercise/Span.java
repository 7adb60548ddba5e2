package org.muster.exercise;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Spans of time as a scenario writes them: {@code 90s}, {@code 12m}, {@code 1h 5m}. */
final class Span {

    private Span() {}

    /** The span, or null when the text is none. */
    static @Nullable Duration of(String text) {
        try {
            return Duration.parse("PT" + text.replace(" ", "").toUpperCase(Locale.ROOT));
        } catch (DateTimeException noSpan) {
            return null;
        }
    }
}
