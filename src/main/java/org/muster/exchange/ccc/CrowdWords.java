package org.muster.exchange.ccc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many people words mean, as the Consortium reads them: a plural alone is two of it, so that dozens are 24, hundreds
 * 200, thousands 2,000, tens of thousands 20,000; "several hundred", "a few dozen" and the like are read as the plural.
 */
final class CrowdWords {
    private static final Pattern TOKEN = Pattern
            .compile("[0-9]+(?:[,.][0-9]{3})*(?:\\.[0-9]+)?k?|[a-z]+|[,;/]");
    private static final Pattern NOT_SEEN = Pattern
            .compile("\\b(expected|going|planned|invited|interested|rsvp\\w*|registered)\\b");
    /** "10-15" becomes a date in a spreadsheet. */
    private static final Pattern BECAME_A_DATE = Pattern
            .compile("[0-9]{1,4}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|"
                    + "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-[0-9]{1,4}");
    private static final Map<String, Integer> UNITS = Map.ofEntries(Map.entry("dozen", 12),
            Map.entry("dozens", 12), Map.entry("score", 20), Map.entry("scores", 20),
            Map.entry("tens", 10), Map.entry("hundred", 100), Map.entry("hundreds", 100),
            Map.entry("thousand", 1_000), Map.entry("thousands", 1_000),
            Map.entry("million", 1_000_000), Map.entry("millions", 1_000_000));
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("one", 1),
            Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5),
            Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9),
            Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12));
    /** Words that mean a number only before a unit. */
    private static final Map<String, Double> BEFORE_UNITS = Map.of("a", 1.0, "an", 1.0, "half", 0.5,
            "couple", 2.0, "few", 2.0, "several", 2.0);
    private static final double PLURAL = 2;

    /** What the words so far may count; without a value when nothing is pending. */
    private double pending;
    private boolean countsAlone;
    private final List<Long> values = new ArrayList<>();

    private CrowdWords() {}

    /** From the least to the greatest number that the words hold. */
    record Range(long low, long high) {}

    /** The numbers in the words; empty when they hold none, or none of people who were seen. */
    static Optional<Range> read(String text) {
        var words = text.toLowerCase(Locale.ROOT);
        if (tellsOfWhoWasExpected(text) || BECAME_A_DATE.matcher(words).find()) {
            return Optional.empty();
        }
        var reading = new CrowdWords();
        var tokens = TOKEN.matcher(words).results().map(one -> one.group()).toList();
        for (var i = 0; i < tokens.size(); i++) {
            i += reading.take(tokens, i);
        }
        reading.flush();
        return reading.values.isEmpty() ? Optional.empty()
                : Optional.of(new Range(reading.values.stream().min(Long::compare).orElseThrow(),
                        reading.values.stream().max(Long::compare).orElseThrow()));
    }

    /** Whether the words are about who was to come, which says nothing of who came. */
    static boolean tellsOfWhoWasExpected(String text) {
        return NOT_SEEN.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** Takes the token there; how many after it were taken with it. */
    private int take(List<String> tokens, int at) {
        var token = tokens.get(at);
        if (Character.isDigit(token.charAt(0))) {
            flush();
            pend(numeral(token), true);
        } else if (NUMBERS.containsKey(token)) {
            flush();
            pend(NUMBERS.getOrDefault(token, 0), true);
        } else if (BEFORE_UNITS.containsKey(token)) {
            // "half a dozen" is half of it, "a few dozen" a few.
            if (pending == 0 || token.length() > 2) {
                flush();
                pend(BEFORE_UNITS.getOrDefault(token, 0.0), false);
            }
        } else if (UNITS.containsKey(token)) {
            return unit(tokens, at);
        } else if (!token.equals("of")) {
            flush();
        }
        return 0;
    }

    private int unit(List<String> tokens, int at) {
        var token = tokens.get(at);
        var count = pending > 0 ? pending : token.endsWith("s") ? PLURAL : 1;
        var each = (double) UNITS.getOrDefault(token, 0);
        var isOfMore = at + 2 < tokens.size() && tokens.get(at + 1).equals("of")
                && UNITS.containsKey(tokens.get(at + 2));
        if (isOfMore) {
            each *= UNITS.getOrDefault(tokens.get(at + 2), 0);
        }
        values.add(Math.round(count * each));
        pending = 0;
        return isOfMore ? 2 : 0;
    }

    private void pend(double value, boolean alone) {
        pending = value;
        countsAlone = alone;
    }

    private void flush() {
        if (pending > 0 && countsAlone) {
            values.add(Math.round(pending));
        }
        pending = 0;
    }

    private static double numeral(String token) {
        var thousands = token.endsWith("k");
        var digits = thousands ? token.substring(0, token.length() - 1) : token;
        var grouped = digits.matches("[0-9]{1,3}([,.][0-9]{3})+");
        var number = Double
                .parseDouble(grouped ? digits.replaceAll("[,.]", "") : digits.replace(",", ""));
        return thousands ? number * 1_000 : number;
    }
}
