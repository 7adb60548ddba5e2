package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the reports of one incident or protest add up to; struck ones are left out.
 *
 * @param units the units that are at it or on their way, by call sign
 * @param reports how many; 0 when all were struck
 * @param lastReportAt newest effective time of its reports; null without any
 * @param reporters the credentials that reported on it; not shown
 */
public record Figures(@Nullable Crowd crowd, Strength officers, List<Unit> units, Arrests arrests,
        Injured injured, long reports, @Nullable Instant lastReportAt, Set<String> reporters) {

    /** Nothing was reported. */
    public static final Figures NONE = new Figures(null, Strength.NONE, List.of(), Arrests.NONE,
            Injured.NONE, 0, null, Set.of());

    public Figures {
        units = List.copyOf(units);
        reporters = Set.copyOf(reporters);
    }

    /** The same with arrests told otherwise. */
    public Figures withArrests(Arrests told) {
        return new Figures(crowd, officers, units, told, injured, reports, lastReportAt, reporters);
    }

    /** The same with other arrests and without call signs. */
    Figures outlined(Arrests told) {
        return new Figures(crowd == null ? null : crowd.withoutNames(), officers, List.of(), told,
                injured, reports, lastReportAt, reporters);
    }
}
