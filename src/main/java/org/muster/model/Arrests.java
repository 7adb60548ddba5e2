package org.muster.model;

import java.util.HashMap;
import java.util.Map;

/**
 * People arrested at one incident or protest.
 *
 * @param byOffence people by slug of the offence; their sum is {@code total}
 * @param byAge people by band; their sum is {@code total}, or less in {@link #withAgesOfMany}
 */
public record Arrests(int total, Map<String, Integer> byOffence, Map<AgeBand, Integer> byAge) {

    /** People of one age among whom no single one stands out. */
    public static final int AGES_OF_MANY = 5;

    public static final Arrests NONE = new Arrests(0, Map.of(), Map.of());

    public Arrests {
        byOffence = Map.copyOf(byOffence);
        byAge = Map.copyOf(byAge);
    }

    /** The same, with ages of grown people only, and only where there are so many that nobody can be told from it. */
    public Arrests withAgesOfMany() {
        Map<AgeBand, Integer> many = new HashMap<>(byAge);
        many.entrySet()
                .removeIf(band -> band.getKey().isUnder18() || band.getValue() < AGES_OF_MANY);
        if (many.size() == byAge.size() - 1) {
            // One alone left out could be told from the total.
            many.entrySet()
                    .stream()
                    .min(Map.Entry.<AgeBand, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .ifPresent(least -> many.remove(least.getKey()));
        }
        return many.size() == byAge.size() ? this : new Arrests(total, byOffence, many);
    }
}
