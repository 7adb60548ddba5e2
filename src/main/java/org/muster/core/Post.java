package org.muster.core;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.muster.model.DeploymentState;
import org.muster.model.Strength;
import org.muster.model.Subject;
import org.muster.model.Unit;

/**
 * An incident or a protest as units see it: somewhere to be, which counts in some areas. Its officers count there as
 * well.
 */
final class Post {

    private final Subject subject;
    private final OfficerCount officers = new OfficerCount();
    private final TreeMap<String, UnitTrack> units = new TreeMap<>();
    private AreaSet areas;
    private Requests requests = new Requests();

    Post(Subject subject, AreaSet areas) {
        this.subject = subject;
        this.areas = areas;
    }

    Subject subject() {
        return subject;
    }

    AreaSet areas() {
        return areas;
    }

    Collection<UnitTrack> units() {
        return units.values();
    }

    /** Moves it, with all its officers, to other areas. */
    void moveTo(AreaSet to) {
        areas.officers().subtract(officers);
        areas.touch();
        to.officers().add(officers);
        to.touch();
        areas = to;
    }

    void join(UnitTrack unit) {
        units.put(unit.id(), unit);
        count(unit.state(), unit.count());
    }

    void leave(UnitTrack unit) {
        units.remove(unit.id());
        count(unit.state(), -unit.count());
    }

    /** Takes in a request without a unit's name. */
    void request(String observer, @Nullable String role, Moment when, int count) {
        count(DeploymentState.REQUESTED, requests.add(observer, role, when, count));
    }

    /** Takes out what a report asked for without a unit's name. */
    void strike(Moment when) {
        count(DeploymentState.REQUESTED, requests.remove(when));
    }

    /**
     * Says which requests without a unit's name are open: those since the last reopening, and none while it is over,
     * because nobody could ever release them. Units stay until they leave.
     */
    void requestsOpen(boolean isOver, @Nullable Moment reopenedAt) {
        Moment first = reopenedAt == null ? Requests.EVER : reopenedAt;
        count(DeploymentState.REQUESTED, requests.since(isOver ? null : first));
    }

    OfficerCount officers() {
        return officers;
    }

    Strength strength() {
        return officers.strength();
    }

    /** The units whose subject it is, by call sign, without released ones. */
    List<Unit> shownUnits(Catalogue catalogue) {
        return units.values()
                .stream()
                .filter(unit -> unit.state() != DeploymentState.RELEASED)
                .map(unit -> unit.shown(catalogue))
                .toList();
    }

    List<RequestState> state() {
        return requests.state();
    }

    /** What was asked for; which of it is open is to be said next. */
    void restore(List<RequestState> states) {
        requests = Requests.restore(states);
        count(DeploymentState.REQUESTED, requests.sum());
    }

    private void count(DeploymentState state, long count) {
        if (count != 0) {
            officers.add(state, count);
            areas.officers().add(state, count);
            areas.touch();
        }
    }
}
