package org.muster.config;

/** When the picture is kept, so that a start replays little. */
public record Snapshots(@Setting(value = "20000", min = "1", max = "10000000",
        doc = "Entries between two snapshots, up to five times as many in a flood of reports, more in a long record; a start and a look into the past replay at most about as many") int everyEntries) {

    /** As shipped. */
    public static Snapshots defaults() {
        return Binder.defaults(Snapshots.class);
    }
}
