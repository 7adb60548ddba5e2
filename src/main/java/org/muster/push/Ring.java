package org.muster.push;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import org.muster.model.StoredEntry;

/**
 * The newest entries, in memory, for everybody who is nearly up to date. One thread adds, any thread reads, nobody
 * waits. Bounded by number and by bytes: what no longer fits is read from the journal.
 */
final class Ring {

    static final int ENTRIES_MAX = 16 * 1024;
    static final long BYTES_MAX = 32L * 1024 * 1024;

    private final AtomicReferenceArray<@Nullable StoredEntry> slots;
    private final long bytesMax;
    private volatile long head;
    private long tail;
    private long bytes;

    Ring(long head) {
        this(head, ENTRIES_MAX, BYTES_MAX);
    }

    Ring(long head, int entriesMax, long bytesMax) {
        this.slots = new AtomicReferenceArray<>(entriesMax);
        this.bytesMax = bytesMax;
        this.head = head;
        this.tail = head + 1;
    }

    /** Number of the newest entry. */
    long head() {
        return head;
    }

    /** The entry with this number, or null when it is not held any more. */
    @Nullable
    StoredEntry get(long seq) {
        StoredEntry entry = slots.get(slot(seq));
        return entry != null && entry.seq() == seq ? entry : null;
    }

    /** Adds what was committed, in order. */
    void add(List<StoredEntry> entries) {
        long newest = head;
        for (StoredEntry entry : entries) {
            if (entry.seq() <= newest) {
                continue;
            }
            while (tail < entry.seq() && mustGo(entry)) {
                removeOldest();
            }
            slots.set(slot(entry.seq()), entry);
            bytes += entry.bytes().length;
            newest = entry.seq();
        }
        head = newest;
    }

    private boolean mustGo(StoredEntry coming) {
        return coming.seq() - tail >= slots.length() || bytes + coming.bytes().length > bytesMax;
    }

    private void removeOldest() {
        StoredEntry oldest = get(tail);
        if (oldest != null) {
            bytes -= oldest.bytes().length;
            slots.set(slot(tail), null);
        }
        tail++;
    }

    private int slot(long seq) {
        return (int) (seq % slots.length());
    }
}
