package org.muster.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** The file: what stands in it, and whether it is of use. Nothing in it is not in the record as well. */
final class IndexFile {
    private static final int FORMAT = 1;
    private static final int BUSY_MILLIS = 10_000;

    /** Words without their places in a text, and without the text: one looks for what they are of, and reads that elsewhere. */
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL,"
                    + " seq INTEGER NOT NULL) STRICT",
            "CREATE TABLE listed (list TEXT NOT NULL, seq INTEGER NOT NULL,"
                    + " PRIMARY KEY (list, seq)) STRICT, WITHOUT ROWID",
            "CREATE TABLE subject (opened INTEGER PRIMARY KEY, concealed INTEGER NOT NULL,"
                    + " said TEXT NOT NULL) STRICT",
            "CREATE VIRTUAL TABLE words USING fts5 (said, content='', contentless_delete=1,"
                    + " detail=none, prefix='2 3', tokenize='ascii')",
            "PRAGMA user_version = " + FORMAT);

    private IndexFile() {}

    /** Removes it, with all that SQLite keeps beside it. */
    static void remove(Path file) {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException failed) {
            throw new IndexException(file + " could not be removed", failed);
        }
    }

    /** Whether it holds an index of this record, up to no later an entry than {@code head}, in the form of this version. */
    static boolean isOf(Path file, String epoch, long head) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Connection connection = reader(file); Statement ask = connection.createStatement()) {
            try (ResultSet version = ask.executeQuery("PRAGMA user_version")) {
                if (version.getInt(1) != FORMAT) {
                    return false;
                }
            }
            try (ResultSet meta = ask.executeQuery("SELECT epoch, seq FROM meta")) {
                return meta.next() && epoch.equals(meta.getString(1)) && meta.getLong(2) <= head;
            }
        } catch (SQLException broken) {
            return false;
        }
    }

    /** A new one, empty. */
    static void make(Path file, String epoch) {
        remove(file);
        try (Connection connection = writer(file); Statement make = connection.createStatement()) {
            for (String statement : SCHEMA) {
                make.execute(statement);
            }
            try (var first = connection.prepareStatement("INSERT INTO meta VALUES (1, ?, 0)")) {
                first.setString(1, epoch);
                first.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IndexException(file + " could not be made", failed);
        }
    }

    /** What is lost with the power is indexed again. */
    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.READWRITE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.READONLY);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
