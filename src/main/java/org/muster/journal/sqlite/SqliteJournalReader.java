package org.muster.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.muster.journal.JournalException;
import org.muster.journal.JournalReader;
import org.muster.model.StoredEntry;

/** Reads the record beside the writer, over a few connections of its own. Safe for all threads. */
public final class SqliteJournalReader implements JournalReader, AutoCloseable {

    /** More readers at once than this wait for each other: the disk has one head of its own. */
    private static final int CONNECTIONS = 4;
    /** One read transaction holds at most this many entries, so that it ends within a second. */
    private static final int ENTRIES_MAX = 10_000;

    private static final String AT = "SELECT seq, bytes, leaf FROM entry WHERE seq = ?";

    private final String epoch;
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

    /** Reads a record that exists already. */
    public SqliteJournalReader(Path file, String epoch) {
        this.epoch = epoch;
        for (int i = 0; i < CONNECTIONS; i++) {
            idle.add(Connections.reader(file));
        }
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public long head() {
        return query("SELECT coalesce(max(seq), 0) FROM entry", ask -> {},
                rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    @Override
    public List<StoredEntry> after(long seq, int limit) {
        return query("SELECT seq, bytes, leaf FROM entry WHERE seq > ? ORDER BY seq LIMIT ?",
                ask -> {
                    ask.setLong(1, seq);
                    ask.setInt(2, Math.min(limit, ENTRIES_MAX));
                }, SqliteJournalReader::entries);
    }

    @Override
    public List<StoredEntry> backwards(long from, long before) {
        return query(
                "SELECT seq, bytes, leaf FROM entry WHERE seq >= ? AND seq < ? ORDER BY seq DESC",
                ask -> {
                    ask.setLong(1, from);
                    ask.setLong(2, before);
                }, SqliteJournalReader::entries);
    }

    @Override
    public List<StoredEntry> these(List<Long> seqs) {
        return asking(AT, ask -> {
            List<StoredEntry> found = new ArrayList<>(seqs.size());
            for (long seq : seqs) {
                ask.setLong(1, seq);
                try (ResultSet rows = ask.executeQuery()) {
                    found.addAll(entries(rows));
                }
            }
            return found;
        });
    }

    @Override
    public Optional<StoredEntry> at(long seq) {
        return query(AT, ask -> ask.setLong(1, seq), SqliteJournalReader::entries).stream()
                .findFirst();
    }

    @Override
    public Optional<StoredEntry> report(UUID id) {
        return query(Rows.BY_REPORT, ask -> ask.setBytes(1, Rows.bytes(id)),
                SqliteJournalReader::entries).stream().findFirst();
    }

    @Override
    public void close() {
        for (int i = 0; i < CONNECTIONS; i++) {
            try {
                idle.take().close();
            } catch (SQLException failed) {
                throw new JournalException("the record could not be closed", failed);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static List<StoredEntry> entries(ResultSet rows) throws SQLException {
        List<StoredEntry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(Rows.entry(rows));
        }
        return entries;
    }

    private interface Asking {

        void with(PreparedStatement ask) throws SQLException;
    }

    private interface Reading<T> {

        T from(ResultSet rows) throws SQLException;
    }

    private interface Work<T> {

        T with(PreparedStatement ask) throws SQLException;
    }

    private <T> T query(String sql, Asking asking, Reading<T> reading) {
        return asking(sql, ask -> {
            asking.with(ask);
            try (ResultSet rows = ask.executeQuery()) {
                return reading.from(rows);
            }
        });
    }

    private <T> T asking(String sql, Work<T> work) {
        Connection connection = borrow();
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            return work.with(ask);
        } catch (SQLException failed) {
            throw new JournalException("the record could not be read", failed);
        } finally {
            idle.add(connection);
        }
    }

    private Connection borrow() {
        try {
            return idle.take();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new JournalException("interrupted while waiting to read the record", stop);
        }
    }
}
