package org.muster.config;

import java.time.Duration;

/** What holds for the alerts of all rules. */
public record Alerts(@Setting(value = "15m", min = "1m", max = "24h",
        doc = "An alert on evidence older than this is marked late and raised in silence; whole minutes") Duration lateAfter,
        @Setting(value = "4h", min = "1m", max = "24h",
                doc = "The longest that an alert may be shelved; whole minutes") Duration shelveMax,
        @Setting(value = "2m", min = "0s", max = "1h",
                doc = "So long before it comes back from the shelf that is said; whole minutes") Duration shelveWarn,
        @Setting(value = "false",
                doc = "Whether a second person must sign in beside the supervisor to shelve a critical alert: true or false") boolean secondPerson,
        Nights nights) {

    /** As shipped. */
    public static Alerts defaults() {
        return Binder.defaults(Alerts.class);
    }
}
