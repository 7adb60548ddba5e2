package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.Entry;
import org.muster.model.Entry.AlertUpdated.Change;
import org.muster.model.Finding;

/** One alert, folded from its entries alone. */
final class AlertTrack {

    /** So many credentials are remembered to have seen an alert; what more see of it is not recorded. */
    static final int SEEN_MAX = 64;

    private final UUID id;
    private final long raisedSeq;
    private final String rule;
    private final RuleSubject about;
    private final long number;
    private final Map<String, Long> seen = new LinkedHashMap<>();
    private final List<AlertLog.Deed> history = new ArrayList<>();
    private List<String> areas;
    private Finding finding;
    private AlertState state;
    private int raisedCount;
    private long raisedAt;
    private boolean isEscalated;
    private AlertLog.@Nullable Act acknowledged;
    private @Nullable String assignee;
    private AlertLog.@Nullable Act cleared;
    private boolean isOver;
    private boolean isDisarmed;
    private AlertLog.@Nullable Comment comment;
    private AlertLog.@Nullable OnShelf shelf;
    private @Nullable UUID suppressedBy;

    /**
     * @param number the how many-th of its rule and subject, from 1
     * @param shelf that it was born on
     */
    AlertTrack(Entry entry, Entry.AlertRaised body, long number, AlertLog.@Nullable OnShelf shelf) {
        id = body.alert();
        raisedSeq = entry.seq();
        rule = body.rule();
        about = new RuleSubject(body.subject(), body.drill());
        this.number = number;
        areas = entry.areas();
        finding = body.finding();
        state = AlertState.UNACKNOWLEDGED;
        raisedCount = 1;
        raisedAt = entry.at().toEpochMilli();
        this.shelf = shelf;
        suppressedBy = body.suppressedBy();
        note(entry, body.type(), finding.message(), finding.discreet());
    }

    AlertTrack(AlertLog saved) {
        id = saved.id();
        raisedSeq = saved.raisedSeq();
        rule = saved.rule();
        about = new RuleSubject(saved.subject(), saved.drill());
        number = saved.number();
        areas = saved.areas();
        finding = saved.finding().finding();
        state = saved.state();
        raisedCount = saved.raisedCount();
        raisedAt = saved.raisedAt();
        isEscalated = saved.escalated();
        acknowledged = saved.acknowledged();
        assignee = saved.assignee();
        cleared = saved.cleared();
        isOver = saved.over();
        isDisarmed = saved.disarmed();
        comment = saved.comment();
        shelf = saved.shelf();
        suppressedBy = saved.suppressedBy();
        saved.seen().forEach(act -> seen.put(act.who(), act.at()));
        history.addAll(saved.history());
    }

    AlertLog saved() {
        return new AlertLog(id, raisedSeq, rule, about.what(), about.drill(), number, areas,
                AlertLog.Found.of(finding), state, raisedCount, raisedAt, isEscalated, acknowledged,
                assignee, cleared, isOver, isDisarmed, comment, shelf, suppressedBy,
                seen.entrySet()
                        .stream()
                        .map(one -> new AlertLog.Act(one.getKey(), one.getValue()))
                        .toList(),
                history);
    }

    UUID id() {
        return id;
    }

    long raisedSeq() {
        return raisedSeq;
    }

    String rule() {
        return rule;
    }

    RuleSubject about() {
        return about;
    }

    long number() {
        return number;
    }

    List<String> areas() {
        return areas;
    }

    Finding finding() {
        return finding;
    }

    AlertState state() {
        return state;
    }

    /** Whether it is out of the queue: on a shelf, or explained by another one. */
    boolean isHidden() {
        return shelf != null || suppressedBy != null;
    }

    /** When it was last raised, in milliseconds since 1970. */
    long raisedAt() {
        return raisedAt;
    }

    /** Whether nobody acknowledged it in time since it was last raised, and that was said. */
    boolean isEscalated() {
        return isEscalated;
    }

