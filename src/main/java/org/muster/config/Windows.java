package org.muster.config;

/** Spans of time that figures depend on, in minutes; they are recorded as settings when they change. */
public record Windows(@Setting(value = "30", min = "1", max = "1440",
        doc = "An estimate older than the newest by more minutes than this drops out of a crowd") int estimateMinutes,
        @Setting(value = "60", min = "1", max = "10080",
                doc = "An area without a report for this many minutes is silent") int silentMinutes) {

    /** As shipped. */
    public static Windows defaults() {
        return Binder.defaults(Windows.class);
    }
}
