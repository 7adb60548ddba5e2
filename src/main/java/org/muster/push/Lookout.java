package org.muster.push;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.view.View;

/**
 * Who looks at which alert, as the watchers of one event loop are told: at most once a second, and of so many alerts at
 * most, so that however many screens turn, a message stays short. What is over that waits for the next second, oldest
 * first. On the hub's thread, except what is said to be called from another.
 */
final class Lookout {

    /** So many alerts change at most between two messages. */
    static final int CHANGED_MAX = 100;
    /** So many are named at an alert; the others are a number. */
    static final int NAMED_MAX = 20;

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Lookers lookers;
    private final Set<UUID> stirred = new LinkedHashSet<>();
    private final Map<Long, List<Looked>> changes = new HashMap<>();
    private Sight sight = Sight.NOBODY;
    private long sightAt;

    Lookout(Lookers lookers) {
        this.lookers = lookers;
    }

    /**
     * One alert and who looks at it.
     *
     * @param alert as it was then: its areas say who may be told
     * @param more how many there are besides those that are named
     */
    record Looked(Alert alert, List<String> who, int more) {

        private static Looked by(List<String> all, Alert alert) {
            return new Looked(alert, all.subList(0, Math.min(all.size(), NAMED_MAX)),
                    Math.max(0, all.size() - NAMED_MAX));
        }

        private boolean tellsTheSameAs(@Nullable Looked other) {
            return other != null && who.equals(other.who) && more == other.more
                    && alert.areas().equals(other.alert.areas());
        }

        private Looked byNobody() {
            return new Looked(alert, List.of(), 0);
        }
    }

    /** All that is told at one time; a later one has a higher number. */
    record Sight(long number, Map<UUID, Looked> looked) {

        static final Sight NOBODY = new Sight(0, Map.of());
    }

    /** Somebody turned to an alert or from it; any thread. */
    void stir(UUID alert) {
        synchronized (stirred) {
            stirred.add(alert);
        }
    }

    /** One beat. What the view does not hold is looked at by nobody. */
    void tick(View view, long now) {
        if (sight.number() > 0 && now - sightAt < EVERY_NANOS) {
            return;
        }
        sight.looked().forEach((id, looked) -> {
            Alert alert = view.alerts().get(id);
            // Where it counts as well now, others see it who were told nothing.
            if (alert == null || !alert.areas().equals(looked.alert().areas())) {
                stir(id);
            }
        });
        Map<UUID, Looked> next = new HashMap<>(sight.looked());
        boolean changed = false;
        for (UUID id : take()) {
            Alert alert = view.alerts().get(id);
            List<String> all = lookers.at(id);
            Looked looked = alert == null || all.isEmpty() ? null : Looked.by(all, alert);
            if (looked == null) {
                changed |= next.remove(id) != null;
                if (!all.isEmpty()) {
                    // Another event loop knows this alert a moment sooner, or forgets it a moment later.
                    stir(id);
                }
            } else if (!looked.tellsTheSameAs(next.get(id))) {
                next.put(id, looked);
                changed = true;
            }
        }
        if (changed) {
            sight = new Sight(sight.number() + 1, Collections.unmodifiableMap(next));
            sightAt = now;
            changes.clear();
        }
    }

    private List<UUID> take() {
        synchronized (stirred) {
            List<UUID> some = stirred.stream().limit(CHANGED_MAX).toList();
            some.forEach(stirred::remove);
            return some;
        }
    }

    /** What is told now. */
    Sight sight() {
        return sight;
    }

    /** What changed since an earlier sight. */
    List<Looked> changedSince(Sight before) {
        return changes.computeIfAbsent(before.number(), any -> changed(before.looked()));
    }

    private List<Looked> changed(Map<UUID, Looked> before) {
        Set<UUID> ids = new HashSet<>(before.keySet());
        ids.addAll(sight.looked().keySet());
        List<Looked> changed = new ArrayList<>();
        for (UUID id : ids) {
            Looked was = before.get(id);
            Looked is = sight.looked().get(id);
            if (!Objects.equals(was, is)) {
                changed.add(is == null ? Objects.requireNonNull(was).byNobody() : is);
            }
        }
        return changed;
    }
}
