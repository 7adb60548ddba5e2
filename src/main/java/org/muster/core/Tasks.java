package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.DeploymentState;
import org.muster.model.Subject;
import org.muster.model.Task;

/**
 * Where a unit was sent or went, out of what was said of it: the incidents and protests that reports put it at, and the
 * places that somebody else sent it to. A place that it tells of itself is no task: it says where it is.
 */
final class Tasks {

    /** So many are told, the newest. */
    static final int MAX = 10;

    private Tasks() {}

    /**
     * Each once, the one that was spoken of last first.
     *
     * @param states oldest first
     * @param places oldest first; a state without one leaves the unit where it is
     */
    static List<Task> of(String unit, List<Said<UnitState.Stated>> states, List<Said<Where>> places,
            Catalogue catalogue) {
        Map<Subject, Task> tasks = new LinkedHashMap<>();
        Where there = null;
        int next = 0;
        for (Said<UnitState.Stated> said : states) {
            while (next < places.size() && !said.when().isBefore(places.get(next).when())) {
                there = places.get(next++).what();
            }
            if (there != null) {
                note(tasks, unit, said, there, catalogue);
            }
        }
        List<Task> newestFirst = new ArrayList<>(tasks.values());
        Collections.reverse(newestFirst);
        return newestFirst.subList(0, Math.min(MAX, newestFirst.size()));
    }

    private static void note(Map<Subject, Task> tasks, String unit, Said<UnitState.Stated> said,
            Where there, Catalogue catalogue) {
        UnitState.Stated stated = said.what();
        Instant at = Instant.ofEpochMilli(said.when().at());
        Subject subject = there.subject(catalogue);
        @Nullable
        Task before = tasks.remove(subject);
        boolean isSent = sends(stated.deployment().state()) && !stated.observer().equals(unit);
        if (before == null && !isSent && there instanceof Where.AtPlace) {
            return;
        }
        List<String> areas = there instanceof Where.AtPlace ? there.areas().ids() : List.of();
        tasks.put(subject,
                new Task(subject, areas, stated.deployment().state(), stated.deployment().count(),
                        at, stated.observer(),
                        isSent ? at : before == null ? null : before.sentAt(),
                        isSent ? stated.observer() : before == null ? null : before.sentBy()));
    }

    private static boolean sends(DeploymentState state) {
        return switch (state) {
            case REQUESTED, COMMITTED, EN_ROUTE -> true;
            case AT_SCENE, RELEASED -> false;
        };
    }
}
