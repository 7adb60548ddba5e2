package org.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of its own among the temporary files, readable by its owner alone. */
record ThrowAwayFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayFolder.class);

    /** A new one in the folder of the system. */
    static ThrowAwayFolder make(String prefix) throws IOException {
        return new ThrowAwayFolder(Files.createTempDirectory(prefix));
    }

    /** A new one in a folder that is there. */
    static ThrowAwayFolder make(Path root, String prefix) throws IOException {
        return new ThrowAwayFolder(Files.createTempDirectory(root, prefix).toAbsolutePath());
    }

    /** Deletes it with all that is in it; what cannot be deleted is told. */
    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException failed) {
            LOG.warn("The throw-away data in {} could not be deleted: {}", path, failed.toString());
        }
    }
}
