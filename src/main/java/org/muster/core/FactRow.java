package org.muster.core;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;

/**
 * The counts and flags of one subject, each at its place in the scope. What changes with time alone is kept as the
 * moment that it goes by, in milliseconds since 1970, and told as of a moment.
 */
final class FactRow {

    /** The moment of what there is none of. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long MINUTE_MILLIS = 60_000;
    private static final long PULSE_MILLIS = MINUTE_MILLIS / 2;
    private static final long TO_START_MAX = 24 * 60;
    private static final Map<AlertSubject.Type, List<Fact>> FACTS = new EnumMap<>(
            AlertSubject.Type.class);
    private static final Map<Fact, Integer> PLACES = new EnumMap<>(Fact.class);

    static {
        for (AlertSubject.Type scope : AlertSubject.Type.values()) {
            FACTS.put(scope, Fact.of(scope));
            if (facts(scope).size() > Long.SIZE) {
                throw new IllegalStateException("a row has no place for all facts of " + scope);
            }
            for (Fact fact : facts(scope)) {
                PLACES.put(fact, facts(scope).indexOf(fact));
            }
        }
    }

    private final List<Fact> facts;
    private final long[] numbers;
    private Step @Nullable [] steps;

    /** What a fact is from one moment on, up to another. */
    private record Step(long number, long turnsAt) {}

    FactRow(AlertSubject.Type scope) {
        facts = facts(scope);
        numbers = new long[facts.size()];
    }

    /** A bit for each of these facts. */
    static long mask(AlertSubject.Type scope, Set<Fact> read) {
        long mask = 0;
        for (Fact fact : read) {
            if (fact.scope() != scope) {
                throw new IllegalArgumentException(fact + " is no fact of the scope " + scope);
            }
            mask |= bit(fact);
        }
        return mask;
    }

    /** The bit for a fact. */
    static long bit(Fact fact) {
        return 1L << place(fact);
    }

    void put(Fact fact, long number) {
        numbers[place(fact)] = number;
    }

    /**
     * Puts what goes by time in steps of its own, as of the moment that the row is asked about.
     *
     * @param form what it goes by: rows with the same know the same at any moment
     * @param number the fact now
     * @param turnsAt the first moment at which it may be another by time alone; {@link #NEVER} for none
     */
    void put(Fact fact, long form, long number, long turnsAt) {
        Step[] all = steps;
        if (all == null) {
            all = new Step[numbers.length];
            steps = all;
        }
        put(fact, form);
        all[place(fact)] = new Step(number, turnsAt);
    }

    void put(Fact fact, boolean flag) {
        put(fact, flag ? 1 : 0);
    }

    /** Adds to each number so many times the other's. */
    void add(FactRow other, int times) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += times * other.numbers[i];
        }
    }

    /** A number as it was put. */
    long raw(Fact fact) {
        return numbers[place(fact)];
    }

    /** A fact as of a moment. */
    long at(Fact fact, long now) {
        return at(fact, place(fact), now);
    }

    /** All of them as of a moment. */
    long[] at(long now) {
        long[] all = new long[numbers.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = at(facts.get(i), i, now);
        }
        return all;
    }

    /** The first moment after {@code now} at which one of these facts is another by time alone; {@link #NEVER} if none. */
    long turnsAt(long mask, long now) {
        long first = NEVER;
        for (int i = 0; i < numbers.length; i++) {
            if ((mask & 1L << i) != 0) {
                Step step = step(i);
                first = Math.min(first,
                        step == null ? turnsAt(facts.get(i), numbers[i], now) : step.turnsAt());
            }
        }
        return first;
    }

    /** Whether the same is known, at whatever moment. */
    boolean isSame(FactRow other) {
        return Arrays.equals(numbers, other.numbers);
    }

    private long at(Fact fact, int place, long now) {
        Step step = step(place);
        return step == null ? at(fact, numbers[place], now) : step.number();
    }

    private @Nullable Step step(int place) {
        Step[] all = steps;
        return all == null ? null : all[place];
    }

    private static List<Fact> facts(AlertSubject.Type scope) {
        return FACTS.getOrDefault(scope, List.of());
    }

    private static int place(Fact fact) {
        Integer place = PLACES.get(fact);
        if (place == null) {
            throw new IllegalStateException(fact + " has no place");
        }
        return place;
    }

    private static long at(Fact fact, long number, long now) {
        return switch (fact) {
            case INCIDENT_MINUTES_SINCE_REPORT, UNIT_MINUTES_SINCE_REPORT, UNIT_MINUTES_SINCE_HEARD,
                    PROTEST_MINUTES_SINCE_START, ALLEGATION_MINUTES_SINCE_RECEIPT ->
                    number >= now ? 0 : (now - number) / MINUTE_MILLIS;
            case PROTEST_MINUTES_TO_START ->
                    number <= now ? 0 : Math.min(TO_START_MAX, (number - now) / MINUTE_MILLIS);
            case PROTEST_STARTED -> number <= now ? 1 : 0;
            case ENGINE_PULSE -> now / PULSE_MILLIS % 2 == 0 ? 1 : 0;
            default -> number;
        };
    }

    private static long turnsAt(Fact fact, long number, long now) {
        if (number == NEVER) {
            return NEVER;
        }
        long present = at(fact, number, now);
        return switch (fact) {
            case INCIDENT_MINUTES_SINCE_REPORT, UNIT_MINUTES_SINCE_REPORT, UNIT_MINUTES_SINCE_HEARD,
                    PROTEST_MINUTES_SINCE_START, ALLEGATION_MINUTES_SINCE_RECEIPT ->
                    number + (present + 1) * MINUTE_MILLIS;
            case PROTEST_MINUTES_TO_START ->
                    present == 0 ? NEVER : number - present * MINUTE_MILLIS + 1;
            case PROTEST_STARTED -> present == 1 ? NEVER : number;
            case ENGINE_PULSE -> (now / PULSE_MILLIS + 1) * PULSE_MILLIS;
            default -> NEVER;
        };
    }
}
