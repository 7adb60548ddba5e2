package org.muster.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.muster.model.StoredEntry;

/**
 * Reads what is committed. Every call blocks for a short read transaction: call it on a virtual thread. Failure of the
 * disk is a {@link JournalException}.
 */
public interface JournalReader {

    /** Names this life of the record. */
    String epoch();

    /** The newest committed entry's number; 0 when there is none. */
    long head();

    /** At most {@code limit} entries after {@code seq}, oldest first. */
    List<StoredEntry> after(long seq, int limit);

    /** The entries from {@code from} up to, not with, {@code before}, newest first. Keep the stretch short. */
    List<StoredEntry> backwards(long from, long before);

    /** The entries with these numbers, in this order. Keep it to some hundreds. */
    List<StoredEntry> these(List<Long> seqs);

    /** The entry with this number. */
    Optional<StoredEntry> at(long seq);

    /** The entry that recorded the report with this id. */
    Optional<StoredEntry> report(UUID id);

    /** The last committed entry received at this moment or before; 0 when there is none. A few single reads. */
    default long lastUpTo(Instant moment) {
        long before = 0;
        long after = head() + 1;
        // The moment of receipt never goes back, so that the numbers are in its order.
        while (before + 1 < after) {
            long middle = (before + after) >>> 1;
            boolean isUpTo = at(middle).filter(stored -> !stored.entry().at().isAfter(moment))
                    .isPresent();
            if (isUpTo) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return before;
    }
}
