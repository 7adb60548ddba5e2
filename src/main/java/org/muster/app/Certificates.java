package org.muster.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.config.Server;
import org.muster.metrics.TlsMeters;
import org.muster.tls.Pair;

/**
 * Keeps what the service shows under TLS the same as what the certificate's files hold. Both files are read again every
 * few seconds, whatever their times say, so that links and mounts that are switched are seen too. A pair that cannot be
 * used is refused, and the one before stays. On a thread of its own.
 */
final class Certificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration WARN_AHEAD = Duration.ofDays(21);
    private static final Duration WARN_EVERY = Duration.ofDays(1);
    private static final long USE_SECONDS = 10;

    private final Server.Tls files;
    private final InstantSource time;
    private final TlsMeters meters;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificates").daemon().factory());
    private final Pair first;
    /** What was read last: only what stands there twice is judged, because two files are not written at once. */
    private Pair.Read seen;
    private Pair inUse;
    /** What was refused last; the same again is no news. */
    private Pair.@Nullable Read told;
    private @Nullable Instant warnedAt;

    /** Reads both files; fails with words for the operator. */
    Certificates(Server.Tls files, InstantSource time, TlsMeters meters) {
        this.files = files;
        this.time = time;
        this.meters = meters;
        seen = Pair.read(files.certificateFile(), files.keyFile());
        first = switch (seen) {
            case Pair.Read.Good(var pair) -> pair;
            case Pair.Read.Faulty faulty ->
                    throw new StartFailed("The certificate cannot be used: " + faulty.words(), 2);
        };
        inUse = first;
        meters.inUse(first.expiresAt());
        if (!first.holdsAt(time.instant())) {
            LOG.error(
                    "The certificate does not hold now (its time is over on {}): browsers will"
                            + " refuse it. Put a new one into {}; it is taken without a restart.",
                    first.expiresAt(), files.certificate());
        }
    }

    /** What to show at first. */
    Pair first() {
        return first;
    }

    /** @param show makes the server show another pair to whoever connects from then on */
    void watch(Function<Pair, Future<Boolean>> show) {
        var _ = timer.scheduleWithFixedDelay(() -> look(show), 0, EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** One look. */
    void look(Function<Pair, Future<Boolean>> show) {
        Pair.Read now = Pair.read(files.certificateFile(), files.keyFile());
        if (now.equals(seen)) {
            settle(now, show);
        }
        seen = now;
        warnAhead();
    }

    private void settle(Pair.Read now, Function<Pair, Future<Boolean>> show) {
        switch (now) {
            case Pair.Read.Faulty faulty -> refuse(now, faulty.words());
            case Pair.Read.Good(var pair) when pair.equals(inUse) -> {
                told = null;
                meters.inUse(pair.expiresAt());
            }
            case Pair.Read.Good(var pair) when !pair.holdsAt(time.instant()) -> refuse(now,
                    "the new certificate does not hold now; it is good from "
                            + pair.chain().getFirst().getNotBefore().toInstant() + " until "
                            + pair.expiresAt());
            case Pair.Read.Good(var pair) -> take(pair, show);
        }
    }

    private void take(Pair pair, Function<Pair, Future<Boolean>> show) {
        try {
            show.apply(pair).await(USE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failed) {
            refuse(new Pair.Read.Good(pair), String.valueOf(failed.getMessage()));
            return;
        }
        inUse = pair;
        told = null;
        warnedAt = null;
        meters.inUse(pair.expiresAt());
        LOG.info("A new certificate is in use from now on, until {}. Open connections go on.",
                pair.expiresAt());
    }

    private void refuse(Pair.Read what, String why) {
        meters.refused();
        if (!what.equals(told)) {
            told = what;
            LOG.error("The new certificate is refused, and the one before stays in use until {}:"
                    + " {}", inUse.expiresAt(), why);
        }
    }

    private void warnAhead() {
        Instant now = time.instant();
        boolean near = inUse.expiresAt().isBefore(now.plus(WARN_AHEAD));
        Instant last = warnedAt;
        if (near && (last == null || !last.plus(WARN_EVERY).isAfter(now))) {
            warnedAt = now;
            LOG.warn(
                    "The certificate in use expires on {}, in {} days. Put a new one into {}; it"
                            + " is taken without a restart.",
                    inUse.expiresAt(), Duration.between(now, inUse.expiresAt()).toDays(),
                    files.certificate());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
