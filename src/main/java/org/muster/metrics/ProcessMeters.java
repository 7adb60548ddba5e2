package org.muster.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/**
 * What runs, and how its process is: version, memory, pauses, descriptors, processor, start. Names and labels of the
 * latter are Micrometer's; all are read when scraped, but for the pauses, of which the JVM tells.
 */
public final class ProcessMeters implements AutoCloseable {

    private final JvmGcMetrics pauses = new JvmGcMetrics();

    /** @param version of the program */
    public ProcessMeters(MeterRegistry registry, String version) {
        Gauge.builder("muster.build.info", () -> 1)
                .description("1; the labels say what runs")
                .tag("version", version)
                .tag("java", Runtime.version().toString())
                .register(registry);
        pauses.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Override
    public void close() {
        pauses.close();
    }
}
