package org.muster.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Who holds a lock on a file, as the kernel lists it (proc_locks(5)). To try the lock instead would keep a service from
 * starting that does so at the same moment.
 */
final class LockHolder {
    private static final Path LOCKS = Path.of("/proc/locks");
    /** In a line such as {@code 1: POSIX  ADVISORY  WRITE 708 08:01:1234 0 EOF}. */
    private static final int KIND = 1;
    private static final int PID = 4;
    private static final int FILE = 5;

    private LockHolder() {}

    /** The process; empty when nobody does, or it cannot be told. */
    static OptionalLong of(Path file) {
        try {
            String inode = ":" + Files.getAttribute(file, "unix:ino");
            for (String line : Files.readString(LOCKS, StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length > FILE && words[KIND].equals("POSIX")
                        && words[FILE].endsWith(inode)) {
                    return OptionalLong.of(Long.parseLong(words[PID]));
                }
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }
}
