package org.muster.push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.muster.model.Incident;
import org.muster.model.Unit;
import org.muster.view.Commit;
import org.muster.view.View;

/**
 * Incidents and units as they were in areas that they have left since the service started, so that a watcher who comes
 * back is told what left its areas meanwhile. One entry per thing and set of areas; the writer's thread adds, any
 * thread reads.
 */
final class Formers {

    private final Map<UUID, List<Incident>> incidents = new ConcurrentHashMap<>();
    private final Map<String, List<Unit>> units = new ConcurrentHashMap<>();

    /** Notes what a commit moved. */
    void note(View before, Commit commit) {
        for (UUID id : commit.incidents()) {
            Incident then = before.incident(id);
            Incident now = commit.view().incident(id);
            if (then != null && (now == null || !then.areas().equals(now.areas()))) {
                incidents.merge(id, List.of(then), Formers::withIncident);
            }
        }
        for (String id : commit.units()) {
            Unit then = before.units().get(id);
            Unit now = commit.view().units().get(id);
            if (then != null && (now == null || !then.areas().equals(now.areas()))) {
                units.merge(id, List.of(then), Formers::withUnit);
            }
        }
    }

    /** Ids of incidents that this subscription saw once and does not see in this view. */
    Set<UUID> incidentsLeft(Subscription subscription, View view) {
        Set<UUID> left = new HashSet<>();
        incidents.forEach((id, formers) -> {
            Incident now = view.incident(id);
            if ((now == null || !subscription.sees(now))
                    && formers.stream().anyMatch(subscription::sees)) {
                left.add(id);
            }
        });
        return left;
    }

    /** Call signs of units that this subscription saw once and does not see in this view. */
    Set<String> unitsLeft(Subscription subscription, View view) {
        Set<String> left = new HashSet<>();
        units.forEach((id, formers) -> {
            Unit now = view.units().get(id);
            if ((now == null || !subscription.sees(now))
                    && formers.stream().anyMatch(subscription::sees)) {
                left.add(id);
            }
        });
        return left;
    }

    private static List<Incident> withIncident(List<Incident> formers, List<Incident> added) {
        Incident then = added.getFirst();
        if (formers.stream().anyMatch(former -> former.areas().equals(then.areas()))) {
            return formers;
        }
        List<Incident> more = new ArrayList<>(formers);
        more.add(then);
        return List.copyOf(more);
    }

    private static List<Unit> withUnit(List<Unit> formers, List<Unit> added) {
        Unit then = added.getFirst();
        if (formers.stream().anyMatch(former -> former.areas().equals(then.areas()))) {
            return formers;
        }
        List<Unit> more = new ArrayList<>(formers);
        more.add(then);
        return List.copyOf(more);
    }
}
