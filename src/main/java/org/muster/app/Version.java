package org.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** The version that was built, as written into {@code version.properties} by the build. */
public final class Version implements IVersionProvider {
    /** For example {@code 0.1.0-SNAPSHOT}. */
    public static String current() {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("/org/muster/version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is not in the jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"muster " + current()};
    }
}
