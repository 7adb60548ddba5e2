package org.muster.config;

import java.time.Duration;

/** How long what stands in for a token holds, and how often a token is looked for. */
public record SignIn(@Setting(value = "12h", min = "1m", max = "30d",
        doc = "A browser's session ends after this time, and earlier with its credential") Duration sessionFor,
        @Setting(value = "30s", min = "1s", max = "5m",
                doc = "A one-time ticket for the stream holds this long") Duration ticketFor,
        @Setting(value = "20", min = "1", max = "1000",
                doc = "Looks into access.db a second for tokens not known yet; many wait for the same look") int looksPerSecond) {

    /** As shipped. */
    public static SignIn defaults() {
        return Binder.defaults(SignIn.class);
    }
}
