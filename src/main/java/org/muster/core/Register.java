package org.muster.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What reports said of one thing, in effective order. The newest is what holds; when its report is struck, the one
 * before holds again.
 */
final class Register<T> {

    private final List<Said<T>> said;

    Register() {
        said = new ArrayList<>(0);
    }

    Register(List<Said<T>> said) {
        this.said = new ArrayList<>(said);
    }

    /** Notes what was said; a report that spoke of it already says it anew. */
    void put(Moment when, T what) {
        int place = placeOf(when);
        Said<T> now = new Said<>(when, what);
        if (place < 0) {
            said.add(-place - 1, now);
        } else {
            said.set(place, now);
        }
    }

    /** Notes it, and forgets the oldest when that makes more than {@code max}. */
    void put(Moment when, T what, int max) {
        put(when, what);
        if (said.size() > max) {
            said.removeFirst();
        }
    }

    /**
     * Notes it, and forgets the oldest when that makes more than {@code max}, but never what is the newest that counts.
     */
    void put(Moment when, T what, int max, Predicate<Moment> counts) {
        put(when, what);
        if (said.size() > max) {
            boolean oldestHolds = said.stream().skip(1).noneMatch(one -> counts.test(one.when()));
            said.remove(oldestHolds ? 1 : 0);
        }
    }

    /** Takes out what a report said; null when it said nothing of it. */
    @Nullable
    T remove(Moment when) {
        int place = placeOf(when);
        return place < 0 ? null : said.remove(place).what();
    }

    @Nullable
    T at(Moment when) {
        int place = placeOf(when);
        return place < 0 ? null : said.get(place).what();
    }

    @Nullable
    Said<T> newest() {
        return said.isEmpty() ? null : said.getLast();
    }

    /** What holds; null while nothing was said. */
    @Nullable
    T holds() {
        return said.isEmpty() ? null : said.getLast().what();
    }

    /** The newest that counts. */
    @Nullable
    T holds(Predicate<Moment> counts) {
        for (Said<T> one : said.reversed()) {
            if (counts.test(one.when())) {
                return one.what();
            }
        }
        return null;
    }

    /** Puts something else in the place of what was said. */
    void replaceAll(UnaryOperator<T> other) {
        said.replaceAll(one -> new Said<>(one.when(), other.apply(one.what())));
    }

    /** Forgets everything. */
    void clear() {
        said.clear();
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** All of it, oldest first; follows every change. */
    List<Said<T>> all() {
        return Collections.unmodifiableList(said);
    }

    private int placeOf(Moment when) {
        if (said.isEmpty() || said.getLast().when().isBefore(when)) {
            return -said.size() - 1;
        }
        int from = 0;
        int to = said.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = said.get(middle).when().compareTo(when);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -from - 1;
    }
}
