package org.muster.core;

/**
 * A place in the effective order, by which "newest" goes.
 *
 * @param at when it was so, in milliseconds since 1970, UTC
 * @param seq the entry that says it
 */
public record Moment(long at, long seq) implements Comparable<Moment> {

    @Override
    public int compareTo(Moment other) {
        int byTime = Long.compare(at, other.at);
        return byTime == 0 ? Long.compare(seq, other.seq) : byTime;
    }

    boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }
}
