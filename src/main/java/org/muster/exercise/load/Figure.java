package org.muster.exercise.load;

/** What is measured in a turn. The names in {@link #key} are those of the JSON file and stay. */
public enum Figure {
    /** How many were done in a second: reports, lines, deliveries. */
    PER_SECOND("perSecond", "%s a second", 0),
    /** How many were sent away with 429 or 503. */
    REFUSED("refused", "sent away with 429 or 503", 0),
    /** Half of them took no longer. */
    P50("p50Millis", "p50, ms", 3),
    /** Nine in ten took no longer. */
    P90("p90Millis", "p90, ms", 3),
    /** All but one in a hundred took no longer. */
    P99("p99Millis", "p99, ms", 3),
    /** All but one in a thousand took no longer. */
    P999("p999Millis", "p99.9, ms", 3),
    /** The longest. */
    MAX("maxMillis", "longest, ms", 3),
    /** Processor time that the process took, divided by what was done. */
    CPU("cpuMicrosEach", "processor, µs each", 2),
    /** Processor time of the process in the time of the turn. */
    CORES("coresBusy", "cores kept busy", 2),
    /** Bytes that were allocated, divided by what was done. */
    ALLOCATED("allocatedBytesEach", "allocated, bytes each", 0),
    /** How often a rule was asked of a thing, divided by what was done. */
    ASKED("rulesAskedEach", "rules asked, each", 2),
    /** What the heap holds after a collection at the end of the turn. */
    HEAP("heapMiB", "heap after a collection, MiB", 1),
    /** Memory of the process at the end of the turn. */
    RESIDENT("residentMiB", "resident memory, MiB", 0),
    /** Bytes that the process sent to the disk, divided by what was done. */
    WRITTEN("writtenBytesEach", "sent to the disk, bytes each", 0),
    /** Transactions with a flush each. */
    COMMITS("commitsPerSecond", "commits a second", 0),
    /** Entries that share one flush. */
    EACH_COMMIT("entriesPerCommit", "entries a commit", 1),
    /** What the disk does when nothing else is asked of it, measured just before the turn. */
    FLUSHES("diskFlushesPerSecond", "flushes a second of the disk alone", 0),
    /** Commits as a share of what the disk could do. */
    OF_DISK("commitsOfDiskFlushes", "commits for each flush the disk could do", 2);

    private final String key;
    private final String title;
    private final int decimals;

    Figure(String key, String title, int decimals) {
        this.key = key;
        this.title = title;
        this.decimals = decimals;
    }

    /** Whether the other side's is anything to hold it against: what keeps nothing writes nothing. */
    boolean isCompared() {
        return this != WRITTEN && this != REFUSED && this != ASKED;
    }

    /** Its name in the JSON file. */
    public String key() {
        return key;
    }

    /** Its name for people, where {@code noun} is what is counted. */
    public String title(String noun) {
        return title.replace("%s", noun);
    }

    /** Digits behind the point that still mean something. */
    public int decimals() {
        return decimals;
    }
}
