package org.muster.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** A small disk in memory, for whoever may mount one. */
final class Mount implements AutoCloseable {
    private final Path at;

    private Mount(Path at) {
        this.at = at;
    }

    /** Mounts it, or leaves the test out and says so. */
    static Mount of(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        boolean mounted = ran("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m,mode=700",
                "tmpfs", folder.toString());
        Assumptions.assumeTrue(mounted, "not tried: nothing may be mounted here");
        return new Mount(folder);
    }

    Path path() {
        return at;
    }

    void makeReadOnly() {
        if (!ran("mount", "-o", "remount,ro", at.toString())) {
            throw new AssertionError("not remounted");
        }
    }

    @Override
    public void close() {
        if (!ran("umount", at.toString())) {
            throw new AssertionError(at + " is still mounted");
        }
    }

    private static boolean ran(String... words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join()
                    .exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
