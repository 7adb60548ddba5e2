package org.muster.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a process writes, kept line by line as it comes. */
final class Output {
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final Thread outReader;
    private final Thread errReader;

    Output(Process process) {
        // Reading a pipe holds a virtual thread's carrier: two quiet processes would stop all others.
        outReader = reader(() -> keep(process.getInputStream(), out));
        errReader = reader(() -> keep(process.getErrorStream(), err));
    }

    /** Lines of stdout so far. */
    List<String> out() {
        return List.copyOf(out);
    }

    /** Lines of stderr so far. */
    List<String> err() {
        return List.copyOf(err);
    }

    /** Comes back when the process has closed both. */
    void awaitEnd() throws InterruptedException {
        outReader.join(Eventually.PATIENCE);
        errReader.join(Eventually.PATIENCE);
    }

    /** Everything, for the message of a failure. */
    @Override
    public String toString() {
        return "--- stdout\n" + String.join("\n", out) + "\n--- stderr\n" + String.join("\n", err);
    }

    private static Thread reader(Runnable task) {
        return Thread.ofPlatform().daemon().name("output").start(task);
    }

    private static void keep(InputStream from, List<String> lines) {
        try (var reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("(" + closed.getMessage() + ")");
        }
    }
}
