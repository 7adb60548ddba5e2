package org.muster.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.core.Picture;
import org.muster.core.PictureState;
import org.muster.journal.JournalException;
import org.muster.journal.Snapshots;
import org.muster.wire.Mapper;

/**
 * Snapshots in a SQLite file of their own, beside the record, so that keeping one never waits for the writer nor makes
 * it wait. Bound to the record's epoch and the core's version; others are not seen. Safe for all threads.
 */
public final class SqliteSnapshots implements Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteSnapshots.class);
    /** The newest, and one more in case it cannot be read. */
    private static final int KEPT = 2;

    private final Connection connection;
    private final String epoch;

    public SqliteSnapshots(Path file, String epoch) {
        this.epoch = epoch;
        connection = Connections.writer(file);
        try (Statement make = connection.createStatement()) {
            make.execute("CREATE TABLE IF NOT EXISTS snapshot (epoch TEXT, core INTEGER,"
                    + " seq INTEGER, state BLOB NOT NULL, PRIMARY KEY (epoch, core, seq))");
        } catch (SQLException failed) {
            throw new JournalException("the snapshots could not be opened", failed);
        }
    }

    @Override
    public synchronized Optional<Snapshot> newest(long seq) {
        try (PreparedStatement ask = connection
                .prepareStatement("SELECT seq, state FROM snapshot WHERE epoch = ? AND core = ?"
                        + " AND seq <= ? ORDER BY seq DESC")) {
            ask.setString(1, epoch);
            ask.setInt(2, Picture.VERSION);
            ask.setLong(3, seq);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    Optional<Snapshot> read = read(rows.getLong(1), rows.getBytes(2));
                    if (read.isPresent()) {
                        return read;
                    }
                }
                return Optional.empty();
            }
        } catch (SQLException failed) {
            throw new JournalException("the snapshots could not be read", failed);
        }
    }

    private static Optional<Snapshot> read(long seq, byte[] bytes) {
        try {
            return Optional
                    .of(new Snapshot(seq, Mapper.RECORDS.readValue(bytes, PictureState.class)));
        } catch (IOException broken) {
            LOG.warn("The snapshot at entry {} cannot be read and is left out: {}", seq,
                    broken.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(Snapshot snapshot) {
        try (PreparedStatement insert = connection
                .prepareStatement("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?)");
                PreparedStatement forget = connection.prepareStatement("DELETE FROM snapshot WHERE"
                        + " epoch <> ?1 OR core <> ?2 OR seq NOT IN (SELECT seq FROM snapshot"
                        + " WHERE epoch = ?1 AND core = ?2 ORDER BY seq DESC LIMIT " + KEPT
                        + ")")) {
            insert.setString(1, epoch);
            insert.setInt(2, Picture.VERSION);
            insert.setLong(3, snapshot.seq());
            insert.setBytes(4, Mapper.RECORDS.writeValueAsBytes(snapshot.state()));
            insert.executeUpdate();
            forget.setString(1, epoch);
            forget.setInt(2, Picture.VERSION);
            forget.executeUpdate();
        } catch (SQLException | IOException failed) {
            throw new JournalException("the snapshot could not be written", failed);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new JournalException("the snapshots could not be closed", failed);
        }
    }
}
