package org.muster.metrics;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the service shows under TLS, and whether it could be renewed. Any thread. */
public final class TlsMeters {

    private final AtomicLong expiry = new AtomicLong();
    private final AtomicInteger refused = new AtomicInteger();

    public TlsMeters(MeterRegistry registry) {
        Gauge.builder("muster.tls.certificate.expiry.timestamp.seconds", expiry, AtomicLong::get)
                .description("When the first of the certificates in use expires, in Unix time")
                .register(registry);
        Gauge.builder("muster.tls.certificate.refused", refused, AtomicInteger::get)
                .description("1 while the certificate files hold what cannot be used,"
                        + " and the ones before are in use")
                .register(registry);
    }

    /** One that expires then is in use, and it is what the files hold. */
    public void inUse(Instant expiresAt) {
        expiry.set(expiresAt.getEpochSecond());
        refused.set(0);
    }

    /** What the files hold was refused. */
    public void refused() {
        refused.set(1);
    }
}
