package org.muster.metrics;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Whether alerts reach Alertmanager. Any thread. */
public final class DeliveryMeters {

    private final AtomicInteger failing = new AtomicInteger();
    private final Counter sent;
    private final Counter refused;

    public DeliveryMeters(MeterRegistry registry) {
        Gauge.builder("muster.alertmanager.failing", failing, AtomicInteger::get)
                .description("1 while alerts cannot be sent to Alertmanager; 0 without one")
                .register(registry);
        sent = Counter.builder("muster.alertmanager.sent")
                .description("Alerts that Alertmanager took, each time it did")
                .register(registry);
        refused = Counter.builder("muster.alertmanager.refused")
                .description("Alerts that Alertmanager refused for what they are, each time it did")
                .register(registry);
    }

    /** Alertmanager took so many, and refused so many for what they are. */
    public void told(int taken, int refusals) {
        failing.set(0);
        sent.increment(taken);
        refused.increment(refusals);
    }

    /** It took nothing. */
    public void failed() {
        failing.set(1);
    }
}
