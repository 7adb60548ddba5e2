package org.muster.config;

import java.time.Duration;

/** How often a watcher hears of what changed. */
public record Streaming(@Setting(value = "200ms", min = "200ms", max = "10s",
        doc = "Least time between two messages of the same kind of figures; between them the newest wins") Duration conflateEvery,
        @Setting(value = "2s", min = "100ms", max = "2s",
                doc = "A watcher that gets nothing else gets a sign of life this often") Duration liveEvery) {

    /** As shipped. */
    public static Streaming defaults() {
        return Binder.defaults(Streaming.class);
    }
}
