package org.muster.model;

/** Where an alert is in its life, as ISA-18.2 has it. */
public enum AlertState implements Slug {
    /** The condition holds, and nobody said that they know. */
    UNACKNOWLEDGED,
    /** The condition holds, and somebody knows. */
    ACKNOWLEDGED,
    /** The condition holds no more, and nobody said that they knew: it stays in the queue. */
    CLEARED_UNACKNOWLEDGED,
    /** Over. */
    CLEARED;

    /** Whether it belongs in a queue; at most one alert of a rule and a subject is open. */
    public boolean isOpen() {
        return this != CLEARED;
    }

    /** Whether the condition holds, as last known. */
    public boolean isStanding() {
        return this == UNACKNOWLEDGED || this == ACKNOWLEDGED;
    }
}
