package org.muster.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.DeploymentState;

/**
 * A unit as rules find it.
 *
 * @param track null while only emergencies tell of it
 * @param emergency the newest that stands; null without one
 */
record UnitLooked(String id, @Nullable UnitTrack track, @Nullable Said<Emergencies.Call> emergency,
        Catalogue catalogue) implements Looked {

    @Override
    public void fill(FactRow row) {
        DeploymentState state = track == null ? DeploymentState.RELEASED : track.state();
        row.put(Fact.UNIT_COUNT, track == null ? 0 : track.count());
        row.put(Fact.UNIT_AT_SCENE, state == DeploymentState.AT_SCENE);
        row.put(Fact.UNIT_EN_ROUTE,
                state == DeploymentState.EN_ROUTE || state == DeploymentState.COMMITTED);
        row.put(Fact.UNIT_MINUTES_SINCE_REPORT, track == null ? FactRow.NEVER : track.statedAt());
        row.put(Fact.UNIT_EMERGENCY, emergency != null);
        row.put(Fact.UNIT_EMERGENCY_ENTRY, emergency == null ? 0 : emergency.when().seq());
    }

    @Override
    public String words(Fact fact, boolean discreet) {
        return switch (fact) {
            case UNIT_NAME -> id;
            case UNIT_AREA -> catalogue.areaName(areas());
            default -> throw new IllegalArgumentException("no words of a unit: " + fact);
        };
    }

    @Override
    public List<String> areas() {
        if (emergency != null && !emergency.what().areas().isEmpty()) {
            return emergency.what().areas();
        }
        return track == null ? List.of() : track.areas();
    }

    @Override
    public long newestEntry() {
        return Math.max(track == null ? 0 : track.newestEntry(),
                emergency == null ? 0 : emergency.when().seq());
    }
}
