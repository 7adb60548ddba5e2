package org.muster.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

import org.muster.config.Limits;
import org.muster.model.Role;

/**
 * A bucket of requests for each credential, and for each address that shows no valid one. A bucket is kept as the
 * moment at which it will be full again (the generic cell rate algorithm), so an idle one can be forgotten. Any
 * thread, never blocks.
 */
public final class RateLimiter {
    /** More addresses than this at once share one bucket, so that memory stays bounded. */
    static final int ADDRESSES_MAX = 20_000;

    private static final long NANOS = 1_000_000_000L;
    private static final String THE_REST = "";

    private final Limits.Rates rates;
    private final InstantSource time;
    private final Instant start;
    private final ConcurrentHashMap<String, Long> credentials = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Long> addresses = new ConcurrentHashMap<>();

    public RateLimiter(Limits.Rates rates, InstantSource time) {
        this.rates = rates;
        this.time = time;
        this.start = time.instant();
    }

    /** Takes one request of a credential: zero when it may go on, else how long to wait (for Retry-After). */
    public Duration take(Credential credential) {
        boolean unit = credential.role() == Role.FIELD;
        int perSecond = unit ? rates.unitPerSecond() : rates.deskPerSecond();
        long burst = unit ? rates.unitBurst() : rates.deskBurst();
        Integer own = credential.rate();
        if (own != null) {
            burst = Math.max(own, burst * own / perSecond);
            perSecond = own;
        }
        forgetIdle(credentials);
        return take(credentials, credential.id(), perSecond, burst);
    }

    /** Takes one request without a valid credential, by the address it came from. */
    public Duration takeFrom(String address) {
        forgetIdle(addresses);
        boolean isRoom = addresses.size() < ADDRESSES_MAX || addresses.containsKey(address);
        return take(addresses, isRoom ? address : THE_REST, rates.addressPerSecond(),
                rates.addressBurst());
    }

    private Duration take(ConcurrentHashMap<String, Long> buckets, String key, int perSecond,
            long burst) {
        long now = now();
        long each = NANOS / perSecond;
        long room = each * burst;
        long[] waitNanos = {0};
        buckets.compute(key, (same, full) -> {
            // A clock that was set back must not lock anybody out for longer than an empty bucket does.
            long fullAt = full == null ? now : Math.clamp(full, now, now + room);
            long taken = fullAt + each;
            waitNanos[0] = Math.max(0, taken - now - room);
            return waitNanos[0] == 0 ? taken : fullAt;
        });
        return Duration.ofNanos(waitNanos[0]);
    }

    private void forgetIdle(ConcurrentHashMap<String, Long> buckets) {
        if (buckets.size() >= ADDRESSES_MAX) {
            long now = now();
            buckets.values().removeIf(fullAt -> fullAt <= now);
        }
    }

    private long now() {
        return Duration.between(start, time.instant()).toNanos();
    }
}
