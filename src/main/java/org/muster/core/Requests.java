package org.muster.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Officers asked for at one incident, protest or place without a unit's name. One observer's newest request for a role
 * replaces the older; lines of one report for the same role add up. Asking for 0 takes a request back.
 */
final class Requests {

    static final Moment EVER = new Moment(Long.MIN_VALUE, 0);

    private final Map<Key, Register<Long>> asked = new LinkedHashMap<>();
    private @Nullable Moment since = EVER;
    private long sum;

    private record Key(String observer, @Nullable String role) {}

    /** Takes in a request; returns by how much the sum asked for changes. */
    long add(String observer, @Nullable String role, Moment when, long count) {
        Register<Long> register = asked.computeIfAbsent(new Key(observer, role),
                key -> new Register<>());
        long before = open(register);
        Long line = register.at(when);
        register.put(when, line == null ? count : line + count);
        return change(open(register) - before);
    }

    /** Takes out what a report asked for; returns by how much the sum changes. */
    long remove(Moment when) {
        long change = 0;
        for (Register<Long> register : asked.values()) {
            long before = open(register);
            register.remove(when);
            change += open(register) - before;
        }
        asked.values().removeIf(Register::isEmpty);
        return change(change);
    }

    /** From now on counts what is asked for from that moment on; with null, nothing. Returns the change of the sum. */
    long since(@Nullable Moment from) {
        if (Objects.equals(from, since)) {
            return 0;
        }
        since = from;
        return change(open() - sum);
    }

    boolean isEmpty() {
        return asked.isEmpty();
    }

    long sum() {
        return sum;
    }

    List<RequestState> state() {
        List<RequestState> states = new ArrayList<>(asked.size());
        asked.forEach((key, register) -> states
                .add(new RequestState(key.observer(), key.role(), register.all())));
        return states;
    }

    static Requests restore(List<RequestState> states) {
        Requests requests = new Requests();
        for (RequestState state : states) {
            requests.asked.put(new Key(state.observer(), state.role()),
                    new Register<>(state.asked()));
        }
        requests.sum = requests.open();
        return requests;
    }

    private long open() {
        return asked.values().stream().mapToLong(this::open).sum();
    }

    private long change(long by) {
        sum += by;
        return by;
    }

    private long open(Register<Long> register) {
        Said<Long> newest = register.newest();
        boolean counts = newest != null && since != null && !newest.when().isBefore(since);
        return newest != null && counts ? newest.what() : 0;
    }
}
