package org.muster.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.muster.model.StoredEntry;

/**
 * New entries on their way from the writer's thread to the index's: a few, for the usual case that it keeps up. More are
 * let go of, and read from the record.
 */
final class Arrivals {

    private static final int ENTRIES_MAX = 5_000;
    private static final long BYTES_MAX = 8L << 20;

    private final Deque<StoredEntry> waiting = new ArrayDeque<>();
    private long bytes;
    private long last;
    private boolean ended;

    /** Takes entries and returns at once. */
    synchronized void add(List<StoredEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        for (StoredEntry entry : entries) {
            waiting.add(entry);
            bytes += entry.bytes().length;
        }
        if (waiting.size() > ENTRIES_MAX || bytes > BYTES_MAX) {
            clear();
        }
        last = entries.getLast().seq();
        notifyAll();
    }

    /** Waits until there is an entry after {@code seq}; {@link #end} ends the waiting. */
    synchronized void await(long seq) throws InterruptedException {
        while (last <= seq && !ended) {
            wait();
        }
    }

    /** Gives and forgets those that follow the entry {@code seq} without a gap; none when they are to be read elsewhere. */
    synchronized List<StoredEntry> following(long seq) {
        List<StoredEntry> next = new ArrayList<>(waiting.size());
        for (StoredEntry entry : waiting) {
            if (entry.seq() == seq + 1 + next.size()) {
                next.add(entry);
            }
        }
        clear();
        return next;
    }

    /** Lets nobody wait any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Lets one wait again. */
    synchronized void begin() {
        ended = false;
    }

    private void clear() {
        waiting.clear();
        bytes = 0;
    }
}
