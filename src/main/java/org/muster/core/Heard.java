package org.muster.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** When each observer reported, whatever it was of. */
final class Heard {

    /**
     * So many reports of one observer are remembered. Only when all of them were struck would an older one count again;
     * then nothing does.
     */
    static final int REMEMBERED_MAX = 16;

    private final Map<String, TreeSet<Moment>> byObserver = new HashMap<>();

    /** All of one observer, for a snapshot. */
    public record State(String observer, List<Moment> reports) {

        public State {
            reports = List.copyOf(reports);
        }
    }

    void add(String observer, Moment when) {
        TreeSet<Moment> its = byObserver.computeIfAbsent(observer, _ -> new TreeSet<>());
        its.add(when);
        if (its.size() > REMEMBERED_MAX) {
            its.pollFirst();
        }
    }

    /** Takes out a report, if it is remembered. */
    void strike(String observer, Moment when) {
        TreeSet<Moment> its = byObserver.get(observer);
        if (its != null && its.remove(when) && its.isEmpty()) {
            byObserver.remove(observer);
        }
    }

    /** The newest by an observer; null without one. */
    @Nullable
    Moment newest(String observer) {
        TreeSet<Moment> its = byObserver.get(observer);
        return its == null ? null : its.last();
    }

    /** The newest entry that is one of an observer's; 0 without one. */
    long newestEntry(String observer) {
        TreeSet<Moment> its = byObserver.get(observer);
        return its == null ? 0 : its.stream().mapToLong(Moment::seq).max().orElse(0);
    }

    List<State> state() {
        List<State> states = new ArrayList<>();
        byObserver.forEach((observer, its) -> states.add(new State(observer, List.copyOf(its))));
        states.sort((one, other) -> one.observer().compareTo(other.observer()));
        return states;
    }

    void restore(List<State> states) {
        states.forEach(state -> byObserver.put(state.observer(), new TreeSet<>(state.reports())));
    }
}
