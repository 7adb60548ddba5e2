package org.muster.core;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An incident, for a snapshot.
 *
 * @param openedAt when it was opened, as last known
 * @param opener the report that opened it; null once that was struck
 * @param voidAt when its last report was struck; null while it has one
 * @param words what was said of its status
 */
public record IncidentState(UUID id, long openedSeq, long openedAt, @Nullable Moment opener,
        @Nullable Long voidAt, String category, boolean drill, List<Said<IncidentLife.Word>> words,
        Account.State account, LedgerState ledger) {

    public IncidentState {
        words = List.copyOf(words);
    }

    /** Of an incident that a report opens, before that is added. */
    static IncidentState opened(UUID id, Moment opener, String category, boolean drill,
            String madeTitle, Placed place) {
        return new IncidentState(id, opener.seq(), opener.at(), opener, null, category, drill,
                List.of(), Account.State.opened(madeTitle, place),
                LedgerState.empty(place.areas().ids()));
    }
}
