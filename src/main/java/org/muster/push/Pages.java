package org.muster.push;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import org.muster.model.StoredEntry;
import org.muster.view.View;

/**
 * Reads the journal for watchers whom the ring cannot serve: a bounded page at a time, a few at once, one read for all
 * who stand at the same place. What a watcher cannot take is dropped and read again later.
 */
final class Pages {

    private static final int READS_MAX = 2;

    private final Hub hub;
    private final Map<Long, List<Watcher>> wanted = new LinkedHashMap<>();
    private final Queue<Long> waiting = new ArrayDeque<>();
    private int reads;

    Pages(Hub hub) {
        this.hub = hub;
    }

    /** Calls {@link Watcher#page} later, on the hub's thread. */
    void want(long after, Watcher watcher) {
        List<Watcher> already = wanted.get(after);
        if (already != null) {
            already.add(watcher);
            return;
        }
        wanted.put(after, new ArrayList<>(List.of(watcher)));
        waiting.add(after);
        next();
    }

    private void next() {
        while (reads < READS_MAX && !waiting.isEmpty()) {
            long after = waiting.remove();
            int limit = (int) (Stretch.end(after, Long.MAX_VALUE) - after);
            reads++;
            hub.away(() -> hub.journal().after(after, limit), page -> arrived(after, page),
                    () -> failed(finished(after)));
        }
    }

    private void arrived(long after, List<StoredEntry> page) {
        List<Watcher> readers = finished(after);
        if (page.isEmpty() || page.getFirst().seq() != after + 1) {
            failed(readers);
            return;
        }
        View newest = hub.published();
        IdentityHashMap<Group, List<Stretch>> made = new IdentityHashMap<>();
        for (Watcher reader : readers) {
            Group group = reader.group();
            if (group != null) {
                hub.alone(reader, it -> it.page(after, made.computeIfAbsent(group,
                        key -> stretches(key.subscription(), after, page, newest))));
            }
        }
    }

    private void failed(List<Watcher> readers) {
        readers.forEach(reader -> hub.alone(reader, Watcher::failed));
    }

    /** A read is over, however it went: the next may begin. Who had waited for this one. */
    private List<Watcher> finished(long after) {
        reads--;
        List<Watcher> readers = wanted.remove(after);
        next();
        return readers == null ? List.of() : readers;
    }

    private List<Stretch> stretches(Subscription subscription, long after, List<StoredEntry> page,
            View newest) {
        List<Stretch> stretches = new ArrayList<>();
        // What the journal holds already and the view does not is read again when it does.
        long end = Math.min(page.getLast().seq(), newest.cursor().seq());
        long from = after;
        while (from < end) {
            Stretch stretch = Stretch.of(subscription, hub.epoch(), from, end,
                    seq -> page.get((int) (seq - after - 1)), hub.shownBy(newest));
            if (stretch == null) {
                return stretches;
            }
            stretches.add(stretch);
            from = stretch.to();
        }
        return stretches;
    }
}
