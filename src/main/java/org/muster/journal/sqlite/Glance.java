package org.muster.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

import org.muster.journal.JournalException;
import org.muster.model.StoredEntry;

/**
 * What a record's file says of itself, read beside whoever writes it.
 *
 * @param newest the last entry; null in an empty record
 */
public record Glance(String epoch, @Nullable StoredEntry newest) {

    /**
     * Looks at a file that is there. Blocks.
     *
     * @throws JournalException when it is no record, or cannot be read
     */
    public static Glance at(Path file) {
        try (Connection connection = Connections.reader(file);
                Statement ask = connection.createStatement();
                ResultSet epoch = ask.executeQuery("SELECT value FROM meta WHERE key = 'epoch'")) {
            if (!epoch.next()) {
                throw new JournalException("the record has no epoch");
            }
            String named = epoch.getString(1);
            try (var reader = new SqliteJournalReader(file, named)) {
                return new Glance(named, reader.at(reader.head()).orElse(null));
            }
        } catch (SQLException failed) {
            throw new JournalException("cannot read " + file.getFileName(), failed);
        }
    }

    /**
     * The version of SQLite that is inside, asked of itself: {@code 3.54.1}. Blocks.
     *
     * @throws JournalException when it cannot be loaded
     */
    public static String sqliteVersion() {
        try (Connection nowhere = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement ask = nowhere.createStatement();
                ResultSet version = ask.executeQuery("SELECT sqlite_version()")) {
            return version.getString(1);
        } catch (SQLException failed) {
            throw new JournalException("SQLite cannot be loaded", failed);
        }
    }
}
