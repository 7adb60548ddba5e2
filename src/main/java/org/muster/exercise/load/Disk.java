package org.muster.exercise.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.HdrHistogram.Histogram;

/**
 * What the data lie on.
 *
 * @param fileSystem its type, as the system names it
 */
record Disk(Path folder, String fileSystem, LongSupplier nanos) {
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs", "rootfs");
    private static final int PAGE_BYTES = 4096;
    private static final int PAGES = 256;
    private static final double MICROS_PER_MILLI = 1000;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What flushing alone comes to: a page that is there already is written anew and flushed, as in SQLite's WAL. */
    record Flushes(double perSecond, double p50Millis, double p99Millis) {}

    static Disk of(Path folder, LongSupplier nanos) throws IOException {
        return new Disk(folder, Files.getFileStore(folder).type(), nanos);
    }

    /** Whether nothing ever reaches a disk, so that flushing costs nothing. */
    boolean isMemory() {
        return MEMORY.contains(fileSystem);
    }

    /** Flushes for this long, at least once. Blocks. */
    Flushes measure(Duration time) throws IOException {
        var file = folder.resolve("flush-probe");
        var micros = new Histogram(3);
        var began = 0L;
        var ended = 0L;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var page = 0; page < PAGES; page++) {
                write(channel, page);
            }
            channel.force(true);
            began = nanos.getAsLong();
            ended = began;
            do {
                write(channel, micros.getTotalCount() % PAGES);
                channel.force(false);
                var now = nanos.getAsLong();
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(now - ended));
                ended = now;
            } while (ended - began < time.toNanos());
        } finally {
            Files.deleteIfExists(file);
        }
        return new Flushes(micros.getTotalCount() * NANOS_PER_SECOND / Math.max(1, ended - began),
                micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99) / MICROS_PER_MILLI);
    }

    private static void write(FileChannel channel, long page) throws IOException {
        var bytes = ByteBuffer.allocate(PAGE_BYTES);
        while (bytes.hasRemaining()) {
            channel.write(bytes, page * PAGE_BYTES + bytes.position());
        }
    }
}
