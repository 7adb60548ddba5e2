package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Allegation;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;

/** One report that alleges a crime, with the corrections that carry it on. */
final class AllegationTrack {

    private final UUID id;
    private final long seq;
    private final long since;
    private final Instant receivedAt;
    private final @Nullable UUID incident;
    private final @Nullable UUID protest;
    private final boolean isDrill;
    private long said;
    private boolean isStruck;
    private List<String> areas;
    private Allegation.@Nullable Decision decision;

    /**
     * The same for a snapshot.
     *
     * @param seq the entry that alleged it of this incident or protest
     * @param since the entry that alleged it first
     * @param receivedAt of that, in milliseconds since 1970
     * @param said the entry that says it now
     */
    public record State(UUID id, long seq, long since, long receivedAt, @Nullable UUID incident,
            @Nullable UUID protest, boolean drill, long said, boolean struck, List<String> areas) {

        public State {
            areas = List.copyOf(areas);
        }

        static State of(Entry entry, ReportRecorded body, long since, Instant receivedAt,
                List<String> areas) {
            return new State(body.report().id(), entry.seq(), since, receivedAt.toEpochMilli(),
                    body.incident(), body.protest(), body.report().drill(), entry.seq(), false,
                    areas);
        }
    }

    AllegationTrack(State state) {
        id = state.id();
        seq = state.seq();
        since = state.since();
        receivedAt = Instant.ofEpochMilli(state.receivedAt());
        incident = state.incident();
        protest = state.protest();
        isDrill = state.drill();
        said = state.said();
        isStruck = state.struck();
        areas = state.areas();
    }

    State state() {
        return new State(id, seq, since, receivedAt.toEpochMilli(), incident, protest, isDrill,
                said, isStruck, areas);
    }

    UUID id() {
        return id;
    }

    /** The entry that alleged it of this incident or protest. */
    long seq() {
        return seq;
    }

    /** The incident or protest that it is about. */
    UUID subject() {
        return incident == null ? Objects.requireNonNull(protest) : incident;
    }

    @Nullable
    UUID incident() {
        return incident;
    }

    boolean isDrill() {
        return isDrill;
    }

    /** The entry that alleged it first; what comes later may decide. */
    long since() {
        return since;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** The entry that says it now. */
    long said() {
        return said;
    }

    boolean isStruck() {
        return isStruck;
    }

    boolean isUndecided() {
        return !isStruck && decision == null;
    }

    List<String> areas() {
        return areas;
    }

    /** A correction carries it on. */
    void say(long bySeq) {
        said = bySeq;
        isStruck = false;
    }

    void strike() {
        isStruck = true;
    }

    /** Says whether that is news. */
    boolean decide(Allegation.@Nullable Decision now) {
        boolean isNew = !Objects.equals(now, decision);
        decision = now;
        return isNew;
    }

    /** Says whether that is elsewhere. */
    boolean moveTo(List<String> now) {
        boolean isNew = !now.equals(areas);
        areas = now;
        return isNew;
    }

    Allegation shown() {
        return new Allegation(id, seq, receivedAt, areas, incident, protest, isDrill, isStruck,
                decision);
    }
}
