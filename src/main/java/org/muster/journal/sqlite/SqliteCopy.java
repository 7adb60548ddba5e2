package org.muster.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.sqlite.SQLiteConfig;

import org.muster.journal.JournalException;

/** Copies of whole SQLite files, taken while somebody writes to them. All of it blocks. */
public final class SqliteCopy {

    private SqliteCopy() {}

    /**
     * Writes the file as it is at this moment into another, by {@code VACUUM INTO}. Whoever writes meanwhile goes on; only
     * the write-ahead log is not emptied before the copy is done. The copy is one file, and not flushed yet.
     *
     * @param to a file that is empty or not there
     */
    public static void write(Path file, Path to) {
        try (Connection from = Connections.reader(file);
                PreparedStatement copy = from.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, to.toString());
            copy.execute();
        } catch (SQLException failed) {
            throw new JournalException(
                    file.getFileName() + " could not be copied (" + failed.getMessage() + ")",
                    failed);
        }
    }

    /** Makes a file that nobody has open one file alone, which leaves nothing beside it when it is read. */
    public static void alone(Path file) {
        try (Connection connection = rollback().createConnection("jdbc:sqlite:" + file)) {
            String mode = Connections.pragma(connection, "journal_mode");
            if (!mode.equals("delete")) {
                throw new JournalException(file.getFileName() + " keeps the journal mode " + mode);
            }
        } catch (SQLException failed) {
            throw new JournalException(file.getFileName() + " could not be written", failed);
        }
    }

    private static SQLiteConfig rollback() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        return config;
    }

    /** What SQLite finds wrong with a file; empty when nothing is. */
    public static Optional<String> fault(Path file) {
        try (Connection connection = Connections.reader(file)) {
            String found = Connections.pragma(connection, "integrity_check(1)");
            return found.equals("ok") ? Optional.empty() : Optional.of(found);
        } catch (SQLException | JournalException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    /** The epoch of a record. */
    public static String epoch(Path journal) {
        try (Connection connection = Connections.reader(journal);
                Statement ask = connection.createStatement();
                ResultSet row = ask.executeQuery("SELECT value FROM meta WHERE key = 'epoch'")) {
            if (!row.next()) {
                throw new JournalException(journal.getFileName() + " names no epoch");
            }
            return row.getString(1);
        } catch (SQLException failed) {
            throw new JournalException(journal.getFileName() + " could not be read", failed);
        }
    }

    /** Begins another life of a record that nobody has open, so that no cursor of the one before fits. */
    public static void begin(Path journal, String epoch) {
        try (Connection connection = rollback().createConnection("jdbc:sqlite:" + journal);
                PreparedStatement name = connection
                        .prepareStatement("UPDATE meta SET value = ? WHERE key = 'epoch'")) {
            name.setString(1, epoch);
            if (name.executeUpdate() != 1) {
                throw new JournalException(journal.getFileName() + " names no epoch");
            }
        } catch (SQLException failed) {
            throw new JournalException(journal.getFileName() + " could not be written", failed);
        }
    }
}
