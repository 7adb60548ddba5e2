package org.muster.app.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * How long the data folder's disk takes to flush a small write, which is what each commit waits for. Measured with a
 * file of its own, which is deleted. A disk that is too quick is suspected: a promise of durability rests on it.
 */
final class FlushCheck implements Check {
    private static final int PAGE_BYTES = 4096;
    private static final int FLUSHES_MAX = 1_000;
    /** A service that runs needs the disk itself. */
    private static final int FLUSHES_BESIDE_MAX = 100;
    private static final int FLUSHES_MIN = 3;
    private static final long BUDGET_NANOS = 1_500_000_000L;
    /** No drive, not even one with a capacitor behind its cache, gets a flush through a file system in less. */
    private static final long HONEST_NANOS = 25_000;
    private static final long SLOW_NANOS = 50_000_000L;
    private static final long STALL_NANOS = 250_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb3", "9p",
            "fuse.sshfs");

    @Override
    public String subject() {
        return "disk flush";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) throws IOException {
        Path folder = patient.nearestFolder();
        String kind = Files.getFileStore(folder).type();
        long[] nanos;
        try {
            nanos = measure(folder,
                    patient.service().isPresent() ? FLUSHES_BESIDE_MAX : FLUSHES_MAX,
                    patient.clocks().nanos(), progress);
        } catch (IOException failed) {
            return List.of(Remark.fail(subject(),
                    "a write to " + folder + " failed: " + failed.getMessage(),
                    "Nothing can be recorded there. Look at the space, at the mount and at who owns"
                            + " it."));
        }
        return List.of(judge(nanos, kind));
    }

    /** How long each flush took, in order of length. */
    private static long[] measure(Path folder, int most, LongSupplier clock,
            DoubleConsumer progress) throws IOException {
        Path file = Files.createTempFile(folder, "doctor-", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long[] nanos = new long[most];
            var page = ByteBuffer.allocate(PAGE_BYTES);
            long began = clock.getAsLong();
            int count = 0;
            while (count < most
                    && (count < FLUSHES_MIN || clock.getAsLong() - began < BUDGET_NANOS)) {
                long before = clock.getAsLong();
                channel.write(page.clear());
                channel.force(false);
                nanos[count++] = clock.getAsLong() - before;
                progress.accept(Math.max((double) count / most,
                        Math.min(1, (clock.getAsLong() - began) / (double) BUDGET_NANOS)));
            }
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return sorted;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * What the figures tell.
     *
     * @param nanos sorted
     * @param kind the file system's
     */
    static Remark judge(long[] nanos, String kind) {
        long p50 = nanos[nanos.length / 2];
        long p99 = nanos[(int) (nanos.length * 0.99)];
        long max = nanos[nanos.length - 1];
        long perSecond = Math
                .round(nanos.length * NANOS_PER_SECOND / Math.max(1, Arrays.stream(nanos).sum()));
        String found = String.format(Locale.ROOT,
                "p50 %s, p99 %s, at most %s over %d flushes on %s: about %,d commits a second",
                millis(p50), millis(p99), millis(max), nanos.length, kind, perSecond);
        var figures = Map.of("p50Micros", p50 / 1_000, "p99Micros", p99 / 1_000, "maxMicros",
                max / 1_000, "flushes", (long) nanos.length, "commitsPerSecond", perSecond);
        return graded(found, kind, p50, p99).with(figures);
    }

    private static Remark graded(String found, String kind, long p50, long p99) {
        String subject = "disk flush";
        if (MEMORY.contains(kind)) {
            return Remark.warn(subject, found,
                    "This is memory and no disk: a restart of the machine loses the record. Put"
                            + " the data folder on a disk.");
        }
        if (NETWORK.contains(kind)) {
            return Remark.warn(subject, found,
                    "SQLite cannot rely on the locks of a network's file system. Put the data"
                            + " folder on a disk of this machine.");
        }
        if (p50 < HONEST_NANOS) {
            return Remark.warn(subject, found,
                    "That is too quick to be true: something acknowledges a flush without doing"
                            + " it (a virtual disk with cache=unsafe, libeatmydata, a controller's"
                            + " cache without battery). A power cut could lose what was"
                            + " acknowledged.");
        }
        if (p50 > SLOW_NANOS || p99 > STALL_NANOS) {
            return Remark.warn(subject, found,
                    "Every receipt waits for a flush. Take a disk of its own, best an SSD with"
                            + " power-loss protection, and look who else writes to this one.");
        }
        return Remark.ok(subject, found);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < NANOS_PER_MILLI / 10 ? "%.3f ms" : "%.1f ms",
                nanos / NANOS_PER_MILLI);
    }
}
