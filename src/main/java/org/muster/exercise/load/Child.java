package org.muster.exercise.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A process of ours: started, awaited, ended by its id. Any thread. */
final class Child implements AutoCloseable {
    private static final Pattern READY = Pattern
            .compile(".* listens on (http://127\\.0\\.0\\.1:[0-9]+/).*");
    private static final int WORDS_MAX = 20;
    private static final long READY_SECONDS = 60;
    private static final long END_SECONDS = 15;

    private final String name;
    private final Process process;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final Deque<String> output = new ArrayDeque<>();
    private final List<Thread> readers;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        readers = List.of(reader(process.getInputStream(), this::said),
                reader(process.getErrorStream(), line -> keep(lastWords, line)));
        var _ = process.onExit().thenRun(() -> ready.cancel(false));
    }

    /** Starts it; whoever does so ends it. */
    static Child start(String name, List<String> words, Map<String, String> environment)
            throws BenchFailed {
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        try {
            return new Child(name, builder.start());
        } catch (IOException failed) {
            throw new BenchFailed(name + " could not be started: " + failed.getMessage());
        }
    }

    /** Waits until it says where it listens. */
    URI awaitReady() throws BenchFailed, InterruptedException {
        try {
            return ready.get(READY_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new BenchFailed(name + " was not ready within " + READY_SECONDS
                    + " s. Its last words:" + lastWords());
        } catch (ExecutionException | java.util.concurrent.CancellationException ended) {
            throw failed();
        }
    }

    /** Waits for its end, which must be 0, and gives the last line of its output. */
    String awaitLastLine() throws BenchFailed, InterruptedException {
        if (!process.waitFor(READY_SECONDS, TimeUnit.SECONDS)) {
            throw new BenchFailed(
                    name + " did not end within " + READY_SECONDS + " s." + lastWords());
        }
        for (var thread : readers) {
            thread.join();
        }
        synchronized (output) {
            if (process.exitValue() != 0 || output.isEmpty()) {
                throw failed();
            }
            return output.getLast();
        }
    }

    long pid() {
        return process.pid();
    }

    Process process() {
        return process;
    }

    /** Fails when it is not there any more. */
    void check() throws BenchFailed {
        if (!process.isAlive()) {
            throw failed();
        }
    }

    private BenchFailed failed() throws BenchFailed {
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                readers.getLast().join(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
        return new BenchFailed(
                name + " ended" + (process.isAlive() ? "" : " with " + process.exitValue())
                        + ". Its last words:" + lastWords());
    }

    private String lastWords() {
        synchronized (lastWords) {
            return lastWords.isEmpty() ? " none" : "\n  " + String.join("\n  ", lastWords);
        }
    }

    /** Ends it: with a word first, and without mercy when it does not listen. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void said(String line) {
        keep(output, line);
        var match = READY.matcher(line);
        if (match.matches()) {
            ready.complete(URI.create(match.group(1)));
        }
    }

    private static void keep(Deque<String> lines, String line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > WORDS_MAX) {
                lines.removeFirst();
            }
        }
    }

    private static Thread reader(InputStream from, Consumer<String> lines) {
        return Thread.ofPlatform().daemon().name("bench-output").start(() -> {
            try (var reader = new BufferedReader(
                    new InputStreamReader(from, StandardCharsets.UTF_8))) {
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.accept(line);
                }
            } catch (IOException closed) {
                lines.accept("(" + closed.getMessage() + ")");
            }
        });
    }
}
