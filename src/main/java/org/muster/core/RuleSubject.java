package org.muster.core;

import org.muster.model.AlertSubject;

/** A subject in its world: the same call sign may be in a drill and outside it. */
record RuleSubject(AlertSubject what, boolean drill) implements Comparable<RuleSubject> {

    static RuleSubject of(AlertSubject.Type type, String id, boolean isDrill) {
        return new RuleSubject(new AlertSubject(type, id), isDrill);
    }

    AlertSubject.Type type() {
        return what.type();
    }

    String id() {
        return what.id();
    }

    @Override
    public int compareTo(RuleSubject other) {
        int bySubject = what.compareTo(other.what);
        return bySubject != 0 ? bySubject : Boolean.compare(drill, other.drill);
    }
}
