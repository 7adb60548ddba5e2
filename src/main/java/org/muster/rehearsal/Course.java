package org.muster.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

import org.muster.journal.JournalReader;
import org.muster.model.Entry;
import org.muster.model.StoredEntry;

/** Entries of a record, in the order and at the moments in which they are lived through again. */
interface Course {

    /** The picture stands right after this entry when it begins; 0 for the picture before the first. */
    long begin();

    /** The moment at which it begins, before or at the first of them. */
    Instant start();

    /** The moment at which it ends, at or after the last of them. */
    Instant end();

    /** How many there are. */
    long size();

    /** Tells of each, with its moment. Blocks while it reads. */
    void each(BiConsumer<Entry, Instant> visit);

    /** As they were received, between two moments. */
    static Course received(JournalReader record, Instant from, Instant to) {
        long begin = record.lastUpTo(from.minusMillis(1));
        long last = Math.max(begin, record.lastUpTo(to));
        return new Received(record, begin, last, from, to);
    }

    /** As they were received. */
    record Received(JournalReader record, long begin, long last, Instant start,
            Instant end) implements Course {

        private static final int PAGE = 2_000;

        @Override
        public long size() {
            return last - begin;
        }

        @Override
        public void each(BiConsumer<Entry, Instant> visit) {
            for (long seq = begin; seq < last;) {
                List<StoredEntry> page = record.after(seq, (int) Math.min(PAGE, last - seq));
                if (page.isEmpty()) {
                    throw new IllegalStateException("the record ends at " + seq);
                }
                page.forEach(stored -> visit.accept(stored.entry(), stored.entry().at()));
                seq = page.getLast().seq();
            }
        }
    }
}
