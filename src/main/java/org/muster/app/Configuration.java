package org.muster.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.config.Config;
import org.muster.config.ConfigFault;
import org.muster.config.Loaded;

/** Finds and reads the configuration for a command. */
final class Configuration {
    private static final String FOLDER = "config";

    private Configuration() {}

    /** The configuration, or null after all its faults were told. */
    static @Nullable Config load(@Nullable Path folder, Map<String, String> environment,
            PrintWriter err) {
        Path found = folder(folder);
        return switch (Config.load(found, environment)) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> {
                err.println("The configuration in " + found + " cannot be used:");
                for (ConfigFault fault : faulty.faults()) {
                    err.println("  " + fault.text());
                }
                err.println("Nothing was started and nothing was changed.");
                err.flush();
                yield null;
            }
        };
    }

    /** The folder that was named, or else the usual one: here, or beside the program. */
    static Path folder(@Nullable Path named) {
        if (named != null) {
            return named;
        }
        Path here = Path.of(FOLDER);
        String home = System.getProperty("muster.home");
        return Files.isDirectory(here) || home == null ? here : Path.of(home, FOLDER);
    }
}
