package org.muster.core;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.muster.model.Schedule;

/** Which of the schedules in force are on. What they are is looked at when one turns, and at no other time. */
final class Timetable {

    private List<Schedule> schedules = List.of();
    private Set<String> on = Set.of();
    private long turnsAt = FactRow.NEVER;

    /** Other schedules are in force. */
    void define(List<Schedule> those, long now) {
        schedules = List.copyOf(those);
        look(now);
    }

    /** The ids of those that are on: the same set as long as none turns. */
    Set<String> on() {
        return on;
    }

    /** The next moment at which one turns; {@link FactRow#NEVER} if none does. */
    long turnsAt() {
        return turnsAt;
    }

    /** Time has come to {@code now}; says which are otherwise than before. */
    Set<String> moveTo(long now) {
        if (now < turnsAt) {
            return Set.of();
        }
        Set<String> before = on;
        look(now);
        Set<String> turned = new HashSet<>(before);
        turned.addAll(on);
        turned.removeIf(id -> before.contains(id) && on.contains(id));
        return turned;
    }

    private void look(long now) {
        Instant moment = Instant.ofEpochMilli(now);
        Set<String> those = new TreeSet<>();
        turnsAt = FactRow.NEVER;
        for (Schedule schedule : schedules) {
            if (schedule.isOn(moment)) {
                those.add(schedule.id());
            }
            Instant turn = schedule.turnsAt(moment);
            turnsAt = turn == null ? turnsAt : Math.min(turnsAt, turn.toEpochMilli());
        }
        on = Set.copyOf(those);
    }
}
