package org.muster.core;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;

/** A crowd the slow way: for each estimate in effective order, all up to it are fused anew. */
final class ReferenceCrowd {
    private record Seen(long seq, String observer, Instant at, CrowdEstimate estimate) {}

    private final List<Seen> all;

    private final Duration window;

    /** @param inOrder the reports that count, in effective order */
    ReferenceCrowd(List<Reference.Told> inOrder, int windowMinutes) {
        window = Duration.ofMinutes(windowMinutes);
        all = inOrder.stream()
                .filter(told -> told.body().report().crowd() != null)
                .map(ReferenceCrowd::seen)
                .toList();
    }

    private static Seen seen(Reference.Told told) {
        CrowdEstimate estimate = Objects.requireNonNull(told.body().report().crowd());
        return new Seen(told.entry().seq(), told.body().observer(), told.body().effectiveAt(),
                estimate);
    }

    @Nullable
    Crowd shown(boolean present) {
        if (all.isEmpty()) {
            return null;
        }
        int peak = 0;
        for (int i = 1; i <= all.size(); i++) {
            peak = Math.max(peak, (int) range(newest(all.subList(0, i))).best());
        }
        List<Seen> newest = newest(all);
        Crowd.Range range = range(newest);
        List<Crowd.Estimate> estimates = newest.reversed().stream().map(seen -> {
            CrowdEstimate estimate = seen.estimate;
            CrowdMethod method = estimate.method();
            boolean meets = estimate.low() <= range.high() && range.low() <= estimate.high();
            return new Crowd.Estimate(seen.observer, method, estimate.low(), estimate.high(),
                    seen.at, !meets);
        }).toList();
        return new Crowd(present ? range : null, peak, newest.getFirst().at, estimates);
    }

    private List<Seen> newest(List<Seen> upTo) {
        Map<String, Seen> byObserver = new HashMap<>();
        upTo.forEach(seen -> byObserver.put(seen.observer, seen));
        List<Seen> newest = new ArrayList<>(upTo);
        Instant oldest = upTo.getLast().at.minus(window);
        newest.removeIf(
                seen -> !seen.equals(byObserver.get(seen.observer)) || seen.at.isBefore(oldest));
        return newest;
    }

    private static Crowd.Range range(List<Seen> newest) {
        long low = median(newest.stream().map(seen -> seen.estimate.low()).sorted().toList());
        long high = median(newest.stream().map(seen -> seen.estimate.high()).sorted().toList());
        BigInteger product = BigInteger.valueOf(low).multiply(BigInteger.valueOf(high));
        BigInteger[] root = product.sqrtAndRemainder();
        long best = root[0].longValueExact() + (root[1].compareTo(root[0]) > 0 ? 1 : 0);
        return new Crowd.Range(low, best, high);
    }

    private static long median(List<Integer> sorted) {
        int one = sorted.get((sorted.size() - 1) / 2);
        int other = sorted.get(sorted.size() / 2);
        return Math.round((one + (double) other) / 2);
    }
}
