package org.muster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a running process holds: live bytes on its heap after a full collection, and open descriptors. */
record Vitals(long pid) {
    /** Linux alone shows another process's descriptors; elsewhere they are not looked at, and the test says so. */
    boolean showDescriptors() {
        return Files.isDirectory(descriptorsFolder());
    }

    /** How many there are; none where they are not shown. */
    int descriptors() {
        if (!showDescriptors()) {
            return 0;
        }
        try (var open = Files.list(descriptorsFolder())) {
            return (int) open.count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Collects everything that can be, and counts the rest. */
    long liveBytes() throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), "GC.class_histogram").redirectErrorStream(true).start();
        var lines = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
                .lines()
                .toList();
        if (!jcmd.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                || jcmd.exitValue() != 0) {
            throw new AssertionError("jcmd: " + lines);
        }
        // "Total  <instances>  <bytes>"
        return Long.parseLong(lines.getLast().strip().split("\\s+", -1)[2]);
    }

    private Path descriptorsFolder() {
        return Path.of("/proc", Long.toString(pid), "fd");
    }
}
