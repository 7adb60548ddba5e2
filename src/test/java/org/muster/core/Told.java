package org.muster.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Entry;
import org.muster.model.Report;

/** A report's entry with its body at hand. */
record Told(Entry entry, Entry.ReportRecorded body) {

    /** What "newest" goes by. */
    static final Comparator<Told> EFFECTIVE = Comparator.comparing(Told::at)
            .thenComparingLong(Told::seq);

    Report report() {
        return body.report();
    }

    long seq() {
        return entry.seq();
    }

    Instant at() {
        return body.effectiveAt();
    }

    /** The incident or protest it is of. */
    @Nullable
    UUID subject() {
        return body.incident() != null ? body.incident() : body.protest();
    }

    /** The newest that holds; null when none does. */
    static @Nullable Told newest(List<Told> inOrder, Predicate<Report> holds) {
        return inOrder.reversed()
                .stream()
                .filter(told -> holds.test(told.report()))
                .findFirst()
                .orElse(null);
    }
}
