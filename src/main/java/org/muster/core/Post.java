package org.muster.core;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.DeploymentState;
import org.muster.model.Strength;
import org.muster.model.Unit;

/** An incident as units see it: somewhere to be, which counts in some areas. Its officers count there as well. */
final class Post {

    private final UUID incident;
    private final OfficerCount officers = new OfficerCount();
    private final TreeMap<String, UnitTrack> units = new TreeMap<>();
    private AreaSet areas;
    private @Nullable Requests requests;
    private boolean isClosed;

    Post(UUID incident, AreaSet areas) {
        this.incident = incident;
        this.areas = areas;
    }

    UUID incident() {
        return incident;
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

    /** Takes in a request without a unit's name; none is open at what is closed. */
    void request(String observer, @Nullable String role, long effectiveAt, long seq, int count) {
        if (isClosed) {
            return;
        }
        if (requests == null) {
            requests = new Requests();
        }
        count(DeploymentState.REQUESTED, requests.add(observer, role, effectiveAt, seq, count));
    }

    /** Requests without a unit's name lapse, because nobody could ever release them; units stay until they leave. */
    void close() {
        isClosed = true;
        if (requests != null) {
            count(DeploymentState.REQUESTED, -requests.sum());
            requests = null;
        }
    }

    Strength strength() {
        return officers.strength();
    }

    /** The units whose subject it is, by call sign, without released ones. */
    List<Unit> shownUnits() {
        return units.values()
                .stream()
                .filter(unit -> unit.state() != DeploymentState.RELEASED)
                .map(UnitTrack::shown)
                .toList();
    }

    List<RequestState> state() {
        return requests == null ? List.of() : requests.state();
    }

    void restore(List<RequestState> states, boolean isClosed) {
        this.isClosed = isClosed;
        if (!states.isEmpty()) {
            requests = Requests.restore(states);
            count(DeploymentState.REQUESTED, requests.sum());
        }
    }

    private void count(DeploymentState state, long count) {
        officers.add(state, count);
        areas.officers().add(state, count);
        areas.touch();
    }
}
