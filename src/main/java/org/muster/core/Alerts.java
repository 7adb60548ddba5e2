package org.muster.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Settings;
import org.muster.model.Severity;

/** Every alert from its first entry on: they stay in memory until there is an index that answers for them. */
final class Alerts {

    private final Map<UUID, AlertTrack> alerts = new LinkedHashMap<>();
    private final Map<RuleSubject, About> bySubject = new HashMap<>();
    private final Set<RuleSubject> unsettled = new TreeSet<>();
    private final Set<AlertTrack> changed = new LinkedHashSet<>();
    private final Shelves shelves = new Shelves();
    private final Suppression suppression = new Suppression(this);
    private final Function<List<String>, AreaSet> sets;

    /** The alerts about one subject. */
    private static final class About {

        private final Set<AlertTrack> all = new LinkedHashSet<>();
        private final TreeMap<String, AlertTrack> newest = new TreeMap<>();
        private boolean isSensitive;
    }

    /** @param sets the sets of areas outside drills, where open ones count */
    Alerts(Function<List<String>, AreaSet> sets) {
        this.sets = sets;
    }

    @Nullable
    AlertTrack find(UUID id) {
        return alerts.get(id);
    }

    /** The alert of that id; that there is none is our own fault. */
    AlertTrack get(UUID id) {
        AlertTrack alert = alerts.get(id);
        if (alert == null) {
            throw new IllegalStateException("no alert " + id + " was ever raised");
        }
        return alert;
    }

    /** The newest alert of a rule and a subject; null when there never was one. */
    @Nullable
    AlertTrack newest(String rule, RuleSubject about) {
        About its = bySubject.get(about);
        return its == null ? null : its.newest.get(rule);
    }

    /** The newest of each rule about a subject, by rule. */
    Collection<AlertTrack> newest(RuleSubject about) {
        About its = bySubject.get(about);
        return its == null ? List.of() : its.newest.values();
    }

    /** Subjects with an alert that is open, or that waits for its condition to end. */
    Set<RuleSubject> unsettled() {
        return unsettled;
    }

    /** The ids of the open alerts about a subject, oldest first. */
    List<UUID> open(RuleSubject about) {
        return newest(about).stream()
                .filter(alert -> alert.state().isOpen())
                .sorted(Comparator.comparingLong(AlertTrack::raisedSeq))
                .map(AlertTrack::id)
                .toList();
    }

    void raise(Entry entry, Entry.AlertRaised body) {
        AlertTrack before = newest(body.rule(), new RuleSubject(body.subject(), body.drill()));
        AlertLog.OnShelf shelf = null;
        if (before != null && body.shelf() != null) {
            shelf = before.passShelf();
            settle(before);
        }
        add(new AlertTrack(entry, body, before == null ? 1 : before.number() + 1, shelf));
    }

    /**
     * What a rule wants to raise, with the marks that it is born with: those of what is not to be in the queue.
     *
     * @param before the newest alert of the rule about the subject
     */
    @Nullable
    Draft aside(@Nullable Draft due, @Nullable AlertTrack before, Subjects subjects, long now) {
        if (due == null || !(due.body() instanceof Entry.AlertRaised raised)) {
            return due;
        }
        Severity found = raised.finding().severity();
        Whereabouts where = subjects.whereabouts(new RuleSubject(raised.subject(), raised.drill()),
                due.areas());
        return new Draft(due.actor(), due.areas(),
                new Entry.AlertRaised(raised.alert(), raised.rule(), raised.subject(),
                        raised.drill(), raised.finding(), Shelves.of(before, found, now),
                        suppression.by(raised.rule(), found, where, subjects)));
    }

    /** Takes in an entry of an alert; says which it is of. */
    AlertTrack evolve(Entry entry, UUID id) {
        AlertTrack alert = get(id);
        count(alert, -1);
        switch (entry.body()) {
            case Entry.AlertUpdated body -> alert.update(entry, body);
            case Entry.AlertCleared body -> alert.clear(entry, body);
            case Entry.AlertAcknowledged body -> alert.acknowledge(entry, body);
            case Entry.AlertUnacknowledged body -> alert.unacknowledge(entry, body);
            case Entry.AlertAssigned body -> alert.assign(entry, body);
            case Entry.AlertCommented body -> alert.comment(entry, body);
            case Entry.AlertShelved body -> alert.shelve(entry, body);
            case Entry.AlertUnshelved body -> alert.unshelve(entry, body);
            case Entry.AlertSuppressed body -> alert.suppress(entry, body);
            case Entry.AlertSeen _ -> alert.see(entry);
            default -> throw new IllegalStateException("no entry of an alert: " + entry.body());
        }
        count(alert, 1);
        settle(alert);
        return alert;
    }

    /** Those that are out of the queue for a time. */
    Shelves shelves() {
        return shelves;
    }

    /** Those that others explain. */
    Suppression suppression() {
        return suppression;
    }

    /** Other rules are in force. */
    void apply(Settings settings) {
        suppression.apply(settings, alerts.values());
    }

    /** Whether there never was an alert. */
    boolean isEmpty() {
        return alerts.isEmpty();
    }

    /** What may be shown of the alerts about a subject goes by whether it is sensitive. */
    void sensitive(RuleSubject about, boolean isSensitive) {
        About its = bySubject.get(about);
        if (its != null && its.isSensitive != isSensitive) {
            its.isSensitive = isSensitive;
            changed.addAll(its.all);
        }
    }

    Map<UUID, Alert> takeChanged() {
        Map<UUID, Alert> taken = HashMap.newHashMap(changed.size());
        for (AlertTrack alert : changed) {
            About its = bySubject.get(alert.about());
            taken.put(alert.id(), alert.shown(its != null && its.isSensitive));
        }
        changed.clear();
        return taken;
    }

    List<AlertLog> state() {
        return alerts.values().stream().map(AlertTrack::saved).toList();
    }

    /** @param isSensitive whether a subject is */
    void restore(List<AlertLog> states, Predicate<AlertSubject> isSensitive) {
        for (AlertLog state : states) {
            add(new AlertTrack(state));
            sensitive(new RuleSubject(state.subject(), state.drill()),
                    isSensitive.test(state.subject()));
        }
    }

    private void add(AlertTrack alert) {
        alerts.put(alert.id(), alert);
        About its = bySubject.computeIfAbsent(alert.about(), _ -> new About());
        its.all.add(alert);
        its.newest.put(alert.rule(), alert);
        count(alert, 1);
        settle(alert);
    }

    private void settle(AlertTrack alert) {
        changed.add(alert);
        shelves.changed(alert);
        suppression.changed(alert);
        boolean waits = newest(alert.about()).stream()
                .anyMatch(one -> one.state().isOpen() || one.isDisarmed());
        if (waits) {
            unsettled.add(alert.about());
        } else {
            unsettled.remove(alert.about());
        }
    }

    private void count(AlertTrack alert, int sign) {
        if (alert.state().isOpen() && !alert.about().drill() && !alert.about().what().ofEngine()) {
            sets.apply(alert.areas()).addAlert(alert.finding().severity(), sign);
        }
    }
}
