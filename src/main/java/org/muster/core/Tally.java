package org.muster.core;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;

/** Running sums of {@link Presence}s. */
final class Tally {

    private int open;
    private int live;
    private int upcoming;
    private long planned;
    private int crowds;
    private long low;
    private long best;
    private long high;

    void add(Presence presence) {
        add(presence, 1);
    }

    void remove(Presence presence) {
        add(presence, -1);
    }

    private void add(Presence presence, int sign) {
        open += sign * presence.open();
        live += sign * presence.live();
        upcoming += sign * presence.upcoming();
        planned += sign * presence.planned();
        Crowd.Range crowd = presence.crowd();
        if (crowd != null) {
            crowds += sign;
            low += sign * crowd.low();
            best += sign * crowd.best();
            high += sign * crowd.high();
        }
    }

    void add(Tally other) {
        open += other.open;
        live += other.live;
        upcoming += other.upcoming;
        planned += other.planned;
        crowds += other.crowds;
        low += other.low;
        best += other.best;
        high += other.high;
    }

    int open() {
        return open;
    }

    int live() {
        return live;
    }

    int upcoming() {
        return upcoming;
    }

    long planned() {
        return planned;
    }

    int crowds() {
        return crowds;
    }

    /** All crowds together; null when there is none. */
    Crowd.@Nullable Range crowd() {
        return crowds == 0 ? null : new Crowd.Range(low, best, high);
    }
}
