package org.muster.config;

/** Spans of time and distance that figures and clashes depend on; they are recorded as settings when they change. */
public record Windows(@Setting(value = "30", min = "1", max = "1440",
        doc = "An estimate older than the newest by more minutes than this drops out of a crowd; one older than now by more is called old") int estimateMinutes,
        @Setting(value = "60", min = "1", max = "10080",
                doc = "An area without a report for this many minutes is silent; so long unheard, a unit whose kind has no `units.checkIn` is called old") int silentMinutes,
        @Setting(value = "60", min = "0", max = "1440",
                doc = "People gather and disperse this many minutes around a protest's window") int dispersalMinutes,
        @Setting(value = "300", min = "0", max = "20000",
                doc = "Opposed protests clash when they come closer than this many metres") int clashOpposedMetres,
        @Setting(value = "50", min = "0", max = "20000",
                doc = "Other protests clash when they come closer than this many metres") int clashOtherMetres) {

    /** As shipped. */
    public static Windows defaults() {
        return Binder.defaults(Windows.class);
    }
}
