package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Location;
import org.muster.model.Unit;

/** One unit: what its newest report says. It counts where it is, and nowhere else. */
final class UnitTrack {

    private final String id;
    private @Nullable String role;
    private int count;
    private DeploymentState state;
    private Where where;
    private long effectiveAt;
    private String observer;
    private @Nullable Unit shown;

    UnitTrack(String id, Deployment deployment, Where where, long effectiveAt, String observer) {
        this.id = id;
        this.role = deployment.role();
        this.count = deployment.count();
        this.state = deployment.state();
        this.where = where;
        this.effectiveAt = effectiveAt;
        this.observer = observer;
        arrive();
    }

    static UnitTrack restore(UnitState state, Where where) {
        Deployment deployment = new Deployment(state.id(), state.role(), state.count(),
                state.state());
        return new UnitTrack(state.id(), deployment, where, state.effectiveAt(), state.observer());
    }

    String id() {
        return id;
    }

    DeploymentState state() {
        return state;
    }

    int count() {
        return count;
    }

    long effectiveAt() {
        return effectiveAt;
    }

    /** The incident it is at, if it is at one. */
    @Nullable
    Post post() {
        return where instanceof Where.AtPost at ? at.post() : null;
    }

    /** Takes over newer news of it. */
    void update(Deployment deployment, Where to, long newAt, String by) {
        depart();
        role = deployment.role();
        count = deployment.count();
        state = deployment.state();
        where = to;
        effectiveAt = newAt;
        observer = by;
        arrive();
        changed();
    }

    /** What is shown is not true any more. */
    void changed() {
        shown = null;
    }

    Unit shown() {
        Unit unit = shown;
        if (unit == null) {
            unit = new Unit(id, role, count, state, where.subject(), where.areas().ids(),
                    Instant.ofEpochMilli(effectiveAt), observer);
            shown = unit;
        }
        return unit;
    }

    UnitState saved() {
        return switch (where) {
            case Where.AtPost(Post post) -> saved(post.incident(), null, List.of());
            case Where.AtPlace(Location location, AreaSet areas) ->
                    saved(null, location, areas.ids());
        };
    }

    private UnitState saved(@Nullable UUID incident, @Nullable Location place, List<String> areas) {
        return new UnitState(id, role, count, state, incident, place, areas, effectiveAt, observer);
    }

    private void arrive() {
        switch (where) {
            case Where.AtPost(Post post) -> post.join(this);
            case Where.AtPlace(Location _, AreaSet areas) -> count(areas, count);
        }
    }

    private void depart() {
        switch (where) {
            case Where.AtPost(Post post) -> post.leave(this);
            case Where.AtPlace(Location _, AreaSet areas) -> count(areas, -count);
        }
    }

    private void count(AreaSet areas, int officers) {
        areas.officers().add(state, officers);
        areas.touch();
    }
}
