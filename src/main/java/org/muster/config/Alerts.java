package org.muster.config;

import java.time.Duration;

/** What holds for the alerts of all rules. */
public record Alerts(@Setting(value = "15m", min = "1m", max = "24h",
        doc = "An alert on evidence older than this is marked late and raised in silence; whole minutes") Duration lateAfter) {

    /** As shipped. */
    public static Alerts defaults() {
        return Binder.defaults(Alerts.class);
    }
}
