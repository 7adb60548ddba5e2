package org.muster.app;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time such as 30d, 12h or 90m from the command line. */
final class SpanConverter implements ITypeConverter<Duration> {
    /** Five digits of days are 273 years; more is a slip. */
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([dhm])");

    @Override
    public Duration convert(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new TypeConversionException(
                    text + " is no span of time; write days, hours or minutes: 30d, 12h, 90m");
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
