package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Location;
import org.muster.model.Unit;

/**
 * One unit: its state by its newest report, its subject by the newest that said where it is. It counts there, and
 * nowhere else.
 */
final class UnitTrack {

    private final String id;
    private @Nullable String role;
    private int count;
    private DeploymentState state;
    private Where where;
    private long effectiveAt;
    private String observer;
    private long placedAt;
    private @Nullable Unit shown;

    UnitTrack(String id, Deployment deployment, Where where, long effectiveAt, String observer) {
        this.id = id;
        this.role = deployment.role();
        this.count = deployment.count();
        this.state = deployment.state();
        this.where = where;
        this.effectiveAt = effectiveAt;
        this.observer = observer;
        this.placedAt = where.isSaid() ? effectiveAt : Long.MIN_VALUE;
        arrive();
    }

    static UnitTrack restore(UnitState state, Where where) {
        Deployment deployment = new Deployment(state.id(), state.role(), state.count(),
                state.state());
        UnitTrack unit = new UnitTrack(state.id(), deployment, where, state.effectiveAt(),
                state.observer());
        unit.placedAt = state.placedAt();
        return unit;
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

    /** The incident it is at, if it is at one. */
    @Nullable
    Post post() {
        return where instanceof Where.AtPost at ? at.post() : null;
    }

    /** Whether a report of that moment can change anything. */
    boolean isNews(Where to, long newAt) {
        return newAt >= effectiveAt || moves(to, newAt);
    }

    /**
     * Takes over what is newer than what is known. A report that does not say where leaves the unit where it is; an
     * older one that does say still counts when no newer one did.
     */
    void update(Deployment deployment, Where to, long newAt, String by) {
        depart();
        if (moves(to, newAt)) {
            where = to;
            placedAt = newAt;
        }
        if (newAt >= effectiveAt) {
            role = deployment.role();
            count = deployment.count();
            state = deployment.state();
            effectiveAt = newAt;
            observer = by;
        }
        arrive();
        changed();
    }

    private boolean moves(Where to, long newAt) {
        return to.isSaid() && newAt >= placedAt;
    }

    /** The position it is at, if it is at a place. */
    @Nullable
    Spot spot() {
        return where instanceof Where.AtPlace(Location location, AreaSet _) && location != null
                ? Spot.of(location)
                : null;
    }

    /** Puts it in other areas at its place because the map changed. */
    void relocate(AreaSet to) {
        if (where instanceof Where.AtPlace(Location location, AreaSet from) && from != to) {
            depart();
            where = new Where.AtPlace(location, to);
            arrive();
            changed();
        }
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
        return new UnitState(id, role, count, state, incident, place, areas, effectiveAt, observer,
                placedAt);
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
