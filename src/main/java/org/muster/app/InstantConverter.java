package org.muster.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment such as 2014-09-06T21:40:00+01:00 from the command line. */
final class InstantConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException notOne) {
            throw new TypeConversionException(
                    text + " is no moment; write one with its offset: 2014-09-06T21:40:00+01:00, or"
                            + " 2014-09-06T20:40:00Z");
        }
    }
}
