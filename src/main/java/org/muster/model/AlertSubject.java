package org.muster.model;

/**
 * What an alert is about.
 *
 * @param id an area's id, an incident's or protest's UUID as text, a unit's call sign, the UUID of a report that alleges
 *        a crime; {@link #ENGINE} for the engine itself
 */
public record AlertSubject(Type type, String id) implements Comparable<AlertSubject> {

    /** The id of the one subject of its type: the engine that evaluates the rules. */
    public static final String ENGINE = "engine";

    /** What a rule can look at. */
    public enum Type implements Slug {
        AREA, INCIDENT, PROTEST, UNIT, ALLEGATION, ENGINE
    }

    /** Whether it is the engine itself: then the alert is a sign of life, and nobody is called. */
    public boolean ofEngine() {
        return type == Type.ENGINE;
    }

    @Override
    public int compareTo(AlertSubject other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
