package org.muster.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

import org.muster.journal.JournalException;

/** Opens SQLite files the way the record needs them, and does not trust that it worked. */
final class Connections {

    private static final int BUSY_MILLIS = 10_000;
    private static final String SYNCHRONOUS_FULL = "2";

    private Connections() {}

    /** A connection that writes; refuses to go on unless commits are flushed. */
    static Connection writer(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Asking for keys that nobody reads costs as much as the insert itself.
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            requireFlushed(connection);
            return connection;
        } catch (SQLException failed) {
            throw new JournalException("cannot open " + file.getFileName() + " for writing",
                    failed);
        }
    }

    /** Closes and refuses a connection whose commits could return before they are on disk. */
    static void requireFlushed(Connection connection) throws SQLException {
        require(connection, "journal_mode", "wal");
        require(connection, "synchronous", SYNCHRONOUS_FULL);
    }

    /** A connection that only reads. */
    static Connection reader(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.READWRITE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.READONLY);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            return config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException failed) {
            throw new JournalException("cannot open " + file.getFileName() + " for reading",
                    failed);
        }
    }

    /** What a pragma says now. */
    static String pragma(Connection connection, String name) throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("PRAGMA " + name)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }

    private static void require(Connection connection, String pragma, String value)
            throws SQLException {
        String found = pragma(connection, pragma);
        if (!found.equalsIgnoreCase(value)) {
            connection.close();
            throw new JournalException("PRAGMA " + pragma + " is " + found + ", not " + value
                    + ": a commit would not be on disk when it returns");
        }
    }
}
