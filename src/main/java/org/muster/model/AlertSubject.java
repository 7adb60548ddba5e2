package org.muster.model;

/**
 * What an alert is about.
 *
 * @param id an area's id, an incident's or protest's UUID as text, a unit's call sign
 */
public record AlertSubject(Type type, String id) implements Comparable<AlertSubject> {

    /** What a rule can look at. */
    public enum Type implements Slug {
        AREA, INCIDENT, PROTEST, UNIT
    }

    @Override
    public int compareTo(AlertSubject other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
