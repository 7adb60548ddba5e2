package org.muster.index;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The reading side of the file, over a few connections of its own. Blocks; safe for all threads. */
final class Stacks implements AutoCloseable {

    /** More searches at once than this wait for each other: each may keep a processor busy. */
    private static final int CONNECTIONS = 2;

    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

    Stacks(Path file) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            idle.add(IndexFile.reader(file));
        }
    }

    private interface Reading<T> {

        T over(Connection connection) throws SQLException;
    }

    /** The last {@code limit} entries before {@code before} that stand in one of the lists, newest first. */
    List<Long> newest(Collection<Listing> lists, long before, int limit) throws SQLException {
        return read(connection -> {
            SortedSet<Long> found = new TreeSet<>(Comparator.reverseOrder());
            try (PreparedStatement ask = connection.prepareStatement(
                    "SELECT seq FROM listed WHERE list = ? AND seq < ? ORDER BY seq DESC LIMIT ?")) {
                for (Listing list : lists) {
                    ask.setString(1, list.key());
                    ask.setLong(2, before);
                    ask.setInt(3, limit);
                    try (ResultSet rows = ask.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getLong(1));
                        }
                    }
                }
            }
            return found.stream().limit(limit).toList();
        });
    }

    /**
     * What was made known before the entry {@code before} and has all of the words, by the entries that made it known,
     * the last first; at most {@code limit}.
     */
    List<Long> find(Words words, boolean inReports, long before, int limit) throws SQLException {
        return read(connection -> {
            List<Postings> all = new ArrayList<>();
            try {
                for (String word : words.whole()) {
                    all.add(new Postings(connection, '"' + word + '"', inReports));
                }
                if (words.begun() != null) {
                    all.add(new Postings(connection, '"' + words.begun() + "\" *", inReports));
                }
                return common(all, before, limit);
            } finally {
                for (Postings each : all) {
                    each.close();
                }
            }
        });
    }

    private static List<Long> common(List<Postings> all, long before, int limit)
            throws SQLException {
        List<Long> found = new ArrayList<>();
        long candidate = before - 1;
        int agreed = 0;
        for (int i = 0; found.size() < limit && !all.isEmpty(); i = (i + 1) % all.size()) {
            long next = all.get(i).atMost(candidate);
            if (next < 0) {
                return found;
            }
            agreed = next == candidate ? agreed + 1 : 1;
            candidate = next;
            if (agreed == all.size()) {
                found.add(candidate);
                candidate--;
                agreed = 0;
            }
        }
        return found;
    }

    private <T> T read(Reading<T> reading) throws SQLException {
        Connection connection;
        try {
            connection = idle.take();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting to read", stop);
        }
        try {
            return reading.over(connection);
        } finally {
            idle.add(connection);
        }
    }

    /** Waits for those who read; who comes later fails. */
    @Override
    public void close() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < CONNECTIONS) {
                all.add(idle.take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        for (Connection each : all) {
            each.close();
        }
        idle.addAll(all);
    }
}
