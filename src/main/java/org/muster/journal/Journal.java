package org.muster.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.muster.model.StoredEntry;

/** The writer's side of the record. One thread at a time. */
public interface Journal extends AutoCloseable {

    /** Names this life of the record. */
    String epoch();

    /** The newest entry's number; 0 when there is none. */
    long head();

    /**
     * Appends entries whose numbers follow {@link #head()} without a gap, in one transaction. When it returns they are
     * on disk. When it throws, none of them may be taken as recorded or as not recorded, and the journal is of no use
     * any more: whoever called must stop.
     */
    void append(List<StoredEntry> entries);

    /** The entry that recorded the report with this id. */
    Optional<StoredEntry> findReport(UUID id);

    /** Size on disk in bytes. Any thread. */
    long sizeBytes();

    @Override
    void close();
}
