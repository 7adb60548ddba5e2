package org.muster.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.muster.journal.JournalException;
import org.muster.journal.Snapshots;
import org.muster.journal.sqlite.SqliteSnapshots;

/** Snapshots that a service keeps, for who reads beside it: none where none can be read, which only costs time. */
final class KeptSnapshots implements Snapshots {
    private final Optional<SqliteSnapshots> kept;

    private KeptSnapshots(Optional<SqliteSnapshots> kept) {
        this.kept = kept;
    }

    static KeptSnapshots beside(Path file, String epoch) {
        return new KeptSnapshots(
                Files.isRegularFile(file) ? Optional.of(SqliteSnapshots.beside(file, epoch))
                        : Optional.empty());
    }

    @Override
    public Optional<Snapshot> newest(long seq) {
        try {
            return kept.flatMap(snapshots -> snapshots.newest(seq));
        } catch (JournalException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(Snapshot snapshot) {
        throw new UnsupportedOperationException("they are somebody else's");
    }

    @Override
    public void close() {
        kept.ifPresent(SqliteSnapshots::close);
    }
}
