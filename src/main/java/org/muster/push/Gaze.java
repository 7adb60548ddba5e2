package org.muster.push;

import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;

/**
 * The one alert that is looked at on one connection. However often a client says another one, the last before a beat is
 * what counts. On the hub's thread only.
 */
final class Gaze {

    private final Hub hub;
    private final String who;
    private final Predicate<Alert> mayBeShown;
    private @Nullable UUID said;
    private @Nullable UUID at;

    /**
     * @param who the credential's name
     * @param mayBeShown who looks at another one, or at what is none, looks at nothing, without a word
     */
    Gaze(Hub hub, String who, Predicate<Alert> mayBeShown) {
        this.hub = hub;
        this.who = who;
        this.mayBeShown = mayBeShown;
    }

    /** A client says what is looked at; null for nothing. */
    void say(@Nullable UUID alert) {
        said = alert;
    }

    /** One beat: what was said last becomes known, for as long as there is such an alert and it may be shown. */
    void beat() {
        Alert alert = said == null ? null : hub.view().alerts().get(said);
        turn(alert != null && mayBeShown.test(alert) ? alert.id() : null);
    }

    /** The connection is no more, and nobody looks there. */
    void end() {
        turn(null);
    }

    private void turn(@Nullable UUID to) {
        if (to == null ? at != null : !to.equals(at)) {
            hub.lookers().turn(who, at, to);
            at = to;
        }
    }
}
