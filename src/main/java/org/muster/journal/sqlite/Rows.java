package org.muster.journal.sqlite;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.muster.model.StoredEntry;
import org.muster.wire.EntryJson;

/** Rows of the tables of entries and of their reports. */
final class Rows {

    /** Finds the entry of one report. */
    static final String BY_REPORT = "SELECT e.seq, e.bytes, e.leaf FROM report r"
            + " JOIN entry e ON e.seq = r.seq WHERE r.id = ?";

    private static final int UUID_BYTES = 16;

    private Rows() {}

    /** The entry of a row {@code seq, bytes, leaf}. */
    static StoredEntry entry(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(2);
        return new StoredEntry(EntryJson.decode(bytes), bytes, row.getBytes(3));
    }

    /** An id as the table of reports keeps it. */
    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
