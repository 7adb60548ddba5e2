package org.muster.config;

/** When the picture is kept, so that a start replays little. */
public record Snapshots(@Setting(value = "100000", min = "1", max = "10000000",
        doc = "Entries between two snapshots; a start replays at most about as many") int everyEntries) {

    /** As shipped. */
    public static Snapshots defaults() {
        return Binder.defaults(Snapshots.class);
    }
}
