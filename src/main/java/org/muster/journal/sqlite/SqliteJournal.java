package org.muster.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.muster.journal.Journal;
import org.muster.journal.JournalException;
import org.muster.model.Entry;
import org.muster.model.StoredEntry;

/**
 * The record in one SQLite file. Entries, their leaf hashes and the ids of their reports are committed together, so that
 * what was stored and what was seen can never differ, whatever moment the power goes.
 */
public final class SqliteJournal implements Journal {

    private static final int FORMAT = 1;
    /** 16 MiB of write-ahead log before the writer pays for a checkpoint. */
    private static final int CHECKPOINT_PAGES = 4096;

    private final Connection connection;
    private final String epoch;
    private final Path file;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insertEntry;
    private final PreparedStatement insertReport;
    private final PreparedStatement findReport;
    private long head;

    /**
     * Opens the record, or makes it.
     *
     * @param newEpoch names the record if it is made now
     */
    public SqliteJournal(Path file, String newEpoch) {
        this.file = file;
        connection = Connections.writer(file);
        try {
            prepareSchema(newEpoch);
            epoch = meta("epoch");
            if (!meta("format").equals(Integer.toString(FORMAT))) {
                throw new JournalException(file.getFileName() + " has format " + meta("format")
                        + "; this version reads format " + FORMAT);
            }
            head = number("SELECT coalesce(max(seq), 0) FROM entry");
            begin = connection.prepareStatement("BEGIN IMMEDIATE");
            commit = connection.prepareStatement("COMMIT");
            insertEntry = connection
                    .prepareStatement("INSERT INTO entry (seq, bytes, leaf) VALUES (?, ?, ?)");
            insertReport = connection
                    .prepareStatement("INSERT INTO report (id, seq) VALUES (?, ?)");
            findReport = connection.prepareStatement(Rows.BY_REPORT);
        } catch (SQLException failed) {
            throw new JournalException("cannot prepare the record", failed);
        }
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public void append(List<StoredEntry> entries) {
        try {
            begin.execute();
            for (StoredEntry entry : entries) {
                insert(entry);
            }
            commit.execute();
        } catch (SQLException failed) {
            throw new JournalException("the record could not be written", failed);
        }
    }

    private void insert(StoredEntry stored) throws SQLException {
        if (stored.seq() != head + 1) {
            throw new IllegalStateException("entry " + stored.seq() + " after " + head);
        }
        insertEntry.setLong(1, stored.seq());
        insertEntry.setBytes(2, stored.bytes());
        insertEntry.setBytes(3, stored.leaf());
        insertEntry.executeUpdate();
        if (stored.entry().body() instanceof Entry.ReportRecorded recorded) {
            insertReport.setBytes(1, Rows.bytes(recorded.report().id()));
            insertReport.setLong(2, stored.seq());
            insertReport.executeUpdate();
        }
        head = stored.seq();
    }

    @Override
    public Optional<StoredEntry> findReport(UUID id) {
        try {
            findReport.setBytes(1, Rows.bytes(id));
            try (ResultSet rows = findReport.executeQuery()) {
                return rows.next() ? Optional.of(Rows.entry(rows)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new JournalException("the record could not be read", failed);
        }
    }

    @Override
    public long sizeBytes() {
        return size(file) + size(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static long size(Path part) {
        try {
            return Files.size(part);
        } catch (IOException absent) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new JournalException("the record could not be closed", failed);
        }
    }

    private void prepareSchema(String newEpoch) throws SQLException {
        try (Statement make = connection.createStatement()) {
            make.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            make.execute("BEGIN IMMEDIATE");
            make.execute(
                    "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
                            + " WITHOUT ROWID");
            make.execute("CREATE TABLE IF NOT EXISTS entry (seq INTEGER PRIMARY KEY,"
                    + " bytes BLOB NOT NULL, leaf BLOB NOT NULL)");
            make.execute("CREATE TABLE IF NOT EXISTS report (id BLOB PRIMARY KEY,"
                    + " seq INTEGER NOT NULL) WITHOUT ROWID");
        }
        try (PreparedStatement name = connection.prepareStatement(
                "INSERT OR IGNORE INTO meta VALUES ('epoch', ?), ('format', ?)")) {
            name.setString(1, newEpoch);
            name.setString(2, Integer.toString(FORMAT));
            name.executeUpdate();
        }
        try (Statement make = connection.createStatement()) {
            make.execute("COMMIT");
        }
    }

    private String meta(String key) throws SQLException {
        try (PreparedStatement ask = connection
                .prepareStatement("SELECT value FROM meta WHERE key = ?")) {
            ask.setString(1, key);
            try (ResultSet rows = ask.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private long number(String query) throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
