package org.muster.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration that is shipped, for tests that change something of it. */
public final class ShippedConfig {
    private static final Path FOLDER = Path.of(System.getProperty("muster.home", "."), "config");

    private ShippedConfig() {}

    /** Copies its files into a folder, which is made if there is none. */
    public static Path copiedTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }
}
