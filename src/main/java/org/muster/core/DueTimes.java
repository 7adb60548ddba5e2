package org.muster.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** When something is to be looked at again, each by its id. Looking costs nothing while nothing is due. */
final class DueTimes<K extends Comparable<K>> {

    private final TreeSet<Due<K>> dues = new TreeSet<>();
    private final Map<K, Due<K>> byId = new HashMap<>();

    private record Due<K extends Comparable<K>>(long at, K id) implements Comparable<Due<K>> {

        @Override
        public int compareTo(Due<K> other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    /** Sets when it is due, instead of what was set before; {@link Long#MAX_VALUE} for never. */
    void set(K id, long at) {
        Due<K> before = at == Long.MAX_VALUE ? byId.remove(id) : byId.put(id, new Due<>(at, id));
        if (before != null) {
            dues.remove(before);
        }
        if (at != Long.MAX_VALUE) {
            dues.add(new Due<>(at, id));
        }
    }

    /** When something is due next; {@link Long#MAX_VALUE} when nothing is. */
    long first() {
        return dues.isEmpty() ? Long.MAX_VALUE : dues.first().at();
    }

    /** Takes out what is due at {@code now} or was before, in order. */
    List<K> take(long now) {
        if (dues.isEmpty() || dues.first().at() > now) {
            return List.of();
        }
        List<K> taken = new ArrayList<>();
        while (!dues.isEmpty() && dues.first().at() <= now) {
            Due<K> due = dues.pollFirst();
            byId.remove(due.id());
            taken.add(due.id());
        }
        return taken;
    }
}
