package org.muster.journal.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.muster.model.StoredEntry;
import org.muster.wire.EntryJson;

/** Rows of the entry table. */
final class Rows {

    private Rows() {}

    /** The entry of a row {@code seq, bytes, leaf}. */
    static StoredEntry entry(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(2);
        return new StoredEntry(EntryJson.decode(bytes), bytes, row.getBytes(3));
    }
}
