package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Settings;

/**
 * Asks the rules in force about the subjects that entries, or the time, made others, in the order of subjects and rules.
 * Until it is asked for the first time it watches nothing, so that replay costs nothing more; then, and whenever there
 * are other settings, it looks at everything there is.
 */
final class RuleWatch {

    static final String CONDITION_ENDED = "condition-ended";
    static final String SUBJECT_ENDED = "subject-ended";
    static final String RULE_REMOVED = "rule-removed";

    private final RulesInForce rules = new RulesInForce();
    private final Map<RuleSubject, Sheet> sheets = new HashMap<>();
    private final TreeSet<RuleSubject> stirred = new TreeSet<>();
    private final DueTimes<RuleSubject> dues = new DueTimes<>();
    private final Timetable timetable = new Timetable();
    private final Alerts alerts;
    private final Subjects subjects;
    private final Areas areas;
    private boolean isStale = true;
    private Sheet.@Nullable Touch touch;

    /** @param areas those outside drills */
    RuleWatch(Alerts alerts, Subjects subjects, Areas areas) {
        this.alerts = alerts;
        this.subjects = subjects;
        this.areas = areas;
    }

    RulesInForce rules() {
        return rules;
    }

    /** Other settings are in force by this entry. */
    void apply(Settings before, Settings now, long seq) {
        rules.apply(before, now, seq);
        isStale = true;
    }

    /** What is touched from now on is so by time alone. */
    void timePasses(long now) {
        touch = null;
        lookAtAreas(now);
    }

    /** What is touched from now on is so by this entry. */
    void begin(Entry entry) {
        touch = new Sheet.Touch(entry.seq(),
                entry.body() instanceof Entry.ReportRecorded body ? body.effectiveAt() : null);
    }

    /** The entry was taken in. */
    void end(long now) {
        lookAtAreas(now);
        touch = null;
    }

    /** The facts of a subject may be others. */
    void touch(RuleSubject about) {
        stirred.add(about);
        alerts.suppression().touch(about);
        if (touch != null) {
            sheets.computeIfAbsent(about, _ -> new Sheet()).mark(touch);
        }
    }

    /** Whether any rule looks at such subjects. */
    boolean isOn(AlertSubject.Type type) {
        return !rules.of(type).isEmpty();
    }

    /** An alert is not as it was. */
    void changed(AlertTrack alert) {
        if (isOn(alert.about().type())) {
            stirred.add(alert.about());
            sheets.computeIfAbsent(alert.about(), _ -> new Sheet()).unsettle(alert.rule());
        }
    }

    /** What is due by now, as {@link Picture#follow} says. */
    List<Draft> follow(Rulebook rulebook, Settings settings, long now) {
        if (isStale) {
            lookAtEverything(rulebook, settings, now);
            isStale = false;
        }
        rules.scopes(timetable.moveTo(now)).forEach(this::stirAll);
        stirred.addAll(dues.take(now));
        if (stirred.isEmpty()) {
            return List.of();
        }
        Duration lateAfter = Duration.ofMinutes(settings.windows().lateMinutes());
        List<Draft> drafts = new ArrayList<>();
        for (RuleSubject about : List.copyOf(stirred)) {
            int before = drafts.size();
            look(about, Instant.ofEpochMilli(now), lateAfter, drafts);
            if (drafts.size() == before) {
                stirred.remove(about);
            }
        }
        return alerts.suppression().inTurn(drafts);
    }

    /** The next moment at which time alone may bring something about; {@link FactRow#NEVER} if none. */
    long dueAt() {
        long reads = 0;
        for (RuleInForce rule : rules.of(AlertSubject.Type.AREA)) {
            reads |= rule.reads();
        }
        long turns = Math.min(timetable.turnsAt(),
                reads == 0 ? FactRow.NEVER : areas.turnsAt(reads));
        return Math.min(dues.first(), turns);
    }

    private void lookAtEverything(Rulebook rulebook, Settings settings, long now) {
        boolean wasOn = isOn(AlertSubject.Type.AREA);
        rules.understand(rulebook, settings);
        timetable.define(rules.schedules(settings), now);
        if (!wasOn && isOn(AlertSubject.Type.AREA)) {
            areas.watch();
            lookAtAreas(now);
        }
        sheets.values().forEach(Sheet::forget);
        stirred.addAll(sheets.keySet());
        stirred.addAll(alerts.unsettled());
        for (AlertSubject.Type scope : AlertSubject.Type.values()) {
            if (isOn(scope)) {
                stirAll(scope);
            }
        }
    }

    private void stirAll(AlertSubject.Type scope) {
        stirred.addAll(subjects.all(scope));
    }

    private void look(RuleSubject about, Instant now, Duration lateAfter, List<Draft> drafts) {
        Looked looked = subjects.find(about);
        int before = drafts.size();
        if (looked == null) {
            for (AlertTrack alert : alerts.newest(about)) {
                // Of a unit and of a crime no condition holds any more; what was not seen of it stays in the queue.
                boolean isIdle = (about.type() == AlertSubject.Type.UNIT
                        || about.type() == AlertSubject.Type.ALLEGATION)
                        && rules.find(alert.rule(), about.type()) != null;
                add(drafts, isIdle ? Judging.idle(alert) : Judging.over(alert, SUBJECT_ENDED));
            }
        } else {
            look(about, looked, now, lateAfter, drafts);
        }
        if (drafts.size() == before && (looked == null || !isOn(about.type()))) {
            sheets.remove(about);
            dues.set(about, FactRow.NEVER);
        }
    }

    private void look(RuleSubject about, Looked looked, Instant now, Duration lateAfter,
            List<Draft> drafts) {
        int before = drafts.size();
        long at = now.toEpochMilli();
        Sheet sheet = sheets.computeIfAbsent(about, _ -> new Sheet());
        FactRow row = new FactRow(about.type());
        looked.fill(row, at);
        long changed = sheet.look(row, looked, at);
        Judging judging = new Judging(about, looked, row, sheet, now, lateAfter);
        long escalates = FactRow.NEVER;
        for (RuleInForce rule : rules.of(about.type())) {
            AlertTrack newest = alerts.newest(rule.id(), about);
            RuleInForce.Form form = rule.form(looked, timetable.on());
            Draft draft = sheet.concerns(rule, form, changed, at)
                    ? judging.judge(rule, form, newest)
                    : null;
            if (draft != null) {
                sheet.unsettle(rule.id());
                add(drafts, alerts.aside(draft, newest, subjects, at));
            } else if (newest != null) {
                Draft moved = judging.moved(newest);
                // One at a time: each tells the areas.
                drafts.addAll(moved == null ? Escalation.follow(rule, newest, at) : List.of(moved));
                escalates = Math.min(escalates, Escalation.dueAt(rule, newest));
            }
        }
        for (AlertTrack alert : alerts.newest(about)) {
            if (rules.find(alert.rule(), about.type()) == null) {
                add(drafts, Judging.over(alert, RULE_REMOVED));
            }
        }
        if (drafts.size() == before) {
            sheet.settle();
        }
        dues.set(about,
                Math.min(sheet.dueAt(rules.of(about.type()), at), Sheet.after(at, escalates)));
    }

    private void lookAtAreas(long now) {
        if (isOn(AlertSubject.Type.AREA)) {
            for (String area : areas.takeStirred(now)) {
                touch(RuleSubject.of(AlertSubject.Type.AREA, area, false));
            }
        }
    }

    private static void add(List<Draft> drafts, @Nullable Draft draft) {
        if (draft != null) {
            drafts.add(draft);
        }
    }
}
