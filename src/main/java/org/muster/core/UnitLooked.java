package org.muster.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.DeploymentState;

/**
 * A unit as rules find it.
 *
 * @param track null while only emergencies tell of it
 * @param emergency the newest that stands; null without one
 * @param units those of its world
 */
record UnitLooked(String id, @Nullable UnitTrack track, @Nullable Said<Emergencies.Call> emergency,
        Units units, Catalogue catalogue) implements Looked {

    private static final long MINUTE_MILLIS = 60_000;

    @Override
    public void fill(FactRow row, long now) {
        DeploymentState state = track == null ? DeploymentState.RELEASED : track.state();
        row.put(Fact.UNIT_COUNT, track == null ? 0 : track.count());
        row.put(Fact.UNIT_AT_SCENE, state == DeploymentState.AT_SCENE);
        row.put(Fact.UNIT_EN_ROUTE,
                state == DeploymentState.EN_ROUTE || state == DeploymentState.COMMITTED);
        row.put(Fact.UNIT_MINUTES_SINCE_REPORT, track == null ? FactRow.NEVER : track.statedAt());
        long heardAt = units.heardAt(id);
        row.put(Fact.UNIT_MINUTES_SINCE_HEARD, heardAt);
        checkIn(row, heardAt, now);
        row.put(Fact.UNIT_NIGHTS_IN_A_ROW, track == null ? 0 : track.nightsInARow());
        row.put(Fact.UNIT_EMERGENCY, emergency != null);
        row.put(Fact.UNIT_EMERGENCY_ENTRY, emergency == null ? 0 : emergency.when().seq());
    }

    /** What is over of the time is told to the whole minute. */
    private void checkIn(FactRow row, long heardAt, long now) {
        long limit = track == null || track.state() == DeploymentState.RELEASED ? 0
                : catalogue.checkInMinutes(track.role());
        row.put(Fact.UNIT_CHECK_IN_MINUTES, limit);
        if (limit > 0 && heardAt != FactRow.NEVER) {
            long minutes = Math.max(0, now - heardAt) / MINUTE_MILLIS;
            row.put(Fact.UNIT_CHECK_IN_PERCENT, limit, 100 * minutes / limit,
                    heardAt + (minutes + 1) * MINUTE_MILLIS);
        }
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
        return Math.max(units.newestEntry(id), emergency == null ? 0 : emergency.when().seq());
    }
}
