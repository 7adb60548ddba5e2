package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Clash;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Fault;
import org.muster.model.Plan;
import org.muster.model.ProtestStatus;
import org.muster.model.Rejection;
import org.muster.model.Settings;
import org.muster.model.Settings.Kind;
import org.muster.model.Shape;

/** What comes of plans and cancellations, by the picture as it is. Nothing here changes anything. */
final class DecidingProtest {

    private final Incidents incidents;
    private final Protests protests;
    private final Catalogue catalogue;

    DecidingProtest(Incidents incidents, Protests protests, Catalogue catalogue) {
        this.incidents = incidents;
        this.protests = protests;
        this.catalogue = catalogue;
    }

    /** A repeat of one's own first plan changes nothing, whatever became of the protest since. */
    Decision plan(Command.PlanProtest command, Ground ground) {
        ProtestTrack known = protests.find(command.protest());
        if (known != null) {
            boolean same = known.planning() != null && known.planning()
                    .equals(new ProtestState.Planning(command.by().name(),
                            command.contentSha256()));
            return same ? new Decision.Unchanged()
                    : refused(Rejection.Code.ID_TAKEN, "Another protest, or another plan, was"
                            + " recorded under this id. Nothing was changed."
                            + " Send this one under an id of its own, or change that plan.");
        }
        if (incidents.find(command.protest()) != null) {
            return refused(Rejection.Code.ID_TAKEN,
                    "An incident is known under this id. Send the plan under an id of its own.");
        }
        List<Fault> faults = faults(command.protest(), command.plan());
        return faults.isEmpty()
                ? accepted(command.by(), command.areas(),
                        new Entry.ProtestPlanned(command.protest(), command.plan(),
                                clashes(command.protest(), true, command.plan(), false, ground),
                                command.contentSha256(), squareMetres(command.plan(), ground)))
                : invalid(faults);
    }

    Decision change(Command.ChangeProtest command, Instant now, Ground ground) {
        ProtestTrack track = visible(command.protest(), command.by());
        if (track == null) {
            return unknown();
        }
        Long version = command.version();
        if (version != null && version != track.version()) {
            return refused(Rejection.Code.PLAN_CHANGED,
                    "The plan was changed since. Read it again and change that.");
        }
        if (track.at(now.toEpochMilli()).status() == ProtestStatus.CANCELLED) {
            return refused(Rejection.Code.CANCELLED,
                    "The protest was cancelled. Plan another one under an id of its own.");
        }
        List<Fault> faults = faults(command.protest(), command.plan());
        if (!faults.isEmpty()) {
            return invalid(faults);
        }
        boolean same = track.isPlanned() && command.plan().equals(track.plan());
        return same ? new Decision.Unchanged()
                : accepted(command.by(), command.areas(),
                        new Entry.ProtestChanged(
                                command.protest(), command.plan(), clashes(command.protest(), true,
                                        command.plan(), track.isDrill(), ground),
                                squareMetres(command.plan(), ground)));
    }

    Decision cancel(Command.CancelProtest command, Instant now) {
        ProtestTrack track = visible(command.protest(), command.by());
        if (track == null) {
            return unknown();
        }
        ProtestStatus status = track.at(now.toEpochMilli()).status();
        if (status == ProtestStatus.CANCELLED) {
            return new Decision.Unchanged();
        }
        return status == ProtestStatus.ENDED
                ? refused(Rejection.Code.ENDED,
                        "The protest is over; there is nothing left to cancel.")
                : accepted(command.by(), track.ledger().areas().ids(),
                        new Entry.ProtestCancelled(command.protest(), command.reason()));
    }

    /** How a plan clashes with all others; with what is cancelled too, which may come to life again. */
    List<Clash> clashes(UUID protest, boolean isPlanned, Plan plan, boolean drill, Ground ground) {
        return new Clashes(ground, catalogue.settings().clashing())
                .of(Clashes.Candidate.of(protest, isPlanned, plan), protests.candidates(drill));
    }

    /** All clashes by other settings; null when what makes a clash is as it was. */
    @Nullable
    Map<UUID, List<Clash>> clashes(Settings settings, Ground ground) {
        if (settings.clashing().equals(catalogue.settings().clashing())) {
            return null;
        }
        Clashes clashes = new Clashes(ground, settings.clashing());
        Iterable<Clashes.Candidate> real = protests.candidates(false);
        Iterable<Clashes.Candidate> drills = protests.candidates(true);
        Map<UUID, List<Clash>> all = new TreeMap<>();
        for (ProtestTrack track : protests.all()) {
            List<Clash> its = clashes.of(track.candidate(), track.isDrill() ? drills : real);
            if (!its.isEmpty()) {
                all.put(track.id(), its);
            }
        }
        return all;
    }

    private static @Nullable Long squareMetres(Plan plan, Ground ground) {
        return plan.place() instanceof Shape.Polygon place
                ? Long.valueOf(Math.round(ground.squareMetres(place)))
                : null;
    }

    /** What somebody who is bound to areas may know of. */
    private @Nullable ProtestTrack visible(UUID id, Actor by) {
        ProtestTrack track = protests.find(id);
        return track != null && (by.areas().isEmpty()
                || !Collections.disjoint(by.areas(), track.ledger().areas().ids())) ? track : null;
    }

    private List<Fault> faults(UUID id, Plan plan) {
        List<Fault> faults = new ArrayList<>();
        if (catalogue.kind(plan.category()) != Kind.PROTEST) {
            faults.add(new Fault("/category", "a category of protests from the catalogue"));
        }
        for (int i = 0; i < plan.opposes().size(); i++) {
            UUID opposed = plan.opposes().get(i);
            if (opposed.equals(id) || protests.find(opposed) == null) {
                faults.add(new Fault("/opposes/" + i,
                        "the id of another protest that is recorded here"));
            }
        }
        return faults;
    }

    private static Decision unknown() {
        return refused(Rejection.Code.NOT_FOUND, "There is no such protest.");
    }

    private static Decision invalid(List<Fault> faults) {
        return new Decision.Refused(new Rejection(Rejection.Code.INVALID,
                "The plan names what is not known here.", faults));
    }

    private static Decision refused(Rejection.Code code, String detail) {
        return new Decision.Refused(new Rejection(code, detail));
    }

    private static Decision accepted(Actor by, List<String> areas, Entry.Body body) {
        return new Decision.Accepted(List.of(new Draft(by.name(), areas, body)));
    }
}
