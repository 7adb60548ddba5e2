package org.muster.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.muster.model.Entry;
import org.muster.model.StoredEntry;

/**
 * A journal in memory whose disk can be made to fail: the next append throws, having stored all of the batch or none of
 * it, as a real disk may. Reading sees only what was stored. Safe for all threads.
 */
public final class MemoryJournal implements Journal, JournalReader {
    private final String epoch;
    private final List<StoredEntry> entries = new ArrayList<>();
    private final Map<UUID, StoredEntry> reports = new HashMap<>();
    private Fate next = Fate.KEEPS;

    /** What becomes of the next append. */
    public enum Fate {
        KEEPS, FAILS_HAVING_STORED_NOTHING, FAILS_HAVING_STORED_ALL
    }

    public MemoryJournal(String epoch) {
        this.epoch = epoch;
    }

    /** Decides the fate of the next append; later ones keep again. */
    public synchronized void next(Fate fate) {
        next = fate;
    }

    /** Loses the newest entries, as a disk does that only pretends to flush. */
    public synchronized void lose(int newest) {
        for (int i = 0; i < newest && !entries.isEmpty(); i++) {
            if (entries.removeLast().entry().body() instanceof Entry.ReportRecorded recorded) {
                reports.remove(recorded.report().id());
            }
        }
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public synchronized long head() {
        return entries.size();
    }

    @Override
    public synchronized void append(List<StoredEntry> batch) {
        Fate fate = next;
        next = Fate.KEEPS;
        if (fate != Fate.FAILS_HAVING_STORED_NOTHING) {
            batch.forEach(this::store);
        }
        if (fate != Fate.KEEPS) {
            throw new JournalException("the disk failed, as the test wanted");
        }
    }

    private void store(StoredEntry stored) {
        if (stored.seq() != entries.size() + 1) {
            throw new IllegalStateException("entry " + stored.seq() + " after " + entries.size());
        }
        entries.add(stored);
        if (stored.entry().body() instanceof Entry.ReportRecorded recorded) {
            reports.put(recorded.report().id(), stored);
        }
    }

    @Override
    public synchronized Optional<StoredEntry> findReport(UUID id) {
        return Optional.ofNullable(reports.get(id));
    }

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public synchronized List<StoredEntry> after(long seq, int limit) {
        int from = (int) Math.min(seq, entries.size());
        return List.copyOf(entries.subList(from, from + Math.min(entries.size() - from, limit)));
    }

    @Override
    public synchronized List<StoredEntry> backwards(long from, long before) {
        List<StoredEntry> found = new ArrayList<>(entries.subList((int) Math.max(0, from - 1),
                Math.clamp(before - 1, 0, entries.size())));
        return found.reversed();
    }

    @Override
    public synchronized List<StoredEntry> these(List<Long> seqs) {
        return seqs.stream().flatMap(seq -> at(seq).stream()).toList();
    }

    @Override
    public synchronized Optional<StoredEntry> at(long seq) {
        return seq >= 1 && seq <= entries.size() ? Optional.of(entries.get((int) seq - 1))
                : Optional.empty();
    }

    @Override
    public Optional<StoredEntry> report(UUID id) {
        return findReport(id);
    }

    @Override
    public void close() {}
}
