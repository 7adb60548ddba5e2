package org.muster.core;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.muster.model.Allegation;
import org.muster.model.Crime;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Entry.Struck;

/**
 * Every report that alleges a crime, and what was decided of it: by the reports about the same incident or protest that
 * were received since and were not struck. They outlive the closing of what they are about, and stay in memory as
 * incidents do.
 */
final class Allegations {

    private final Map<UUID, AllegationTrack> allegations = new LinkedHashMap<>();
    /** Those not struck, by the entry that says so now: its own, or that of the last correction. */
    private final Map<Long, AllegationTrack> saidBy = new HashMap<>();
    private final Map<UUID, Charges> charges = new LinkedHashMap<>();
    private final Set<AllegationTrack> changed = new LinkedHashSet<>();
    private final Consumer<AllegationTrack> touched;

    /** Everything, for a snapshot. */
    public record State(List<AllegationTrack.State> allegations, List<Charges.State> charges) {

        public State {
            allegations = List.copyOf(allegations);
            charges = List.copyOf(charges);
        }
    }

    /** @param touched told of each whose facts may be others */
    Allegations(Consumer<AllegationTrack> touched) {
        this.touched = touched;
    }

    @Nullable
    AllegationTrack find(UUID report) {
        return allegations.get(report);
    }

    /** Those on which nobody decided yet. */
    List<AllegationTrack> undecided() {
        return allegations.values().stream().filter(AllegationTrack::isUndecided).toList();
    }

    /** Those about an incident or a protest, also such as were struck. */
    Collection<AllegationTrack> about(UUID subject) {
        Charges its = charges.get(subject);
        return its == null ? List.of() : its.allegations();
    }

    /**
     * Takes in a report.
     *
     * @param areas where what it is about counts
     */
    void evolve(Entry entry, ReportRecorded body, List<String> areas) {
        Struck struck = body.struck();
        AllegationTrack before = struck == null ? null : strike(struck);
        Crime crime = body.report().crime();
        UUID subject = body.incident() == null ? body.protest() : body.incident();
        if (crime == null || subject == null) {
            return;
        }
        Charges its = charges.computeIfAbsent(subject, _ -> new Charges(subject));
        if (before != null && before.subject().equals(subject)) {
            before.say(entry.seq());
            saidBy.put(entry.seq(), before);
            changed(before);
        } else if (before != null || crime == Crime.ALLEGED) {
            // About something else now: of its own, but no younger by that.
            add(new AllegationTrack(AllegationTrack.State.of(entry, body,
                    before == null ? entry.seq() : before.since(),
                    before == null ? entry.at() : before.receivedAt(), areas)));
        }
        if (crime != Crime.ALLEGED) {
            its.decide(entry.seq(), new Allegation.Decision(crime, body.report().id(), entry.at()));
            its.allegations().forEach(this::settle);
        }
    }

    /** Where what they are about counts now. */
    void moved(UUID subject, List<String> areas) {
        for (AllegationTrack one : about(subject)) {
            if (one.moveTo(areas)) {
                changed(one);
            }
        }
    }

    Map<UUID, Allegation> takeChanged() {
        Map<UUID, Allegation> taken = HashMap.newHashMap(changed.size());
        changed.forEach(one -> taken.put(one.id(), one.shown()));
        changed.clear();
        return taken;
    }

    State state() {
        return new State(allegations.values().stream().map(AllegationTrack::state).toList(),
                charges.values().stream().map(Charges::state).toList());
    }

    void restore(State state) {
        state.charges().forEach(saved -> charges.put(saved.subject(), new Charges(saved)));
        state.allegations().forEach(saved -> add(new AllegationTrack(saved)));
    }

    /** Takes out what a report said; the allegation that it was, if it was one. */
    private @Nullable AllegationTrack strike(Struck struck) {
        UUID subject = struck.incident() == null ? struck.protest() : struck.incident();
        Charges its = subject == null ? null : charges.get(subject);
        if (its != null && its.strike(struck.seq())) {
            its.allegations().forEach(this::settle);
        }
        AllegationTrack one = saidBy.remove(struck.seq());
        if (one != null) {
            one.strike();
            changed(one);
        }
        return one;
    }

    private void add(AllegationTrack one) {
        allegations.put(one.id(), one);
        Charges its = charges.computeIfAbsent(one.subject(), Charges::new);
        its.allegations().add(one);
        if (!one.isStruck()) {
            saidBy.put(one.said(), one);
        }
        one.decide(its.since(one.since()));
        changed(one);
    }

    private void settle(AllegationTrack one) {
        if (one.decide(charges.computeIfAbsent(one.subject(), Charges::new).since(one.since()))) {
            changed(one);
        }
    }

    private void changed(AllegationTrack one) {
        changed.add(one);
        touched.accept(one);
    }
}
