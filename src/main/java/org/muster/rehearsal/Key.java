package org.muster.rehearsal;

import java.util.Comparator;

import org.muster.model.AlertSubject;

/** A rule and what it speaks of: at most one alert of each is open at a time. */
public record Key(String rule, AlertSubject subject, boolean drill) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::rule)
            .thenComparing(key -> key.subject().type())
            .thenComparing(key -> key.subject().id())
            .thenComparing(Key::drill);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
