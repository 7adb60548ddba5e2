package org.muster.metrics;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Room on the disk of the data folder, beside the two floors at which something happens. One thread tells, any scrapes. */
public final class DiskMeters {

    private final AtomicLong free = new AtomicLong();
    private final AtomicLong refuse = new AtomicLong();

    /** @param warnBytes below this the service warns */
    public DiskMeters(MeterRegistry registry, long warnBytes) {
        gauge(registry, "muster.disk.free", "Free space on the disk of the data folder", free);
        gauge(registry, "muster.disk.warn", "Below this much free space the service warns",
                new AtomicLong(warnBytes));
        gauge(registry, "muster.disk.refuse", "Below this much free space nothing is recorded",
                refuse);
    }

    /** What was found, in bytes. */
    public void found(long freeBytes, long refuseBytes) {
        free.set(freeBytes);
        refuse.set(refuseBytes);
    }

    private static void gauge(MeterRegistry registry, String name, String help, AtomicLong value) {
        Gauge.builder(name, () -> value).description(help).baseUnit("bytes").register(registry);
    }
}
