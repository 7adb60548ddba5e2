package org.muster.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** One SQLite file and our connection to it. Blocks; one caller at a time. Every failure is an {@link AccessException}. */
final class SqliteFile implements AutoCloseable {
    private static final int VERSION = 1;
    /** Longer than any write of the other side takes. */
    private static final int BUSY_MILLIS = 10_000;

    private static final List<String> SCHEMA = List.of("""
            CREATE TABLE credential (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE,
              name TEXT NOT NULL, role TEXT NOT NULL, areas TEXT NOT NULL, rate INTEGER,
              created_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER) STRICT""",
            "CREATE UNIQUE INDEX credential_name ON credential (name) WHERE revoked_at IS NULL", """
            CREATE TABLE change (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,
              credential TEXT NOT NULL REFERENCES credential (id), made_by TEXT NOT NULL) STRICT""", """
            CREATE TABLE session (hash TEXT PRIMARY KEY, credential TEXT NOT NULL,
              expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
            "CREATE TABLE recorded (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL) STRICT",
            "PRAGMA user_version = " + VERSION);

    private final Path path;
    private @Nullable Connection connection;
    private long connections;
    private boolean closed;

    /** Fills the marks of a statement. */
    interface Marks {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Makes something of a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * What to compare.
     *
     * @param connection which of our connections it is; SQLite's number compares within one only
     * @param data SQLite's number
     */
    record Version(long connection, long data) {}

    private SqliteFile(Path path) {
        this.path = path;
    }

    static SqliteFile open(Path path) {
        try {
            FileAttribute<?>[] ownerOnly = path.getFileSystem()
                    .supportedFileAttributeViews()
                    .contains("posix")
                            ? new FileAttribute<?>[] {PosixFilePermissions
                                    .asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                            : new FileAttribute<?>[0];
            // Made by us, empty, so that there is no moment at which others could open it.
            Files.createFile(path, ownerOnly);
        } catch (FileAlreadyExistsException before) {
            // As it should be at every start but the first.
        } catch (IOException e) {
            throw new AccessException(path + " cannot be made: " + e, e);
        }
        var file = new SqliteFile(path);
        file.write(file::upgrade);
        return file;
    }

    /** All rows of a query. */
    synchronized <T> List<T> read(String sql, Marks marks, RowReader<T> reader) {
        try (PreparedStatement query = connection().prepareStatement(sql)) {
            marks.set(query);
            try (ResultSet rows = query.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** One changing statement, inside {@link #write}; how many rows it changed. */
    synchronized int change(String sql, Marks marks) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            marks.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A transaction that nobody else's write can come into: on disk when this returns, or not at all. */
    synchronized <T> T write(Supplier<T> work) {
        boolean done = false;
        try {
            execute("BEGIN IMMEDIATE");
            T result = work.get();
            execute("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                // After a failed write this connection is not to be trusted; the next caller gets a fresh one.
                drop();
            }
        }
    }

    /** Another than before when another connection than our present one may have changed the file. */
    synchronized Version version() {
        long data = read("PRAGMA data_version", query -> {}, row -> row.getLong(1)).getFirst();
        return new Version(connections, data);
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    private int upgrade() {
        int version = read("PRAGMA user_version", query -> {}, row -> row.getInt(1)).getFirst();
        if (version == 0) {
            SCHEMA.forEach(this::execute);
        } else if (version != VERSION) {
            throw new AccessException(path + " was made by another version of Muster (" + version
                    + "; this one reads " + VERSION + ")", null);
        }
        return version;
    }

    private void execute(String sql) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connection() throws SQLException {
        if (closed) {
            throw new SQLException("it is closed");
        }
        Connection open = connection;
        if (open == null) {
            var config = new SQLiteConfig();
            config.setBusyTimeout(BUSY_MILLIS);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.enforceForeignKeys(true);
            open = config.createConnection("jdbc:sqlite:" + path);
            connection = open;
            connections++;
        }
        return open;
    }

    private void drop() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException unusableAnyway) {
                // What was not committed is gone either way, and the caller is told of the first failure.
            }
        }
    }

    private AccessException failed(SQLException e) {
        return new AccessException(path + ": " + e.getMessage(), e);
    }
}
