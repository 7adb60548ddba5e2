package org.muster.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of keys. What cannot be read throws {@link Unreadable} with what would be right. */
final class Values {

    /** What an id looks like everywhere outside. */
    static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Ids stand in every entry; longer ones are a slip of the editor. */
    static final int SLUG_MAX = 64;

    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,15})\\s?(KiB|MiB|GiB)?");
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})\\s?(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of("ms", Duration.ofMillis(1), "s",
            Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d",
            Duration.ofDays(1));

    private Values() {}

    /** A value that does not mean what its key needs. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String detail) {
            super(detail);
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    /** A whole number; of bytes also as KiB, MiB or GiB when the key's name ends in Bytes. */
    static long whole(String name, String text) throws Unreadable {
        Matcher matcher = WHOLE.matcher(text);
        boolean bytes = name.endsWith("Bytes");
        if (!matcher.matches() || (matcher.group(2) != null && !bytes)) {
            throw new Unreadable(quoted(text) + " is not "
                    + (bytes ? "a size; write bytes such as 65536, or 64KiB, 16MiB, 2GiB"
                            : "a whole number; write digits alone"));
        }
        long unit = switch (matcher.group(2)) {
            case null -> 1;
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            default -> 1L << 30;
        };
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
        } catch (ArithmeticException beyond) {
            throw new Unreadable(quoted(text) + " is too large");
        }
    }

    /** Yes or no. */
    static boolean flag(String text) throws Unreadable {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable(quoted(text) + " is neither true nor false");
        };
    }

    /** A span of time with its unit. */
    static Duration span(String text) throws Unreadable {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new Unreadable(
                    quoted(text) + " is not a span of time; write 250ms, 10s, 5m, 12h or 30d");
        }
        Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
        return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** The span as it could have been written. */
    static String text(Duration span) {
        return span.toMillisPart() != 0 ? span.toMillis() + "ms"
                : span.toSecondsPart() != 0 ? span.toSeconds() + "s" : span.toMinutes() + "m";
    }

    /** Spans by slugs, each written as {@code slug: span}; a single blank is none. */
    static Map<String, Duration> spans(List<String> texts) throws Unreadable {
        var spans = new TreeMap<String, Duration>();
        for (String text : texts.equals(List.of("")) ? List.<String>of() : texts) {
            int colon = text.indexOf(':');
            String slug = colon < 0 ? text : text.substring(0, colon).strip();
            if (colon < 0 || !isSlug(slug)) {
                throw new Unreadable(quoted(text) + " is not a kind with its span; write such as"
                        + " spotter: 45m");
            }
            if (spans.put(slug, span(text.substring(colon + 1).strip())) != null) {
                throw new Unreadable(quoted(slug) + " stands there twice; keep one");
            }
        }
        return spans;
    }

    /** A list of different slugs. */
    static List<String> slugs(List<String> texts) throws Unreadable {
        var seen = new HashSet<String>();
        for (String text : texts) {
            if (!isSlug(text)) {
                throw new Unreadable(quoted(text) + " is not a slug; " + SLUG_RULE);
            }
            if (!seen.add(text)) {
                throw new Unreadable(quoted(text) + " stands there twice; keep one");
            }
        }
        if (seen.isEmpty()) {
            throw new Unreadable("the list is empty; name at least one");
        }
        return List.copyOf(texts);
    }

    /** A list of addresses and networks; a single blank is none. */
    static List<Network> networks(List<String> texts) throws Unreadable {
        var networks = new ArrayList<Network>();
        for (String text : texts.equals(List.of("")) ? List.<String>of() : texts) {
            networks.add(Network.of(text)
                    .orElseThrow(() -> new Unreadable(quoted(text)
                            + " is no address and no network; write 192.0.2.7, 10.1.0.0/16 or"
                            + " 2001:db8::/32")));
        }
        return List.copyOf(networks);
    }

    /** What to write instead of a bad slug. */
    static final String SLUG_RULE = "write lower-case letters, digits and single hyphens, at most 64 characters";

    static boolean isSlug(String text) {
        return text.length() <= SLUG_MAX && SLUG.matcher(text).matches();
    }

    /** The parts between commas. */
    static List<String> parts(String text) {
        return text.isBlank() ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}
