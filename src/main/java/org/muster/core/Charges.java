package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Allegation;
import org.muster.model.Crime;

/** What was alleged, and what was decided of it, of one incident or protest. */
final class Charges {

    private final UUID subject;
    private final Set<AllegationTrack> allegations = new LinkedHashSet<>();
    private final TreeMap<Long, Allegation.Decision> decisions = new TreeMap<>();

    /** The decisions, for a snapshot; allegations are kept by themselves. */
    public record State(UUID subject, List<Decided> decisions) {

        public State {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * A decision, for a snapshot.
     *
     * @param seq its entry
     * @param receivedAt milliseconds since 1970
     */
    public record Decided(long seq, Crime how, UUID report, long receivedAt) {}

    Charges(UUID subject) {
        this.subject = subject;
    }

    Charges(State state) {
        this(state.subject());
        state.decisions()
                .forEach(one -> decide(one.seq(), new Allegation.Decision(one.how(), one.report(),
                        Instant.ofEpochMilli(one.receivedAt()))));
    }

    State state() {
        List<Decided> all = new ArrayList<>();
        decisions.forEach((seq, one) -> all
                .add(new Decided(seq, one.how(), one.report(), one.receivedAt().toEpochMilli())));
        return new State(subject, all);
    }

    /** All, struck ones too; to be added to. */
    Set<AllegationTrack> allegations() {
        return allegations;
    }

    void decide(long seq, Allegation.Decision decision) {
        decisions.put(seq, decision);
    }

    /** Takes out what an entry decided; says whether it did. */
    boolean strike(long seq) {
        return decisions.remove(seq) != null;
    }

    /**
     * What holds of a crime that was alleged by an entry: what the newest entry after it decided, since that was first
     * said. A number told twice is no later for it.
     */
    Allegation.@Nullable Decision since(long seq) {
        NavigableMap<Long, Allegation.Decision> after = decisions.tailMap(seq, false);
        if (after.isEmpty()) {
            return null;
        }
        Allegation.Decision newest = after.lastEntry().getValue();
        for (Allegation.Decision one : after.values()) {
            if (one.how() == newest.how()) {
                return one;
            }
        }
        return newest;
    }
}
