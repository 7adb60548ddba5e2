package org.muster.app;

import java.nio.file.Path;

import org.muster.journal.Inspection;
import org.muster.journal.Replay;
import org.muster.journal.sqlite.SqliteCopy;
import org.muster.journal.sqlite.SqliteJournalReader;

/** Inspections of records in files that no service has open. */
final class Inspections {

    private Inspections() {}

    /** Reads all of it. Blocks; fails as {@link Inspection#of} does. */
    static Inspection of(Path journal, Replay.Progress progress) {
        try (SqliteJournalReader reader = new SqliteJournalReader(journal,
                SqliteCopy.epoch(journal))) {
            return Inspection.of(reader, progress);
        }
    }
}