    /** Who acknowledged it; null when nobody did since it was last raised. */
    @Nullable
    String acknowledgedBy() {
        return acknowledged == null ? null : acknowledged.who();
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    @Nullable
    String clearedBy() {
        return cleared == null ? null : cleared.who();
    }

    AlertLog.@Nullable Comment comment() {
        return comment;
    }

    /** Whether its subject or its rule is gone, so that nothing can bring it back. */
    boolean isOver() {
        return isOver;
    }

    /** Whether somebody cleared it while the condition held, and that has not stopped to hold since. */
    boolean isDisarmed() {
        return isDisarmed;
    }

    /** Until when it is out of the queue, by whom and why; null when it is not. */
    AlertLog.@Nullable OnShelf shelf() {
        return shelf;
    }

    /** The alert that explains it; null without one. */
    @Nullable
    UUID suppressedBy() {
        return suppressedBy;
    }

    /** Whether it may still be noted that somebody's screen showed it. */
    boolean isNewTo(String who) {
        return seen.size() < SEEN_MAX && !seen.containsKey(who);
    }

    void update(Entry entry, Entry.AlertUpdated body) {
        areas = entry.areas();
        state = body.state();
        Finding found = body.finding();
        if (found != null) {
            finding = found;
            isEscalated = body.change() == Change.ESCALATED;
        }
        if (found != null && !isEscalated) {
            raisedCount++;
            raisedAt = entry.at().toEpochMilli();
            acknowledged = null;
            cleared = null;
        }
        if (body.change() == Change.SHELF_ENDING) {
            shelf = shelf == null ? null : shelf.warned();
        } else {
            isDisarmed = false;
        }
        note(entry, body.change().slug(), found == null ? null : found.message(),
                found == null ? null : found.discreet());
    }

    void clear(Entry entry, Entry.AlertCleared body) {
        boolean bySystem = entry.actor().equals(Actor.SYSTEM.name());
        isDisarmed = !bySystem && state.isStanding();
        isOver = bySystem && !RuleWatch.CONDITION_ENDED.equals(body.reason());
        enters(body.state());
        cleared = act(entry);
        note(entry, body.type(), body.reason(), null);
    }

    void acknowledge(Entry entry, Entry.AlertAcknowledged body) {
        enters(body.state());
        acknowledged = act(entry);
        note(entry, body.type(), null, null);
    }

    /** What is over needs no explanation. */
    private void enters(AlertState next) {
        state = next;
        suppressedBy = state.isOpen() ? suppressedBy : null;
    }

    void unacknowledge(Entry entry, Entry.AlertUnacknowledged body) {
        state = body.state();
        acknowledged = null;
        note(entry, body.type(), null, null);
    }

    void assign(Entry entry, Entry.AlertAssigned body) {
        assignee = body.to();
        note(entry, body.type(), body.to(), null);
    }

    void comment(Entry entry, Entry.AlertCommented body) {
        comment = new AlertLog.Comment(entry.actor(), body.text());
        note(entry, body.type(), body.text(), null);
    }

    void shelve(Entry entry, Entry.AlertShelved body) {
        shelf = new AlertLog.OnShelf(body.until().toEpochMilli(), entry.actor(), body.reason(),
                entry.at().toEpochMilli(), finding.severity(), false, body.second());
        note(entry, body.type(), body.reason(), null, body.second());
    }

    void unshelve(Entry entry, Entry.AlertUnshelved body) {
        shelf = null;
        note(entry, body.type(), null, null);
    }

    /** The next alert of its rule and subject is on its shelf instead; null when it is on none. */
    AlertLog.@Nullable OnShelf passShelf() {
        AlertLog.OnShelf passed = shelf;
        shelf = null;
        return passed;
    }

    void suppress(Entry entry, Entry.AlertSuppressed body) {
        suppressedBy = body.by();
        note(entry, body.type(), body.by() == null ? null : body.by().toString(), null);
    }

    void see(Entry entry) {
        seen.putIfAbsent(entry.actor(), entry.at().toEpochMilli());
    }

    /** @param isSensitive whether its subject is, so that only discreet words are shown */
    Alert shown(boolean isSensitive) {
        return new Alert(id, raisedSeq, rule, finding.ruleVersion(), finding.severity(), state,
                raisedCount, finding.late(), about.drill(), about.what(), areas,
                finding.message(isSensitive), finding.value(), finding.threshold(),
                Instant.ofEpochMilli(raisedAt), finding.effectiveAt(), finding.evidence(),
                acknowledgedBy(), at(acknowledged), assignee, at(cleared), clearedBy(),
                shelf == null ? null : shelf.shelf(), suppressedBy,
                seen.entrySet()
                        .stream()
                        .map(one -> new Alert.Seen(one.getKey(),
                                Instant.ofEpochMilli(one.getValue())))
                        .toList(),
                history.stream().map(deed -> deed.shown(isSensitive)).toList());
    }

    private void note(Entry entry, String what, @Nullable String words, @Nullable String discreet) {
        note(entry, what, words, discreet, null);
    }

    private void note(Entry entry, String what, @Nullable String words, @Nullable String discreet,
            @Nullable String second) {
        history.add(new AlertLog.Deed(entry.seq(), entry.at().toEpochMilli(), what, entry.actor(),
                words, discreet, second));
        if (history.size() > Alert.HISTORY_MAX) {
            history.removeFirst();
        }
    }

    private static AlertLog.Act act(Entry entry) {
        return new AlertLog.Act(entry.actor(), entry.at().toEpochMilli());
    }

    private static @Nullable Instant at(AlertLog.@Nullable Act act) {
        return act == null ? null : Instant.ofEpochMilli(act.at());
    }
}
