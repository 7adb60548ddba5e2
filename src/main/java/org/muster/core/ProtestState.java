package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Clash;
import org.muster.model.ExternalRef;
import org.muster.model.Location;
import org.muster.model.ProtestStatus;

/**
 * A protest, for a snapshot. Its units are kept with the units.
 *
 * @param version the entry that last changed its plan
 * @param planning who planned it and what; null while a report opened it and nobody planned it
 * @param opening where the report that opened it was, if one did
 * @param cancelled its newest cancellation
 * @param voidAt when its last report was struck, if it was opened by one and has none
 * @param status as the entries say
 * @param marks what reports said of its life, as {@link Marks#state} writes it
 * @param squareMetres what its planned place covers; null when that is no ground
 * @param distances how far in metres people were from its planned place, by reports
 */
public record ProtestState(UUID id, long openedSeq, long version, boolean drill, PlanState plan,
        @Nullable Planning planning, boolean planned, @Nullable Location opening,
        @Nullable Moment cancelled, @Nullable Long voidAt, ProtestStatus status,
        @Nullable Long startedAt, @Nullable Long overAt, String marks,
        List<Said<ExternalRef>> externalRefs, List<Near> clashes, @Nullable Long squareMetres,
        List<Said<Integer>> distances, LedgerState ledger) {

    public ProtestState {
        externalRefs = List.copyOf(externalRefs);
        clashes = List.copyOf(clashes);
        distances = List.copyOf(distances);
    }

    /** Who made the first plan, and its content: what a repeat is told by. */
    public record Planning(String by, String contentSha256) {}

    /** A clash, for a snapshot; times in milliseconds since 1970. */
    public record Near(UUID protest, boolean opposed, double distance, long from, long to) {

        static Near of(Clash clash) {
            return new Near(clash.protest(), clash.opposed(), clash.distance(),
                    clash.from().toEpochMilli(), clash.to().toEpochMilli());
        }

        Clash clash() {
            return new Clash(protest, opposed, distance, Instant.ofEpochMilli(from),
                    Instant.ofEpochMilli(to));
        }
    }

    /** Of a protest that becomes known, before anything happened. */
    static ProtestState known(UUID id, long seq, boolean drill, PlanState plan,
            @Nullable Planning planning, @Nullable Long squareMetres, List<String> areas) {
        return new ProtestState(id, seq, seq, drill, plan, planning, planning != null, null, null,
                null, ProtestStatus.PLANNED, null, null, "", List.of(), List.of(), squareMetres,
                List.of(), LedgerState.empty(areas));
    }
}
