package org.muster.exercise.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Reports of a busy night, from a seed: of a thousand 700 tell of an open incident and the unit there, 280 of a unit
 * alone, 10 of arrests, 9 that all is quiet, and 1 opens an incident. Each has a number in its text by which a watcher
 * knows it. Crowds and units are such that the shipped rules are asked all the time and seldom raise anything. One
 * thread.
 */
final class Night {
    /** In the text of each report, before its number. */
    static final String MARK = "\"text\":\"#";
    /** How many digits the number has, with zeroes before it. */
    static final int DIGITS = 9;

    private static final int OF = 1000;
    private static final int UPDATES = 700;
    private static final int UNITS = 280;
    private static final int ARRESTS = 10;
    private static final int QUIET = 9;
    private static final int UNITS_AT_EACH = 4;
    private static final int PATROLS = 400;
    private static final double SOUTH = 53.32;
    private static final double NORTH = 53.55;
    private static final double WEST = -1.55;
    private static final double EAST = -1.15;
    private static final String[] MOODS = {"calm", "festive", "tense"};
    private static final String WORDS = " as seen from the corner; the line holds, no change since the last one.";
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;
    private final List<String> incidents;

    /** @param incidents ids of those that are open; none makes reports that need none */
    Night(long seed, List<String> incidents) {
        this.random = new SplittableRandom(seed);
        this.incidents = List.copyOf(incidents);
    }

    /** The next report, as JSON without a line break. */
    byte[] next(Instant now, long number) {
        var kind = incidents.isEmpty() ? random.nextInt(UPDATES, OF) : random.nextInt(OF);
        var json = begun(now);
        if (kind < UPDATES) {
            update(json);
        } else if (kind < UPDATES + UNITS) {
            var unit = "PT" + random.nextInt(PATROLS);
            place(json);
            officers(json, unit, random.nextInt(2, 9));
        } else if (kind < UPDATES + UNITS + ARRESTS) {
            place(json);
            json.append(",\"arrests\":[{\"offence\":\"not-stated\",\"count\":1,\"ageBand\":\"")
                    .append("18-24\"}]");
        } else if (kind < UPDATES + UNITS + ARRESTS + QUIET) {
            place(json);
            json.append(",\"allQuiet\":true");
        } else {
            opens(json);
        }
        return ended(json, number);
    }

    /** A report that opens an incident. */
    byte[] opening(Instant now, long number) {
        var json = begun(now);
        opens(json);
        return ended(json, number);
    }

    private void update(StringBuilder json) {
        var which = random.nextInt(incidents.size());
        var unit = "BX" + (which * UNITS_AT_EACH + random.nextInt(UNITS_AT_EACH));
        var low = random.nextInt(5, 25);
        json.append(",\"incident\":\"")
                .append(incidents.get(which))
                .append("\",\"crowd\":{\"low\":")
                .append(low)
                .append(",\"high\":")
                .append(low + random.nextInt(15))
                .append(",\"method\":\"estimate\",\"mood\":\"")
                .append(MOODS[random.nextInt(MOODS.length)])
                .append("\"},\"onBehalfOf\":\"")
                .append(unit)
                .append('"');
        officers(json, unit, random.nextInt(6, 25));
    }

    private void opens(StringBuilder json) {
        json.append(",\"category\":\"disturbance\"");
        place(json);
    }

    private void place(StringBuilder json) {
        json.append(",\"location\":{\"lat\":")
                .append(random.nextInt((int) (SOUTH * OF), (int) (NORTH * OF)) / (double) OF)
                .append(",\"lon\":")
                .append(random.nextInt((int) (WEST * OF), (int) (EAST * OF)) / (double) OF)
                .append(",\"accuracy\":30,\"place\":\"Street ")
                .append(random.nextInt(OF))
                .append("\"}");
    }

    private static void officers(StringBuilder json, String unit, int count) {
        json.append(",\"officers\":[{\"unit\":\"")
                .append(unit)
                .append("\",\"role\":\"psu\",\"count\":")
                .append(count)
                .append(",\"state\":\"at-scene\"}]");
    }

    private StringBuilder begun(Instant now) {
        return new StringBuilder("{\"id\":\"").append(id(now))
                .append("\",\"observedAt\":\"")
                .append(now)
                .append('"');
    }

    private static byte[] ended(StringBuilder json, long number) {
        var digits = Long.toString(number);
        json.append(',')
                .append(MARK)
                .repeat('0', DIGITS - digits.length())
                .append(digits)
                .append(WORDS)
                .append("\"}");
        return json.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** RFC 9562, version 7: the milliseconds, then chance. */
    private UUID id(Instant now) {
        var high = now.toEpochMilli() << 16 | VERSION_7 | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() >>> 2 | VARIANT);
    }
}
