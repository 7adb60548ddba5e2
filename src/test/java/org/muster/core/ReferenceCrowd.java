package org.muster.core;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;
import org.muster.model.CrowdEstimate;

/** A crowd the slow way: for each estimate in effective order, all up to it are fused anew. */
final class ReferenceCrowd {

    private record Seen(long seq, String observer, Instant at, CrowdEstimate estimate) {}

    private final List<Seen> all;
    private final Duration window;

    /** @param inOrder the reports that count, in effective order */
    ReferenceCrowd(List<Told> inOrder, int windowMinutes) {
        window = Duration.ofMinutes(windowMinutes);
        all = inOrder.stream()
                .filter(told -> told.report().crowd() != null)
                .map(ReferenceCrowd::seen)
                .toList();
    }

    private static Seen seen(Told told) {
        return new Seen(told.seq(), told.body().observer(), told.at(),
                Objects.requireNonNull(told.report().crowd()));
    }

    /** Which reports it is fused from, and how. */
    Object counted() {
        return List.of(window, all.stream().map(Seen::seq).sorted().toList());
    }

    /** Per cent that it is above what it was a span ago; 0 when nobody had looked for longer than the window even then. */
    long growth(Duration span, Instant now) {
        Instant then = now.minus(span);
        List<Seen> before = all.stream().filter(seen -> !seen.at.isAfter(then)).toList();
        if (before.isEmpty() || before.getLast().at.isBefore(then.minus(window))) {
            return 0;
        }
        long was = range(newest(before)).best();
        return 100 * (range(newest(all)).best() - was) / Math.max(1, was);
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
            CrowdEstimate said = seen.estimate;
            boolean meets = said.low() <= range.high() && range.low() <= said.high();
            return new Crowd.Estimate(seen.observer, said.method(), said.low(), said.high(),
                    seen.at, !meets);
        }).toList();
        return new Crowd(present ? range : null, peak, newest.getFirst().at, estimates);
    }

    /** Those that are not too old beside the newest of all; of each observer the newest. */
    private List<Seen> newest(List<Seen> upTo) {
        Instant oldest = upTo.getLast().at.minus(window);
        Map<String, Seen> byObserver = new LinkedHashMap<>();
        for (Seen seen : upTo) {
            if (!seen.at.isBefore(oldest)) {
                byObserver.remove(seen.observer);
                byObserver.put(seen.observer, seen);
            }
        }
        return List.copyOf(byObserver.values());
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
