package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Allegation;
import org.muster.model.Crime;

/** The crimes that were alleged, the slow way: each chain of corrections is read from its beginning. */
final class ReferenceAllegations {

    private final Map<Long, Told> bySeq = new HashMap<>();
    private final Map<UUID, Told> byReport = new HashMap<>();
    /** Those that speak of a crime and were not struck, in order of receipt. */
    private final List<Told> charging = new ArrayList<>();

    /** As far as a chain of corrections was read. */
    private record Chain(Told first, long since, Instant receivedAt) {}

    void take(Told told) {
        bySeq.put(told.seq(), told);
        byReport.put(told.report().id(), told);
        if (told.report().crime() != null) {
            charging.add(told);
        }
    }

    void strike(Told told) {
        charging.remove(told);
    }

    /** What an allegation is about, also one that was struck. */
    UUID subject(UUID report) {
        return Objects.requireNonNull(Objects.requireNonNull(byReport.get(report)).subject());
    }

    /** Those that stand, with the areas of what they are about. */
    Map<UUID, Allegation> all(Reference reference) {
        Map<UUID, Allegation> all = new HashMap<>();
        for (Told told : charging) {
            Chain chain = chain(told);
            UUID subject = told.subject();
            if (chain != null && subject != null) {
                Told first = chain.first();
                all.put(first.report().id(),
                        new Allegation(first.report().id(), first.seq(), chain.receivedAt(),
                                reference.shownAreas(subject), told.body().incident(),
                                told.body().protest(), told.report().drill(), false,
                                decision(subject, chain.since())));
            }
        }
        return all;
    }

    private @Nullable Chain chain(Told last) {
        List<Told> all = new ArrayList<>();
        for (Told told = last; told != null; told = told.body().struck() == null ? null
                : bySeq.get(told.body().struck().seq())) {
            all.addFirst(told);
        }
        Chain chain = null;
        for (Told told : all) {
            Crime crime = told.report().crime();
            if (crime == null) {
                chain = null;
            } else if (chain == null) {
                chain = crime == Crime.ALLEGED ? new Chain(told, told.seq(), told.entry().at())
                        : null;
            } else if (!Objects.equals(chain.first().subject(), told.subject())) {
                chain = new Chain(told, chain.since(), chain.receivedAt());
            }
        }
        return chain;
    }

    private Allegation.@Nullable Decision decision(UUID subject, long since) {
        List<Told> decided = charging.stream()
                .filter(told -> subject.equals(told.subject()) && told.seq() > since
                        && told.report().crime() != Crime.ALLEGED)
                .toList();
        if (decided.isEmpty()) {
            return null;
        }
        Crime how = Objects.requireNonNull(decided.getLast().report().crime());
        Told first = decided.stream()
                .filter(told -> told.report().crime() == how)
                .findFirst()
                .orElseThrow();
        return new Allegation.Decision(how, first.report().id(), first.entry().at());
    }
}
