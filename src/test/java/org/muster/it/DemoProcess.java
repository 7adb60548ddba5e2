package org.muster.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code demo} as a process of its own, on a free port. Close ends it without mercy. */
public final class DemoProcess implements AutoCloseable {
    private static final Pattern LINK = Pattern
            .compile(".*(http://127\\.0\\.0\\.1:[0-9]+)/#token=(\\S+)");

    private final Process process;
    private final Output output;

    private DemoProcess(Process process) {
        this.process = process;
        this.output = new Output(process);
    }

    /** Starts it at this speed; its throw-away data lie in {@code scratch}. */
    public static DemoProcess start(Path scratch, int speed) throws IOException {
        return new DemoProcess(MusterJar.start(MusterJar.command(scratch,
                List.of("demo", "--port", "0", "--speed", Integer.toString(speed)))));
    }

    /** Waits for the link it invites with: 1 is the origin, 2 the token. */
    public MatchResult link() {
        Eventually.until("the demo invites", () -> !process.isAlive() || found().isPresent(),
                output::toString);
        return found().orElseThrow(() -> new AssertionError(output.toString()));
    }

    /** Waits until its story is told to the end. */
    void awaitEnd() {
        Eventually.until("the scenario is over", () -> !process.isAlive()
                || output.err().stream().anyMatch(line -> line.contains("The scenario is over")),
                output::toString);
    }

    private Optional<MatchResult> found() {
        return output.out()
                .stream()
                .map(LINK::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.toMatchResult())
                .findFirst();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Output output() {
        return output;
    }

    /** Asks it to end (SIGTERM) and gives the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return MusterJar.codeOf(process, output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
