package org.muster.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs the finished jar with the JDK that runs the test, and ends what it started in any case. */
final class MusterJar {
    static final Path HOME = Path.of(System.getProperty("muster.home", "."))
            .toAbsolutePath()
            .normalize();
    private static final Path JAR = Path
            .of(System.getProperty("muster.jar", HOME.resolve("target/muster.jar").toString()));
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    /** How a command ended. */
    record Ended(int code, Output output) {}

    private MusterJar() {}

    /** The words that run the jar with these arguments; temporary files go into {@code scratch}. */
    static List<String> command(Path scratch, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "-Dmuster.home=" + HOME, "-Djava.io.tmpdir=" + scratch, "-jar", JAR.toString()));
        words.addAll(arguments);
        return words;
    }

    /** Starts a program in the project's folder. */
    static Process start(List<String> words) throws IOException {
        return start(words, Map.of());
    }

    /** The same with settings in its environment. */
    static Process start(List<String> words, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(words).directory(HOME.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        RUNNING.add(process);
        var _ = process.onExit().thenAccept(RUNNING::remove);
        return process;
    }

    /** Runs one command of the jar to its end. */
    static Ended run(Path scratch, String... arguments) throws IOException, InterruptedException {
        return runWithin(Eventually.PATIENCE, scratch, arguments);
    }

    /** The same for a command that has much to do. */
    static Ended runWithin(Duration patience, Path scratch, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        var process = start(command(scratch, List.of(arguments)));
        var output = new Output(process);
        return new Ended(codeOf(process, output, patience), output);
    }

    /** The exit code, when it comes in bounded time; else the process is ended and the test fails. */
    static int codeOf(Process process, Output output) throws InterruptedException {
        return codeOf(process, output, Eventually.PATIENCE);
    }

    private static int codeOf(Process process, Output output, Duration patience)
            throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process does not end\n" + output);
        }
        output.awaitEnd();
        return process.exitValue();
    }
}
