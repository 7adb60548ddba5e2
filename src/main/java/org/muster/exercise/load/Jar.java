package org.muster.exercise.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A build of Muster that can be started.
 *
 * @param java the Java that runs it
 * @param options more words for that Java
 */
record Jar(Path file, Path java, List<String> options) {
    private static final String MAIN = "org.muster.Muster";
    /** As the launcher starts it. */
    private static final List<String> ALWAYS = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-XX:+ExitOnOutOfMemoryError");

    Jar {
        options = List.copyOf(options);
    }

    /** Looks whether the file is one. */
    static Jar of(Path file, List<String> options) throws BenchFailed {
        if (!Files.isRegularFile(file)) {
            throw new BenchFailed(file + " is no file. --jar names a built muster.jar;"
                    + " ./muster bench without it takes its own.");
        }
        try (var jar = new JarFile(file.toFile())) {
            var manifest = jar.getManifest();
            if (manifest == null || !MAIN
                    .equals(manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))) {
                throw new BenchFailed(
                        file + " is a jar, but not Muster's: it does not start " + MAIN + ".");
            }
        } catch (IOException notJar) {
            throw new BenchFailed(file + " is no jar (" + notJar.getMessage()
                    + "). --jar names a built muster.jar.");
        }
        return new Jar(file, Path.of(System.getProperty("java.home"), "bin", "java"), options);
    }

    /** The words that run one of its commands, with temporary files in {@code scratch}. */
    List<String> command(Path scratch, String... arguments) {
        var words = new ArrayList<String>();
        words.add(java.toString());
        words.addAll(ALWAYS);
        var home = System.getProperty("muster.home");
        if (home != null) {
            words.add("-Dmuster.home=" + home);
        }
        words.add("-Djava.io.tmpdir=" + scratch);
        words.addAll(options);
        words.addAll(List.of("-jar", file.toString()));
        words.addAll(List.of(arguments));
        return words;
    }
}
