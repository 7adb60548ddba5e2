package org.muster.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** The incidents and protests in which one word stands, the last that became known first, read no further than is asked. */
final class Postings implements AutoCloseable {

    /** So many reports further down it is cheaper to look anew than to pass them over one by one. */
    private static final int STEPS = 512;

    private final PreparedStatement ask;
    private @Nullable ResultSet rows;
    private long opened;

    /**
     * @param query one word, in the query language of FTS5
     * @param inReports whether it may stand in a report, not just in what is shown of the thing itself
     */
    Postings(Connection connection, String query, boolean inReports) throws SQLException {
        ask = connection
                .prepareStatement("SELECT rowid FROM words WHERE words MATCH ? AND rowid < ?"
                        + (inReports ? "" : " AND rowid & " + Key.REPORT + " = 0")
                        + " ORDER BY rowid DESC");
        ask.setString(1, query);
    }

    /** The last that was made known by the entry {@code bound} or before it, by that entry; -1 when there is none left. */
    long atMost(long bound) throws SQLException {
        ResultSet at = rows == null ? anew(bound) : rows;
        for (int steps = 0; opened > bound; steps++) {
            if (steps == STEPS) {
                at = anew(bound);
            } else {
                opened = at.next() ? Key.opened(at.getLong(1)) : -1;
            }
        }
        return opened;
    }

    private ResultSet anew(long bound) throws SQLException {
        ask.setLong(2, Key.first(bound + 1));
        ResultSet found = ask.executeQuery();
        rows = found;
        opened = found.next() ? Key.opened(found.getLong(1)) : -1;
        return found;
    }

    @Override
    public void close() throws SQLException {
        ask.close();
    }
}
