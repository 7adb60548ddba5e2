package org.muster.core;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What can happen to one rule, as a row of the table of shipped rules. Each cell is what to do, or why it cannot be.
 *
 * @param message of the alert
 * @param raise brings the condition about, on an empty stage
 */
record Story(String rule, String message, Consumer<Stage> raise, Map<Column, Cell> cells) {

    /** What every rule is tried with, besides being raised and a restart while it stands. */
    enum Column {
        /** Up to just before the alert is due. What brings it about goes on from there. */
        HOLD,
        /** After it was raised: not as bad any more, and not over yet. */
        HYSTERESIS,
        /** After it was raised: over. */
        CLEAR,
        /** The late report alone; empty for the rule's own way. */
        LATE,
        /** Strikes a report, so that the alert is cleared, or was due all the time. */
        CORRECTION,
        /** Whether there is an alert in a drill. */
        DRILL
    }

    /** One cell of the table. */
    sealed interface Cell {

        record Do(Consumer<Stage> steps) implements Cell {}

        record Not(String why) implements Cell {}
    }

    static Story of(String rule, String message, Consumer<Stage> raise) {
        return new Story(rule, message, raise, new EnumMap<>(Column.class));
    }

    Story on(Column column, Consumer<Stage> steps) {
        cells.put(column, new Cell.Do(steps));
        return this;
    }

    Story no(Column column, String why) {
        cells.put(column, new Cell.Not(why));
        return this;
    }

    @Override
    public String toString() {
        return rule;
    }
}
