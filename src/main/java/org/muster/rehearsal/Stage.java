package org.muster.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.muster.journal.Journal;
import org.muster.journal.JournalReader;
import org.muster.model.Entry;
import org.muster.model.StoredEntry;

/** Stands in for the journal: goes on from a place in a record, in memory, and leaves the record as it is. */
final class Stage implements Journal {

    private final JournalReader record;
    private final long begin;
    private final Map<UUID, StoredEntry> reports = new HashMap<>();
    private long head;

    /** @param begin the last entry of the record that counts */
    Stage(JournalReader record, long begin) {
        this.record = record;
        this.begin = begin;
        this.head = begin;
    }

    @Override
    public String epoch() {
        return record.epoch();
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public void append(List<StoredEntry> entries) {
        for (StoredEntry stored : entries) {
            head = stored.seq();
            if (stored.entry().body() instanceof Entry.ReportRecorded recorded) {
                reports.put(recorded.report().id(), stored);
            }
        }
    }

    @Override
    public Optional<StoredEntry> findReport(UUID id) {
        return Optional.ofNullable(reports.get(id))
                .or(() -> record.report(id).filter(stored -> stored.seq() <= begin));
    }

    @Override
    public long sizeBytes() {
        return 0;
    }

    @Override
    public void close() {}
}
