package org.muster.metrics;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Whether the rules in force are those that were last read. Any thread. */
public final class RulesMeters {

    private final AtomicInteger failed = new AtomicInteger();

    public RulesMeters(MeterRegistry registry) {
        Gauge.builder("muster.rules.reload.failed", failed, AtomicInteger::get)
                .description("1 while the rules that were last read could not be taken,"
                        + " and those of before are in force")
                .register(registry);
    }

    /** They were taken. */
    public void inForce() {
        failed.set(0);
    }

    /** Those of before stay. */
    public void refused() {
        failed.set(1);
    }
}
