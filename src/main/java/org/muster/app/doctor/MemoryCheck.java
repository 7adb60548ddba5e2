package org.muster.app.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

import com.sun.management.OperatingSystemMXBean;

/** How much memory there is, and how much of it a service started like this may take. */
final class MemoryCheck implements Check {
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    /** The tests hold the service to this under overload. */
    private static final long HEAP_MIN = 256L << 20;
    private static final long AVAILABLE_MIN = 512L << 20;
    private static final int KIB = 1024;

    @Override
    public String subject() {
        return "memory";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) {
        long total = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
        long heap = Runtime.getRuntime().maxMemory();
        long available = available(total);
        String found = SpaceCheck.mebibytes(total) + ", " + SpaceCheck.mebibytes(available)
                + " available; a service started like this takes up to "
                + SpaceCheck.mebibytes(heap) + " of heap";
        if (heap < HEAP_MIN) {
            return List.of(Remark.warn(subject(), found, "Give it at least "
                    + SpaceCheck.mebibytes(HEAP_MIN) + ": MUSTER_JAVA_OPTS=-Xmx256m."));
        }
        return List.of(available < AVAILABLE_MIN && patient.service().isEmpty()
                ? Remark.warn(subject(), found,
                        "Too little is left to start in. See who takes it (top), or add some.")
                : Remark.ok(subject(), found));
    }

    private static long available(long total) {
        try {
            return Files.readAllLines(MEMINFO)
                    .stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .map(kib -> Math.min(total, kib * KIB))
                    .findFirst()
                    .orElse(total);
        } catch (IOException elsewhere) {
            return total;
        }
    }
}
