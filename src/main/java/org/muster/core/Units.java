package org.muster.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.muster.model.Deployment;
import org.muster.model.Unit;

/** Every unit ever heard of, each with one state and one subject, and what was asked for without naming one. */
final class Units {

    private final Map<String, UnitTrack> units = new LinkedHashMap<>();
    private final PlaceRequests placeRequests = new PlaceRequests();
    private final Set<UnitTrack> changed = new LinkedHashSet<>();
    private final Consumer<Post> postChanged;

    /** @param postChanged told of each incident whose officers change */
    Units(Consumer<Post> postChanged) {
        this.postChanged = postChanged;
    }

    /** Takes in one line of a report. */
    void add(Deployment deployment, Where where, long effectiveAt, long seq, String observer) {
        String id = deployment.unit();
        if (id == null) {
            request(deployment, where, effectiveAt, seq, observer);
            return;
        }
        UnitTrack unit = units.get(id);
        if (unit == null) {
            unit = new UnitTrack(id, deployment, where, effectiveAt, observer);
            units.put(id, unit);
        } else if (unit.isNews(where, effectiveAt)) {
            postOf(unit);
            unit.update(deployment, where, effectiveAt, observer);
        } else {
            return;
        }
        postOf(unit);
        changed.add(unit);
    }

    /** The incident that these units are at moved. */
    void moved(Post post) {
        for (UnitTrack unit : post.units()) {
            unit.changed();
            changed.add(unit);
        }
    }

    /** Every position outside incidents that a unit is at or officers are asked for. */
    Set<Spot> spots() {
        Set<Spot> spots = new LinkedHashSet<>();
        for (UnitTrack unit : units.values()) {
            Spot spot = unit.spot();
            if (spot != null) {
                spots.add(spot);
            }
        }
        spots.addAll(placeRequests.spots());
        return spots;
    }

    /** Puts what is at these positions in other areas because the map changed. */
    void relocate(Map<Spot, AreaSet> areas) {
        for (UnitTrack unit : units.values()) {
            Spot spot = unit.spot();
            AreaSet to = spot == null ? null : areas.get(spot);
            if (to != null) {
                unit.relocate(to);
                changed.add(unit);
            }
        }
        placeRequests.relocate(areas);
    }

    Map<String, Unit> takeChanged() {
        Map<String, Unit> taken = HashMap.newHashMap(changed.size());
        for (UnitTrack unit : changed) {
            taken.put(unit.id(), unit.shown());
        }
        changed.clear();
        return taken;
    }

    List<UnitState> state() {
        return units.values().stream().map(UnitTrack::saved).toList();
    }

    List<PlaceRequestState> requestState() {
        return placeRequests.state();
    }

    void restore(List<UnitState> states, Function<UnitState, Where> where,
            List<PlaceRequestState> requests, Function<List<String>, AreaSet> sets) {
        for (UnitState state : states) {
            UnitTrack unit = UnitTrack.restore(state, where.apply(state));
            units.put(unit.id(), unit);
            changed.add(unit);
        }
        placeRequests.restore(requests, sets);
    }

    private void request(Deployment deployment, Where where, long effectiveAt, long seq,
            String observer) {
        switch (where) {
            case Where.AtPost(Post post) -> {
                post.request(observer, deployment.role(), effectiveAt, seq, deployment.count());
                postChanged.accept(post);
            }
            case Where.AtPlace(var location, AreaSet areas) -> {
                if (location != null) {
                    placeRequests.add(location, areas, observer, deployment.role(), effectiveAt,
                            seq, deployment.count());
                }
            }
        }
    }

    private void postOf(UnitTrack unit) {
        Post post = unit.post();
        if (post != null) {
            postChanged.accept(post);
        }
    }
}
