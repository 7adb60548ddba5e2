package org.muster.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How many people are at an incident, fused from the newest estimate of each observer.
 *
 * @param present the crowd now; null once the incident is closed
 * @param peak greatest fused best in effective order
 * @param asOf the oldest estimate that contributed
 * @param estimates the newest of each observer, newest first
 */
public record Crowd(@Nullable Range present, int peak, Instant asOf, List<Estimate> estimates) {

    public Crowd {
        estimates = List.copyOf(estimates);
    }

    /** The same with a number, newest first, in place of each observer. */
    Crowd withoutNames() {
        List<Estimate> numbered = new ArrayList<>(estimates.size());
        for (Estimate one : estimates) {
            numbered.add(new Estimate(Integer.toString(numbered.size() + 1), one.method(),
                    one.low(), one.high(), one.effectiveAt(), one.outlier()));
        }
        return new Crowd(present, peak, asOf, numbered);
    }

    /** People: fewest, best, most. */
    public record Range(long low, long best, long high) {

        public Range {
            Valid.that(low >= 0 && low <= best && best <= high, "0 <= low <= best <= high");
        }
    }

    /** One observer's newest estimate; an outlier's range does not meet the fused one. */
    public record Estimate(String observer, CrowdMethod method, int low, int high,
            Instant effectiveAt, boolean outlier) {}
}
