package org.muster.push;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.muster.config.Limits;
import org.muster.model.Rejection;

/** How many streams are open: in all, of one credential, from one address. Any thread. */
final class Seats {

    private final Limits.Connections limits;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    Seats(Limits.Connections limits) {
        this.limits = limits;
    }

    /** Takes a seat, to be given back by {@link #free}; a refusal takes none. */
    synchronized Optional<Rejection> take(String credential, String address) {
        Optional<Rejection> refusal = refusal(credential, address);
        if (refusal.isEmpty()) {
            total++;
            taken.merge(user(credential), 1, Integer::sum);
            taken.merge(from(address), 1, Integer::sum);
        }
        return refusal;
    }

    /** Why there is no seat now, if so; one that is free now may be taken by the time it is asked for. */
    synchronized Optional<Rejection> refusal(String credential, String address) {
        if (total >= limits.totalMax()) {
            return Optional.of(new Rejection(Rejection.Code.BUSY, "All " + limits.totalMax()
                    + " streams of this service are taken. Tell who runs it."));
        }
        if (count(user(credential)) >= limits.perUserMax()) {
            return Optional.of(new Rejection(Rejection.Code.TOO_MANY_REQUESTS,
                    "A credential has at most " + limits.perUserMax() + " streams open at once, and"
                            + " all of this one's are. Close another window or screen that is signed"
                            + " in with the same token; who needs more asks an administrator for"
                            + " another token."));
        }
        if (count(from(address)) >= limits.perAddressMax()) {
            return Optional.of(new Rejection(Rejection.Code.TOO_MANY_REQUESTS,
                    "An address has at most " + limits.perAddressMax()
                            + " streams open at once, and all of this one's are. Close another"
                            + " window or screen there."));
        }
        return Optional.empty();
    }

    /** Gives a seat back. */
    synchronized void free(String credential, String address) {
        total--;
        taken.computeIfPresent(user(credential), (key, count) -> count == 1 ? null : count - 1);
        taken.computeIfPresent(from(address), (key, count) -> count == 1 ? null : count - 1);
    }

    private int count(String key) {
        return taken.getOrDefault(key, 0);
    }

    private static String user(String credential) {
        return "user " + credential;
    }

    private static String from(String address) {
        return "from " + address;
    }
}
