package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a subject from one look at it to the next: its facts, which entries touched them, since when
 * which conditions hold. It stands in no entry and no snapshot, and begins anew with each start.
 */
final class Sheet {

    /** So many entries stand as evidence, the newest. */
    static final int EVIDENCE_MAX = 16;

    private static final long EVERYTHING = -1;

    private final Map<String, Hold> holds = new HashMap<>(0);
    private final Map<String, End> ends = new HashMap<>(0);
    private final Map<String, RuleInForce.Form> asked = new HashMap<>(0);
    private final Map<String, Long> failed = new HashMap<>(0);
    private final Set<String> unsettled = new HashSet<>(0);
    private final List<Touch> marked = new ArrayList<>(1);
    private final List<Touch> touches = new ArrayList<>(1);
    private @Nullable FactRow row;
    private long @Nullable [] seen;
    private long lastTouch;

    /**
     * An entry that spoke of the subject.
     *
     * @param effectiveAt when what it tells of was so; null when it is no report
     */
    record Touch(long entry, @Nullable Instant effectiveAt) {}

    /** Since when a condition holds, by which entries, and until when the rule waits. */
    private record Hold(long version, long since, List<Long> evidence, long until) {}

    /** Until when a standing alert's condition must be over for the alert to end. */
    private record End(long version, long until) {}

    /** An entry spoke of the subject: whether that made its facts others is seen at the next look. */
    void mark(Touch touch) {
        // One entry may change several things of a subject, and is one piece of evidence.
        if (marked.isEmpty() || marked.getLast().entry() != touch.entry()) {
            marked.add(touch);
        }
    }

    /** All rules are to be asked at the next look. */
    void forget() {
        seen = null;
    }

    /** A rule is to be asked at the next look, whatever facts are others. */
    void unsettle(String rule) {
        unsettled.add(rule);
    }

    /** Looks at the subject; says which facts are others than at the last look, a bit for each. */
    long look(FactRow next, Looked looked, long now) {
        FactRow before = row;
        if (before == null) {
            lastTouch = looked.newestEntry();
        }
        if (before == null || !before.isSame(next)) {
            for (Touch touch : marked) {
                touches.add(touch);
                lastTouch = touch.entry();
                holds.values().forEach(hold -> keep(hold.evidence(), touch.entry()));
            }
        }
        marked.clear();
        row = next;
        long[] numbers = next.at(now);
        long changed = changed(seen, numbers);
        seen = numbers;
        return changed;
    }

    /**
     * Whether a rule has to be asked, by what {@link #look} said.
     *
     * @param form what it is for the subject now
     */
    boolean concerns(RuleInForce rule, RuleInForce.Form form, long changed, long now) {
        boolean isOther = rule.rule().hasVariations() && !form.equals(asked.put(rule.id(), form));
        Hold hold = holds.get(rule.id());
        End end = ends.get(rule.id());
        return isOther || changed == EVERYTHING || (changed & rule.reads()) != 0
                || unsettled.contains(rule.id()) || (hold != null && now >= hold.until())
                || (end != null && now >= end.until());
    }

    /** Nothing follows from it any more, as far as the last look goes. */
    void settle() {
        touches.clear();
        unsettled.clear();
    }

    /**
     * The condition holds; says whether the rule waits no more.
     *
     * @param millis so long it must have held
     * @param notBefore and it must be that late
     */
    boolean holds(RuleInForce rule, long millis, long notBefore, long now) {
        Hold known = holds.get(rule.id());
        boolean goesOn = known != null && known.version() == rule.version();
        Hold hold = known != null && goesOn ? known
                : new Hold(rule.version(), now, new ArrayList<>(touched()), now);
        long until = Math.max(hold.since() + millis, notBefore);
        if (!goesOn && until <= now) {
            holds.remove(rule.id());
            return true;
        }
        holds.put(rule.id(), new Hold(rule.version(), hold.since(), hold.evidence(), until));
        return until <= now;
    }

    /** The condition does not hold, or there is nothing to wait for. */
    void breaks(String rule) {
        holds.remove(rule);
    }

    /** A standing alert's condition is over; says whether it has been for as long as the rule asks. */
    boolean ends(RuleInForce rule, long now) {
        if (rule.endMillis() == 0) {
            return true;
        }
        End end = ends.get(rule.id());
        if (end == null || end.version() != rule.version()) {
            end = new End(rule.version(), now + rule.endMillis());
            ends.put(rule.id(), end);
        }
        return now >= end.until();
    }

    /** No alert is about to end. */
    void goesOn(String rule) {
        ends.remove(rule);
    }

    /** What a rule's condition rests on, oldest first. */
    List<Long> evidence(String rule) {
        Hold hold = holds.get(rule);
        return hold == null ? touched() : hold.evidence();
    }

    /** When what the newest report of this look tells of was so; null when it was time that the rule waited for. */
    @Nullable
    Instant effectiveAt(String rule) {
        if (holds.containsKey(rule)) {
            return null;
        }
        for (Touch touch : touches.reversed()) {
            if (touch.effectiveAt() != null) {
                return touch.effectiveAt();
            }
        }
        return null;
    }

    /** The rule in that form gave no answer; says whether that is news. */
    boolean fails(RuleInForce rule) {
        Long before = failed.put(rule.id(), rule.version());
        return before == null || before != rule.version();
    }

    /** The rule gave an answer. */
    void answered(String rule) {
        failed.remove(rule);
    }

    /** When to look at it again though nothing happens. */
    long dueAt(List<RuleInForce> rules, long now) {
        long due = FactRow.NEVER;
        long reads = 0;
        for (RuleInForce rule : rules) {
            reads |= rule.reads();
            Hold hold = holds.get(rule.id());
            End end = ends.get(rule.id());
            due = Math.min(due, hold == null ? FactRow.NEVER : after(now, hold.until()));
            due = Math.min(due, end == null ? FactRow.NEVER : after(now, end.until()));
        }
        return row == null ? due : Math.min(due, row.turnsAt(reads, now));
    }

    /** What is over stays to be looked at until it is recorded. */
    static long after(long now, long until) {
        return until > now ? until : FactRow.NEVER;
    }

    private List<Long> touched() {
        if (touches.isEmpty()) {
            return lastTouch == 0 ? List.of() : List.of(lastTouch);
        }
        List<Long> entries = new ArrayList<>();
        touches.forEach(touch -> keep(entries, touch.entry()));
        return entries;
    }

    private static void keep(List<Long> evidence, long entry) {
        evidence.add(entry);
        if (evidence.size() > EVIDENCE_MAX) {
            evidence.removeFirst();
        }
    }

    private static long changed(long @Nullable [] before, long[] now) {
        if (before == null) {
            return EVERYTHING;
        }
        long changed = 0;
        for (int i = 0; i < now.length; i++) {
            changed |= before[i] == now[i] ? 0 : 1L << i;
        }
        return changed;
    }
}
