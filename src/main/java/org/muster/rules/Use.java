package org.muster.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;

/** What an expression is for; it says what may stand in it. */
enum Use {
    /** Yes or no: whether an alert is raised, or ends. */
    CONDITION("say yes or no, such as incident.crowd.high > 100"),
    /** A whole number whose growth raises an alert again. */
    GROWTH("be a whole number, such as unit.emergencyEntry"),
    /** A whole number shown beside an alert, or {@code none}. */
    MEASURE("be a whole number, such as incident.crowd.high"),
    /** A whole number or words in the midst of a message. */
    WORDS("be a whole number or words");

    private final String should;

    Use(String should) {
        this.should = should;
    }

    /** What it has to come to, behind "must". */
    String should() {
        return should;
    }

    /** Only what is shown may divide: a condition compares without, so that no officers is the worst case. */
    boolean mayDivide() {
        return this == MEASURE || this == WORDS;
    }

    boolean mayNameWords() {
        return this == WORDS;
    }

    boolean mayBeNone() {
        return this == MEASURE;
    }

    boolean fits(CelType result) {
        return switch (this) {
            case CONDITION -> result.equals(SimpleType.BOOL);
            case GROWTH -> result.equals(SimpleType.INT);
            case MEASURE -> result.equals(SimpleType.INT)
                    || result.equals(NullableType.create(SimpleType.INT));
            case WORDS -> result.equals(SimpleType.INT) || result.equals(SimpleType.STRING);
        };
    }
}
