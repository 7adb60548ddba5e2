package org.muster.journal.sqlite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

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
 *
 * <p>At most {@value #KEPT_MAX} are kept, compressed, and no more than {@value #KEPT_BYTES} bytes of them. When there
 * are more, the one goes whose neighbours are nearest to each other, so that those left stand about equally far apart
 * over the whole record. The newest two always stay: one for the next start, and one in case it cannot be read.
 */
public final class SqliteSnapshots implements Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteSnapshots.class);
    private static final int KEPT_MAX = 24;
    private static final long KEPT_BYTES = 512L << 20;
    private static final int NEWEST = 2;

    private final Connection connection;
    private final String epoch;

    private SqliteSnapshots(Connection connection, String epoch) {
        this.connection = connection;
        this.epoch = epoch;
    }

    /** Those that somebody else keeps in a file that is there; for reading alone. */
    public static SqliteSnapshots beside(Path file, String epoch) {
        return new SqliteSnapshots(Connections.reader(file), epoch);
    }

    /** Opens the file, or makes it. */
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
    public Optional<Snapshot> newest(long seq) {
        for (long next = seq;;) {
            Optional<Kept> kept = find(next);
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            Optional<Snapshot> read = read(kept.get());
            if (read.isPresent()) {
                return read;
            }
            next = kept.get().seq() - 1;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way, never compared
    private record Kept(long seq, byte[] state) {}

    /** How far apart the neighbours of a snapshot are, and what it takes. */
    private record Place(long seq, long bytes, long between) {}

    private synchronized Optional<Kept> find(long seq) {
        try (PreparedStatement ask = ask("SELECT seq, state FROM snapshot WHERE epoch = ?1"
                + " AND core = ?2 AND seq <= ?3 ORDER BY seq DESC LIMIT 1")) {
            ask.setLong(3, seq);
            try (ResultSet rows = ask.executeQuery()) {
                return rows.next() ? Optional.of(new Kept(rows.getLong(1), rows.getBytes(2)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new JournalException("the snapshots could not be read", failed);
        }
    }

    /** Takes a while, and nobody waits for it meanwhile. */
    private static Optional<Snapshot> read(Kept kept) {
        try (InputStream state = new InflaterInputStream(new ByteArrayInputStream(kept.state()))) {
            return Optional.of(
                    new Snapshot(kept.seq(), Mapper.RECORDS.readValue(state, PictureState.class)));
        } catch (IOException broken) {
            LOG.warn("The snapshot at entry {} cannot be read and is left out: {}", kept.seq(),
                    broken.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] bytes(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes,
                new Deflater(Deflater.BEST_SPEED))) {
            Mapper.RECORDS.writeValue(out, snapshot.state());
        }
        return bytes.toByteArray();
    }

    @Override
    public void keep(Snapshot snapshot) {
        try {
            keep(snapshot.seq(), bytes(snapshot));
        } catch (SQLException | IOException failed) {
            throw new JournalException("the snapshot could not be written", failed);
        }
    }

    private synchronized void keep(long seq, byte[] state) throws SQLException {
        try (PreparedStatement insert = ask(
                "INSERT OR REPLACE INTO snapshot VALUES (?1, ?2, ?3, ?4)");
                PreparedStatement forget = ask(
                        "DELETE FROM snapshot WHERE epoch <> ?1 OR core <> ?2")) {
            insert.setLong(3, seq);
            insert.setBytes(4, state);
            insert.executeUpdate();
            forget.executeUpdate();
        }
        thinOut();
    }

    private void thinOut() throws SQLException {
        List<Place> places = places();
        long bytes = places.stream().mapToLong(Place::bytes).sum();
        while (places.size() > NEWEST && (places.size() > KEPT_MAX || bytes > KEPT_BYTES)) {
            Place crowded = places.subList(0, places.size() - NEWEST)
                    .stream()
                    .min(Comparator.comparingLong(Place::between))
                    .orElseThrow();
            try (PreparedStatement forget = ask(
                    "DELETE FROM snapshot WHERE epoch = ?1 AND core = ?2 AND seq = ?3")) {
                forget.setLong(3, crowded.seq());
                forget.executeUpdate();
            }
            bytes -= crowded.bytes();
            places = places();
        }
    }

    private List<Place> places() throws SQLException {
        List<Place> places = new ArrayList<>();
        try (PreparedStatement ask = ask("SELECT seq, length(state),"
                + " lead(seq) OVER (ORDER BY seq) - lag(seq, 1, 0) OVER (ORDER BY seq)"
                + " FROM snapshot WHERE epoch = ?1 AND core = ?2 ORDER BY seq");
                ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                places.add(new Place(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
            }
        }
        return places;
    }

    /** A statement whose first two marks are the record's epoch and the core's version. */
    private PreparedStatement ask(String sql) throws SQLException {
        PreparedStatement ask = connection.prepareStatement(sql);
        ask.setString(1, epoch);
        ask.setInt(2, Picture.VERSION);
        return ask;
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
