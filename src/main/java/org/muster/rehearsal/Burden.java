package org.muster.rehearsal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.muster.core.Changes;
import org.muster.model.Annunciation;
import org.muster.model.Desk;
import org.muster.model.Entry;

/** What alerts asked of each desk from a moment on, as the core said while it went on. */
final class Burden {

    private final Instant from;
    private final List<Annunciation> calls = new ArrayList<>();
    private final Map<String, Desk> desks = new TreeMap<>();
    private final Map<String, Integer> floods = new TreeMap<>();

    Burden(Instant from) {
        this.from = from;
    }

    /** Takes in what changed. */
    void take(Changes changes) {
        if (changes.desks() != null) {
            desks.putAll(changes.desks());
        }
        for (Annunciation said : changes.annunciations()) {
            if (said.calls() && !said.at().isBefore(from)) {
                calls.add(said);
            }
        }
    }

    /** Takes in the next entry. */
    void take(Entry entry) {
        if (entry.body() instanceof Entry.FloodStarted it && !entry.at().isBefore(from)) {
            floods.merge(it.desk(), 1, Integer::sum);
        }
    }

    /** Forgets all but the desks. */
    void begin() {
        calls.clear();
        floods.clear();
    }

    /** By desk, up to a moment. */
    Map<String, DeskLoad> loads(Instant to) {
        Map<String, DeskLoad> loads = new TreeMap<>();
        desks.values().forEach(desk -> loads.put(desk.name(), load(desk, to)));
        return loads;
    }

    private DeskLoad load(Desk desk, Instant to) {
        Deque<Instant> window = new ArrayDeque<>();
        int all = 0;
        int worst = 0;
        long above = 0;
        Instant last = from;
        for (Annunciation said : calls) {
            if (desk.isConcernedBy(said.areas())) {
                above += leave(window, last, said.at());
                window.add(said.at());
                last = said.at();
                worst = Math.max(worst, window.size());
                all++;
            }
        }
        above += leave(window, last, to);
        double millis = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
        return new DeskLoad(all, worst, above / millis, floods.getOrDefault(desk.name(), 0));
    }

    /** Takes out what is older than the window by a moment, and says how long too much was in it since the last. */
    private static long leave(Deque<Instant> window, Instant last, Instant now) {
        long above = 0;
        Instant since = last;
        while (!window.isEmpty() && !window.getFirst().plus(Desk.WINDOW).isAfter(now)) {
            Instant leaves = window.getFirst().plus(Desk.WINDOW);
            above += above(window, since, leaves);
            since = leaves;
            window.removeFirst();
        }
        return above + above(window, since, now);
    }

    private static long above(Deque<Instant> window, Instant since, Instant until) {
        return window.size() > Desk.FLOOD_ABOVE
                ? Math.max(0, until.toEpochMilli() - since.toEpochMilli())
                : 0;
    }
}
