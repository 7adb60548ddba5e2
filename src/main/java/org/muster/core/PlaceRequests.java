package org.muster.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.DeploymentState;
import org.muster.model.Location;

/** Officers asked for at places, by the place's position, without a unit's name. */
final class PlaceRequests {

    private final Map<Spot, Site> sites = new LinkedHashMap<>();

    /** What is asked for at one position, and where that counts. */
    private static final class Site {

        private final Requests requests;
        private AreaSet areas;

        Site(AreaSet areas, Requests requests) {
            this.areas = areas;
            this.requests = requests;
            count(requests.sum());
        }

        void count(long officers) {
            if (officers != 0) {
                areas.officers().add(DeploymentState.REQUESTED, officers);
                areas.touch();
            }
        }

        void moveTo(AreaSet to) {
            if (to != areas) {
                count(-requests.sum());
                areas = to;
                count(requests.sum());
            }
        }
    }

    void add(Location location, AreaSet areas, String observer, @Nullable String role, Moment when,
            int count) {
        Site site = sites.computeIfAbsent(Spot.of(location),
                spot -> new Site(areas, new Requests()));
        site.moveTo(areas);
        site.count(site.requests.add(observer, role, when, count));
    }

    /** Takes out what a report asked for. */
    void strike(Moment when) {
        sites.values().forEach(site -> site.count(site.requests.remove(when)));
        sites.values().removeIf(site -> site.requests.isEmpty());
    }

    /** Where officers are still asked for. */
    Set<Spot> spots() {
        Set<Spot> spots = new LinkedHashSet<>();
        sites.forEach((spot, site) -> {
            if (site.requests.sum() != 0) {
                spots.add(spot);
            }
        });
        return spots;
    }

    /** Puts what is asked for in other areas because the map changed. */
    void relocate(Map<Spot, AreaSet> areas) {
        areas.forEach((spot, to) -> {
            Site site = sites.get(spot);
            if (site != null) {
                site.moveTo(to);
            }
        });
    }

    List<PlaceRequestState> state() {
        List<PlaceRequestState> states = new ArrayList<>(sites.size());
        sites.forEach((spot, site) -> states.add(new PlaceRequestState(spot.lat(), spot.lon(),
                site.areas.ids(), site.requests.state())));
        return states;
    }

    void restore(List<PlaceRequestState> states, Function<List<String>, AreaSet> sets) {
        for (PlaceRequestState state : states) {
            sites.put(new Spot(state.lat(), state.lon()),
                    new Site(sets.apply(state.areas()), Requests.restore(state.requests())));
        }
    }
}
