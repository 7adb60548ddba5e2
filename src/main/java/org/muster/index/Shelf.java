package org.muster.index;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The writing side of the file: one transaction at a time, one thread. */
final class Shelf implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement list;
    private final PreparedStatement put;
    private final PreparedStatement forget;
    private final PreparedStatement keep;
    private final PreparedStatement kept;
    private final PreparedStatement move;

    /**
     * What the index knows of an incident or a protest itself.
     *
     * @param concealed whether its reports may not be found
     * @param said the words that are shown of it
     */
    record Kept(boolean concealed, String said) {}

    Shelf(Path file) throws SQLException {
        connection = IndexFile.writer(file);
        connection.setAutoCommit(false);
        list = connection.prepareStatement("INSERT OR IGNORE INTO listed VALUES (?, ?)");
        put = connection.prepareStatement("INSERT INTO words (rowid, said) VALUES (?, ?)");
        forget = connection.prepareStatement("DELETE FROM words WHERE rowid >= ? AND rowid <= ?");
        keep = connection.prepareStatement("INSERT OR REPLACE INTO subject VALUES (?, ?, ?)");
        kept = connection.prepareStatement("SELECT concealed, said FROM subject WHERE opened = ?");
        move = connection.prepareStatement("UPDATE meta SET seq = ?");
    }

    /** The last entry that it holds. */
    long cursor() throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT seq FROM meta");
                ResultSet found = ask.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /** Adds an entry to a list, unless it stands there. */
    void list(Listing listing, long seq) throws SQLException {
        list.setString(1, listing.key());
        list.setLong(2, seq);
        list.executeUpdate();
    }

    /** The entries of a list up to {@code upTo}, oldest first. */
    List<Long> listed(Listing listing, long upTo) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(
                "SELECT seq FROM listed WHERE list = ? AND seq <= ? ORDER BY seq")) {
            ask.setString(1, listing.key());
            ask.setLong(2, upTo);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    /** Keeps folded words under a key that holds none; nothing when there are none. */
    void put(long key, String words) throws SQLException {
        if (!words.isEmpty()) {
            put.setLong(1, key);
            put.setString(2, words);
            put.executeUpdate();
        }
    }

    /** Forgets the words under these keys, both ends included. */
    void forget(long from, long to) throws SQLException {
        forget.setLong(1, from);
        forget.setLong(2, to);
        forget.executeUpdate();
    }

    void keep(long opened, Kept now) throws SQLException {
        keep.setLong(1, opened);
        keep.setBoolean(2, now.concealed());
        keep.setString(3, now.said());
        keep.executeUpdate();
    }

    /** What was kept of it last; null when nothing was. */
    @Nullable
    Kept kept(long opened) throws SQLException {
        kept.setLong(1, opened);
        try (ResultSet found = kept.executeQuery()) {
            return found.next() ? new Kept(found.getBoolean(1), found.getString(2)) : null;
        }
    }

    /** Ends the transaction: all that was done since the last one, up to the entry {@code seq}. */
    void commit(long seq) throws SQLException {
        move.setLong(1, seq);
        move.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
