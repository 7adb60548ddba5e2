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
    private static final String PREFIX = "muster-demo-";

    static ThrowAwayFolder make() throws IOException {
        return new ThrowAwayFolder(Files.createTempDirectory(PREFIX));
    }

    /** Deletes it with all that is in it; what cannot be deleted is told. */
    void delete() {
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException failed) {
            LOG.warn("The demo's data in {} could not be deleted: {}", path, failed.toString());
        }
    }
}
