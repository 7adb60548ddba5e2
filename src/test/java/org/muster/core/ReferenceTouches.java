package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.Entry;

/** Which entries made the facts of a subject others, as far as that can be told from outside. */
final class ReferenceTouches {

    private static final int EVIDENCE_MAX = 16;
    private static final long UNKNOWN = -1;

    private final Map<RuleSubject, Touched> now = new HashMap<>();
    private final Map<RuleSubject, Long> last = new HashMap<>();

    /**
     * What touched one subject.
     *
     * @param effectiveAt when what the newest tells of was so, if that is a report
     * @param isKnown whether it is certain: not when several entries came at once
     */
    record Touched(List<Long> entries, @Nullable Instant effectiveAt, boolean isKnown) {}

    /** Compares what was known before some entries with what is known after them. */
    void take(List<Entry> news, Map<RuleSubject, ReferenceFacts> before,
            Map<RuleSubject, ReferenceFacts> after, boolean hasTimePassed) {
        now.clear();
        List<Entry> telling = news.stream().filter(ReferenceTouches::tellsOfSubjects).toList();
        if (telling.isEmpty()) {
            return;
        }
        List<Long> entries = telling.stream().map(Entry::seq).toList();
        Instant effectiveAt = telling.getLast().body() instanceof Entry.ReportRecorded body
                ? body.effectiveAt()
                : null;
        after.forEach((about, its) -> {
            ReferenceFacts known = before.get(about);
            if (known == null || !known.isSame(its)) {
                boolean isByTime = hasTimePassed && about.type() == AlertSubject.Type.AREA;
                boolean isKnown = entries.size() == 1 && !isByTime;
                now.put(about, new Touched(entries, effectiveAt, isKnown));
                last.put(about, isKnown ? entries.getLast() : UNKNOWN);
            }
        });
    }

    /** What was known of these is not any more. */
    void forget(Predicate<RuleSubject> those) {
        last.keySet().removeIf(those);
    }

    /** What touched it just now; null when nothing did. */
    @Nullable
    Touched now(RuleSubject about) {
        return now.get(about);
    }

    /** What touched it just now, or else last. */
    Touched last(RuleSubject about) {
        Touched its = now.get(about);
        if (its != null) {
            return new Touched(joined(List.of(), its.entries()), its.effectiveAt(), its.isKnown());
        }
        Long entry = last.get(about);
        return entry == null || entry == UNKNOWN ? new Touched(List.of(), null, false)
                : new Touched(List.of(entry), null, true);
    }

    /** The newest of both. */
    static List<Long> joined(List<Long> before, List<Long> more) {
        List<Long> all = new ArrayList<>(before);
        all.addAll(more);
        return all.subList(Math.max(0, all.size() - EVIDENCE_MAX), all.size());
    }

    private static boolean tellsOfSubjects(Entry entry) {
        return switch (entry.body()) {
            case Entry.ReportRecorded _,Entry.SettingsApplied _,Entry.ProtestPlanned _ -> true;
            case Entry.ProtestChanged _,Entry.ProtestCancelled _ -> true;
            case Entry.ProtestStarted _,Entry.ProtestEnded _ -> true;
            default -> false;
        };
    }
}
