package org.muster.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.Alerting;
import org.muster.model.Entry;
import org.muster.model.Severity;

/**
 * The alerts that are out of the queue for a time, and when that is over. A shelf belongs to a rule and a subject: it is
 * on the newest alert of the two, whatever became of the one that was shelved.
 */
final class Shelves {

    private static final long MINUTE_MILLIS = 60_000;

    private final Map<UUID, AlertTrack> shelved = new LinkedHashMap<>();
    private final DueTimes<UUID> dues = new DueTimes<>();
    private Alerting.@Nullable Shelving by;

    /** An alert is not as it was. */
    void changed(AlertTrack alert) {
        if (alert.shelf() == null) {
            if (shelved.remove(alert.id()) != null) {
                dues.set(alert.id(), Long.MAX_VALUE);
            }
        } else {
            shelved.put(alert.id(), alert);
            // Looked at once, and set right then: how early a warning is depends on settings that may change.
            dues.set(alert.id(), Long.MIN_VALUE);
        }
    }

    /** What is due by now, as {@link Picture#follow} says: warnings, and what comes back into the queue. */
    List<Draft> follow(Alerting.Shelving settings, long now) {
        if (!settings.equals(by)) {
            by = settings;
            shelved.keySet().forEach(id -> dues.set(id, Long.MIN_VALUE));
        }
        long warnMillis = settings.warnMinutes() * MINUTE_MILLIS;
        List<Ending> endings = new ArrayList<>();
        for (UUID id : dues.take(now)) {
            AlertTrack alert = shelved.get(id);
            AlertLog.OnShelf shelf = alert == null ? null : alert.shelf();
            if (alert != null && shelf != null) {
                long due = dueAt(alert, shelf, warnMillis);
                dues.set(id, due);
                if (due <= now) {
                    endings.add(new Ending(due, alert, shelf));
                }
            }
        }
        return endings.stream().sorted().map(ending -> ending.draft(now)).toList();
    }

    /** Something that is to be said of a shelved alert. */
    private record Ending(long due, AlertTrack alert,
            AlertLog.OnShelf shelf) implements Comparable<Ending> {

        @Override
        public int compareTo(Ending other) {
            int byTime = Long.compare(due, other.due);
            return byTime != 0 ? byTime : Long.compare(alert.raisedSeq(), other.alert.raisedSeq());
        }

        Draft draft(long now) {
            Entry.Body said = shelf.holds(alert.finding().severity(), now)
                    ? new Entry.AlertUpdated(alert.id(), Entry.AlertUpdated.Change.SHELF_ENDING,
                            alert.state(), null)
                    : new Entry.AlertUnshelved(alert.id());
            return new Draft(Actor.SYSTEM.name(), alert.areas(), said);
        }
    }

    /** The next moment at which something is due; {@link FactRow#NEVER} without one. */
    long dueAt() {
        return dues.first();
    }

    /** When something is to be said of it next. */
    private static long dueAt(AlertTrack alert, AlertLog.OnShelf shelf, long warnMillis) {
        if (!shelf.holds(alert.finding().severity(), shelf.since())) {
            return shelf.since();
        }
        long warnAt = shelf.until() - warnMillis;
        boolean warns = warnMillis > 0 && warnAt > shelf.since() && !shelf.isWarned()
                && alert.state().isOpen();
        return warns ? warnAt : shelf.until();
    }

    /** The shelf that a finding is born on: that of the alert before, while it holds it. */
    static Alert.@Nullable Shelf of(@Nullable AlertTrack before, Severity found, long now) {
        AlertLog.OnShelf shelf = before == null ? null : before.shelf();
        return shelf != null && shelf.holds(found, now)
                ? new Alert.Shelf(shelf.shelf().until(), shelf.by(), null, shelf.second())
                : null;
    }
}
