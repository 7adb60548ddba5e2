package org.muster.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Officers asked for at one incident or place without a unit's name. One observer's newest request for a role replaces
 * the older; lines of one report for the same role add up. Asking for 0 takes a request back.
 */
final class Requests {

    private final Map<Key, Asked> asked = new LinkedHashMap<>();

    private record Key(String observer, @Nullable String role) {}

    private record Asked(long effectiveAt, long seq, long count) {}

    /** Takes in a request; returns by how much the sum asked for changes. */
    long add(String observer, @Nullable String role, long effectiveAt, long seq, long count) {
        Key key = new Key(observer, role);
        Asked held = asked.get(key);
        if (held == null) {
            asked.put(key, new Asked(effectiveAt, seq, count));
            return count;
        }
        if (held.seq == seq) {
            asked.put(key, new Asked(effectiveAt, seq, held.count + count));
            return count;
        }
        if (effectiveAt < held.effectiveAt) {
            return 0;
        }
        asked.put(key, new Asked(effectiveAt, seq, count));
        return count - held.count;
    }

    long sum() {
        return asked.values().stream().mapToLong(Asked::count).sum();
    }

    List<RequestState> state() {
        List<RequestState> states = new ArrayList<>(asked.size());
        asked.forEach((key, held) -> states.add(new RequestState(key.observer(), key.role(),
                held.effectiveAt(), held.seq(), held.count())));
        return states;
    }

    static Requests restore(List<RequestState> states) {
        Requests requests = new Requests();
        for (RequestState state : states) {
            requests.asked.put(new Key(state.observer(), state.role()),
                    new Asked(state.effectiveAt(), state.seq(), state.count()));
        }
        return requests;
    }
}
