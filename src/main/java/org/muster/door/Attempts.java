package org.muster.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Failed sign-ins of each address. Any thread; never blocks for long. */
final class Attempts {

    private static final int FAILURES_MAX = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** Addresses beyond this push out the one that failed longest ago. */
    private static final int ADDRESSES_MAX = 10_000;

    private final InstantSource time;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    Attempts(InstantSource time) {
        this.time = time;
    }

    /** Seconds until this address may try again; 0 when it may now. */
    synchronized long waitSeconds(String address) {
        Deque<Instant> mine = failures.get(address);
        if (mine == null) {
            return 0;
        }
        Instant now = time.instant();
        while (!mine.isEmpty() && !mine.getFirst().plus(WINDOW).isAfter(now)) {
            mine.removeFirst();
        }
        if (mine.size() < FAILURES_MAX) {
            return 0;
        }
        return Duration.between(now, mine.getFirst().plus(WINDOW)).toSeconds() + 1;
    }

    synchronized void failed(String address) {
        // Out and in again, so that the map's order is that of the last failure.
        Deque<Instant> mine = failures.remove(address);
        if (mine == null) {
            mine = new ArrayDeque<>();
        }
        mine.addLast(time.instant());
        if (mine.size() > FAILURES_MAX) {
            mine.removeFirst();
        }
        failures.put(address, mine);
        if (failures.size() > ADDRESSES_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }
}
