package org.muster.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

import org.muster.index.Words;
import org.muster.model.Cursor;
import org.muster.model.Fault;
import org.muster.model.Rejection;
import org.muster.model.Slug;

/** Reads a request's query parameters and gathers everything that is wrong with them. */
final class Parameters {
    private static final int LIMIT_DEFAULT = 100;
    private static final int LIMIT_MAX = 1_000;

    private final MultiMap given;
    private final Cursor head;
    private final List<Fault> faults = new ArrayList<>();
    private boolean cursorUnknown;

    /**
     * @param head how far the record reaches
     * @param known every parameter there is; another one is a slip of the pen, not to be passed over
     */
    Parameters(MultiMap given, Cursor head, Set<String> known) {
        this.given = given;
        this.head = head;
        for (String name : given.names()) {
            if (!known.contains(name)) {
                fault(name, "left out: there are only " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /** What is wrong so far, if anything. */
    Optional<Rejection> rejection() {
        if (!faults.isEmpty()) {
            return Optional.of(new Rejection(Rejection.Code.INVALID,
                    "A query parameter cannot be used as it is.", faults));
        }
        return cursorUnknown
                ? Optional.of(new Rejection(Rejection.Code.CURSOR_UNKNOWN,
                        "The cursor does not belong to this record. Start again without one."))
                : Optional.empty();
    }

    @Nullable
    String text(String name) {
        return given.get(name);
    }

    /** Every value that is given: a parameter may come more than once, and may hold several with commas between. */
    List<String> all(String name) {
        return given.getAll(name)
                .stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .toList();
    }

    /** The words that are looked for; empty when none are asked for. */
    Optional<Words> words(String name) {
        List<String> typed = given.getAll(name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(" ", typed);
        if (all.length() > Words.LENGTH_MAX) {
            fault(name, Words.LENGTH_MAX + " characters at most");
            return Optional.empty();
        }
        Words words = Words.of(all);
        if (words.count() < 1 || words.count() > Words.WORDS_MAX) {
            fault(name, "1 to " + Words.WORDS_MAX + " words of letters or digits");
        }
        return Optional.of(words);
    }

    /** All that was given as a query again, with another value for one of the names. */
    String with(String name, String value) {
        List<String> parts = new ArrayList<>();
        given.forEach((key, old) -> {
            if (!key.equals(name)) {
                parts.add(part(key, old));
            }
        });
        parts.add(part(name, value));
        return String.join("&", parts);
    }

    private static String part(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    int limit() {
        String text = given.get("limit");
        if (text == null) {
            return LIMIT_DEFAULT;
        }
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LIMIT_MAX) {
            fault("limit", "a whole number from 1 to 1,000");
        }
        return limit;
    }

    /** The seq of a cursor, or {@code absent} when none was given. */
    long cursor(String name, long absent) {
        String text = given.get(name);
        if (text == null) {
            return absent;
        }
        Optional<Cursor> cursor = Cursor.parse(text)
                .filter(read -> read.epoch().equals(head.epoch()) && read.seq() <= head.seq());
        cursorUnknown |= cursor.isEmpty();
        return cursor.map(Cursor::seq).orElse(absent);
    }

    Optional<Instant> time(String name) {
        String text = given.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            fault(name, "a time with its offset, such as 2014-09-06T21:40:00+01:00");
            return Optional.empty();
        }
    }

    /**
     * The values of a closed set that are asked for; none when that is not said.
     *
     * @param others words beside them that are no fault
     */
    <E extends Enum<E> & Slug> Set<E> anyOf(String name, Class<E> type, String... others) {
        Set<E> found = EnumSet.noneOf(type);
        List<String> slugs = Stream
                .concat(Arrays.stream(type.getEnumConstants()).map(Slug::slug), Stream.of(others))
                .toList();
        List<String> asked = new ArrayList<>(all(name));
        asked.removeAll(List.of(others));
        for (String text : asked) {
            Slug.find(type, text)
                    .ifPresentOrElse(found::add,
                            () -> fault(name, "one of " + String.join(", ", slugs)));
        }
        return found;
    }

    /** The names that are asked for, which must be among those that exist; none when that is not said. */
    Set<String> existing(String name, Predicate<String> exists) {
        List<String> names = all(name);
        if (!names.stream().allMatch(exists)) {
            fault(name, "one that exists");
        }
        return Set.copyOf(names);
    }

    /** The id that a path or a parameter gives; empty when it is none. */
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Notes what is wrong with one of them: it must be as {@code right} says. */
    void fault(String name, String right) {
        faults.add(new Fault("/" + name, "must be " + right));
    }
}
