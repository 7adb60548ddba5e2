package org.muster.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.CredentialChange;
import org.muster.model.Entry;
import org.muster.model.Link;
import org.muster.model.Plan;

/**
 * The moment that each entry tells of. A report tells of when it was observed. A plan that was recorded before it began
 * was known from then on; one that was written down afterwards counts as known a day ahead. Nothing comes before what it
 * speaks of. People and their desks count as there from the start, and so do the first settings of a record; what people
 * did with alerts stays at its time. What the service did by itself is left out.
 */
final class Moments {

    /** As long ahead as a protest counts as upcoming. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private final Map<UUID, Instant> known = new HashMap<>();
    private final List<Told> all = new ArrayList<>();
    private boolean isFirst;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** An entry and its moment. */
    record Told(Instant at, long seq) {}

    /** @param isFirst whether it begins with the first entry of the record */
    Moments(boolean isFirst) {
        this.isFirst = isFirst;
    }

    /** Takes the next entry of the record. */
    void add(Entry entry) {
        switch (entry.body()) {
            case Entry.ReportRecorded it -> report(entry, it);
            case Entry.ProtestPlanned it -> {
                Instant at = plan(entry, it.plan(), entry.at());
                known.put(it.protest(), at);
                tells(entry, at);
            }
            case Entry.ProtestChanged it ->
                    tells(entry, plan(entry, it.plan(), after(entry.at(), it.protest())));
            case Entry.ProtestCancelled _ -> stays(entry, entry.at());
            case Entry.AccessNoted it ->
                    stays(entry, it.change().kind() == CredentialChange.Kind.CREATED ? Instant.EPOCH
                            : entry.at());
            case Entry.SettingsApplied _ -> {
                stays(entry, isFirst ? Instant.EPOCH : entry.at());
                isFirst = false;
            }
            // By which one knows what the deeds were about.
            case Entry.AlertRaised _ -> stays(entry, entry.at());
            case Entry.AlertAcknowledged _,Entry.AlertUnacknowledged _,Entry.AlertAssigned _,Entry.AlertShelved _,Entry.AlertUnshelved _,Entry.AlertCleared _ ->
                    deed(entry);
            default -> {
            }
        }
    }

    /** In the order of the record. */
    List<Told> all() {
        return all;
    }

    /** The earliest that anything tells of; null when nothing does. */
    @Nullable
    Instant first() {
        return first;
    }

    /** The latest. */
    @Nullable
    Instant last() {
        return last;
    }

    private void report(Entry entry, Entry.ReportRecorded it) {
        Instant at = it.effectiveAt();
        at = after(at, it.report().corrects());
        for (Link link : it.report().links()) {
            at = after(at, link.incident());
        }
        UUID about = it.incident() == null ? it.protest() : it.incident();
        if (about != null && it.opened() && it.struck() == null) {
            known.putIfAbsent(about, at);
        }
        at = after(at, about);
        known.put(it.report().id(), at);
        tells(entry, at);
    }

    private Instant plan(Entry entry, Plan plan, Instant notBefore) {
        boolean isWrittenAfterwards = entry.at().isAfter(plan.startsAt());
        Instant at = isWrittenAfterwards ? plan.startsAt().minus(AHEAD) : notBefore;
        for (UUID opposed : plan.opposes()) {
            at = after(at, opposed);
        }
        return at;
    }

    private void deed(Entry entry) {
        if (!entry.actor().equals(Actor.SYSTEM.name())) {
            stays(entry, entry.at());
        }
    }

    private void tells(Entry entry, Instant at) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        all.add(new Told(at, entry.seq()));
    }

    private void stays(Entry entry, Instant at) {
        all.add(new Told(at, entry.seq()));
    }

    private Instant after(Instant at, @Nullable UUID what) {
        Instant there = what == null ? null : known.get(what);
        return there == null || there.isBefore(at) ? at : there;
    }
}
