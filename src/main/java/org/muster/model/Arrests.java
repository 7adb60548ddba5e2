package org.muster.model;

import java.util.Map;

/**
 * People arrested at one incident or protest.
 *
 * @param byOffence people by slug of the offence; their sum is {@code total}
 * @param byAge people by band; their sum is {@code total}
 */
public record Arrests(int total, Map<String, Integer> byOffence, Map<AgeBand, Integer> byAge) {

    public static final Arrests NONE = new Arrests(0, Map.of(), Map.of());

    public Arrests {
        byOffence = Map.copyOf(byOffence);
        byAge = Map.copyOf(byAge);
    }
}
