package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.NightClock;
import org.muster.model.Subject;
import org.muster.model.Unit;

/**
 * One unit: its state by its newest report, its subject by the newest that said where it is. It counts there, and
 * nowhere else.
 */
final class UnitTrack {

    /**
     * So many states, and so many places, of one unit are kept, because a tracker may send all day. Only when all of
     * them were struck would an older one hold again; then nothing does.
     */
    static final int HISTORY_MAX = 64;

    private final String id;
    private final Register<UnitState.Stated> states;
    private final Register<Where> places;
    private final Where nowhere;
    private Exposure exposure;
    private DeploymentState state = DeploymentState.RELEASED;
    private int count;
    private Where where;
    private @Nullable Unit shown;

    /** @param nowhere where it is while nobody says where */
    UnitTrack(String id, Where nowhere, NightClock clock) {
        this(new UnitState(id, List.of(), List.of(), List.of()), nowhere, place -> nowhere, clock);
    }

    UnitTrack(UnitState saved, Where nowhere, Function<UnitState.Stood, Where> places,
            NightClock clock) {
        this.id = saved.id();
        this.nowhere = nowhere;
        this.where = nowhere;
        this.exposure = new Exposure(saved.scenes(), clock);
        this.states = new Register<>(saved.states());
        this.places = new Register<>(saved.places()
                .stream()
                .map(said -> new Said<>(said.when(), places.apply(said.what())))
                .toList());
        settle();
    }

    UnitState saved() {
        return new UnitState(id, states.all(),
                places.all()
                        .stream()
                        .map(said -> new Said<>(said.when(), saved(said.what())))
                        .toList(),
                exposure.all());
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

    /** What kind of unit it is; null when the newest report of it does not say. */
    @Nullable
    String role() {
        UnitState.Stated newest = states.holds();
        return newest == null ? null : newest.deployment().role();
    }

    /** When its state was so; there is a report that speaks of it. */
    long statedAt() {
        Said<UnitState.Stated> newest = states.newest();
        return newest == null ? FactRow.NEVER : newest.when().at();
    }

    /** Where it counts, smallest first; empty when nobody said where it is. */
    List<String> areas() {
        return where.areas().ids();
    }

    /** The newest entry that speaks of it; 0 without one. */
    long newestEntry() {
        long newest = 0;
        for (Said<UnitState.Stated> said : states.all()) {
            newest = Math.max(newest, said.when().seq());
        }
        return newest;
    }

    /** The incident or protest it is at, if it is at one. */
    @Nullable
    Post post() {
        return where instanceof Where.AtPost at ? at.post() : null;
    }

    /** Whether no report speaks of it any more. */
    boolean isGone() {
        return states.isEmpty();
    }

    /** Takes in a line of a report. One that does not say where leaves the unit where it is. */
    void add(Moment when, Deployment deployment, String observer, Where to, NightClock clock) {
        states.put(when, new UnitState.Stated(deployment, observer), HISTORY_MAX);
        if (to.isSaid()) {
            places.put(when, to, HISTORY_MAX);
        }
        if (deployment.state() == DeploymentState.AT_SCENE && to instanceof Where.AtPost(Post post)
                && post.subject() instanceof Subject.OfIncident(var incident)) {
            exposure.add(when, incident, clock);
        }
        settle();
    }

    /** Takes out what a report said of it. */
    void strike(Moment when, NightClock clock) {
        states.remove(when);
        places.remove(when);
        exposure.strike(when, clock);
        settle();
    }

    /** Nights are told apart in another way. */
    void retell(NightClock clock) {
        exposure = new Exposure(exposure.all(), clock);
        changed();
    }

    /** How many nights one after another it was at scenes of incidents, up to the newest. */
    int nightsInARow() {
        return exposure.inARow();
    }

    /** The position it is at, if it is at a place. */
    @Nullable
    Spot spot() {
        return where instanceof Where.AtPlace(var location, AreaSet _, boolean _)
                && location != null ? Spot.of(location) : null;
    }

    /** Puts these positions, whenever it was there, in other areas because the map changed. */
    void relocate(Map<Spot, AreaSet> areas) {
        places.replaceAll(place -> place instanceof Where.AtPlace at ? at.relocated(areas) : place);
        settle();
        changed();
    }

    /** Shows the places that these reports told as said in confidence; says whether there are any. */
    boolean conceal(Set<Long> entries) {
        boolean any = false;
        for (Said<Where> said : List.copyOf(places.all())) {
            if (entries.contains(said.when().seq()) && said
                    .what() instanceof Where.AtPlace(var location, AreaSet areas, boolean sensitive)
                    && !sensitive) {
                places.put(said.when(), new Where.AtPlace(location, areas, true));
                any = true;
            }
        }
        if (any) {
            settle();
        }
        return any;
    }

    /** What is shown is not true any more. */
    void changed() {
        shown = null;
    }

    /** As last known; there is a report that speaks of it. */
    Unit shown(Catalogue catalogue) {
        Unit unit = shown;
        Said<UnitState.Stated> newest = states.newest();
        if (unit == null && newest != null) {
            unit = new Unit(id, newest.what().deployment().role(), count, state,
                    where.subject(catalogue), where.areas().ids(),
                    Instant.ofEpochMilli(newest.when().at()), newest.what().observer(),
                    exposure.shown(), atSceneSince(),
                    Tasks.of(id, states.all(), places.all(), catalogue));
            shown = unit;
        }
        if (unit == null) {
            throw new IllegalStateException("no report speaks of unit " + id);
        }
        return unit;
    }

    /** When it came to the first scene since it was last released; null when it came to none. */
    private @Nullable Instant atSceneSince() {
        Instant since = null;
        for (Said<UnitState.Stated> said : states.all().reversed()) {
            DeploymentState was = said.what().deployment().state();
            if (was == DeploymentState.RELEASED) {
                break;
            }
            if (was == DeploymentState.AT_SCENE) {
                since = Instant.ofEpochMilli(said.when().at());
            }
        }
        return since;
    }

    private static UnitState.Stood saved(Where place) {
        return switch (place) {
            case Where.AtPost(Post post) -> UnitState.Stood.at(post.subject());
            case Where.AtPlace(var location, AreaSet areas, boolean sensitive) ->
                    new UnitState.Stood(null, null, location, areas.ids(), sensitive);
        };
    }

    /** Counts as and where it now is. */
    private void settle() {
        count(where, -1);
        UnitState.Stated newest = states.holds();
        Where told = newest == null ? nowhere : places.holds();
        state = newest == null ? DeploymentState.RELEASED : newest.deployment().state();
        count = newest == null ? 0 : newest.deployment().count();
        where = told == null ? nowhere : told;
        count(where, 1);
        changed();
    }

    private void count(Where there, int sign) {
        switch (there) {
            case Where.AtPost(Post post) -> {
                if (sign > 0) {
                    post.join(this);
                } else {
                    post.leave(this);
                }
            }
            case Where.AtPlace(var _, AreaSet areas, boolean _) -> {
                areas.officers().add(state, (long) sign * count);
                areas.touch();
            }
        }
    }
}
