package org.muster.exercise.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a process has used so far, as the system counts it.
 *
 * @param written bytes it sent to the disk; empty where the system does not say
 * @param resident bytes of memory it has now; empty where the system does not say
 */
record Vitals(Duration cpu, OptionalLong written, OptionalLong resident) {
    private static final long KIB = 1024;

    /** Of a process that runs. */
    static Vitals of(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(process.pid()));
        return new Vitals(process.info().totalCpuDuration().orElse(Duration.ZERO),
                number(proc.resolve("io"), "write_bytes:", 1),
                number(proc.resolve("status"), "VmRSS:", KIB));
    }

    /** The number behind a word at the beginning of a line. */
    private static OptionalLong number(Path file, String word, long unit) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(word))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(digits -> Long.parseLong(digits) * unit)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException elsewhere) {
            return OptionalLong.empty();
        }
    }
}
