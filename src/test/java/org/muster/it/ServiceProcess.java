package org.muster.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * {@code serve} as a process of its own, on a free port and with the shipped configuration unless others are named. Close
 * ends it without mercy.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern READY = Pattern
            .compile("Muster listens on (https?://127\\.0\\.0\\.1:[0-9]+/).*");

    private final Path data;
    private final Process process;
    private final Output output;

    private ServiceProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.output = new Output(process);
    }

    /** Starts it and waits until it is ready; fails with its output when it ends instead. */
    public static ServiceProcess start(Path data, String... extra) throws IOException {
        return launch(data, extra).awaitReady();
    }

    /** The same with settings in its environment. */
    public static ServiceProcess start(Path data, Map<String, String> environment)
            throws IOException {
        return new ServiceProcess(data, MusterJar.start(words(data), environment)).awaitReady();
    }

    /** Starts it and does not wait. */
    static ServiceProcess launch(Path data, String... extra) throws IOException {
        return new ServiceProcess(data, MusterJar.start(words(data, extra)));
    }

    /** The same, without waiting. */
    static ServiceProcess launch(Path data, Map<String, String> environment) throws IOException {
        return new ServiceProcess(data, MusterJar.start(words(data), environment));
    }

    /** Starts it with no file allowed to grow beyond a size, and waits until it is ready. */
    static ServiceProcess startWithFilesUpTo(int kibibytes, Path data) throws IOException {
        var words = new ArrayList<>(
                List.of("bash", "-c", "ulimit -f " + kibibytes + " && exec \"$@\"", "bash"));
        words.addAll(words(data));
        return new ServiceProcess(data, MusterJar.start(words)).awaitReady();
    }

    private static List<String> words(Path data, String... extra) throws IOException {
        var arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
        arguments.addAll(List.of(extra));
        if (!arguments.contains("--port")) {
            arguments.addAll(List.of("--port", "0"));
        }
        if (!arguments.contains("--config")) {
            arguments.addAll(List.of("--config", MusterJar.HOME.resolve("config").toString()));
        }
        return MusterJar.command(Files.createDirectories(scratch(data)), arguments);
    }

    private ServiceProcess awaitReady() {
        try {
            Eventually.until("the service is ready",
                    () -> !process.isAlive() || readyLine() != null, output::toString);
        } catch (AssertionError late) {
            process.destroyForcibly();
            throw late;
        }
        if (readyLine() == null) {
            throw new AssertionError(
                    "the service ended with " + process.exitValue() + "\n" + output);
        }
        return this;
    }

    private @Nullable String readyLine() {
        return output.out()
                .stream()
                .map(READY::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst()
                .orElse(null);
    }

    /** Where it listens, ending in a slash. */
    public URI url() {
        var address = readyLine();
        if (address == null) {
            throw new IllegalStateException("it was never ready");
        }
        return URI.create(address);
    }

    /** A new token, made by the command line while the service runs. */
    public String token(String role, String name, String... extra)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("token", "create", "--data", data.toString(),
                "--role", role, "--name", name));
        arguments.addAll(List.of(extra));
        var ended = MusterJar.run(scratch(data), arguments.toArray(String[]::new));
        if (ended.code() != 0) {
            throw new AssertionError("no token\n" + ended.output());
        }
        return ended.output().out().getLast();
    }

    /** Takes a token back, as an administrator does while the service runs. */
    public void revoke(String name) throws IOException, InterruptedException {
        var ended = MusterJar.run(scratch(data), "token", "revoke", name, "--data",
                data.toString());
        if (ended.code() != 0) {
            throw new AssertionError("not taken back\n" + ended.output());
        }
    }

    /** Runs another command of the program, which must succeed. */
    public static void run(Path folder, String... words) throws IOException, InterruptedException {
        var ended = MusterJar.run(folder.resolve("scratch"), words);
        if (ended.code() != 0) {
            throw new AssertionError(ended.output());
        }
    }

    /** Ends it as a power cut of the process would: nothing of it runs any more. */
    public void kill9() throws InterruptedException {
        process.destroyForcibly();
        MusterJar.codeOf(process, output);
    }

    /** Stops it where it is: it keeps its sockets and says nothing. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Tells it to read again what it can (SIGHUP). */
    void hangUp() throws IOException, InterruptedException {
        signal("HUP");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("no signal " + name + " for " + pid() + "\n" + output);
        }
    }

    /** Asks it to end (SIGTERM) and gives the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        return MusterJar.codeOf(process, output);
    }

    long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    Output output() {
        return output;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static Path scratch(Path data) {
        return data.resolveSibling("scratch");
    }
}
