package org.muster.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A place that had trouble on the nights before, and may have it tonight.
 *
 * @param title of the newest of the incidents, and so are category, place and area; null when that is sensitive
 * @param nights on which there was trouble
 * @param nightsInARow up to the last of them
 * @param usualFrom the earliest that it began, by the clock on the wall
 * @param usualTo the latest
 * @param incidents newest first
 * @param units that were at the scenes, those with the most nights in a row first
 */
public record Watched(@Nullable String area, String category, @Nullable Location location,
        @Nullable String title, int nights, int nightsInARow, LocalDate lastNight,
        LocalTime usualFrom, LocalTime usualTo, List<UUID> incidents, List<Tired> units) {

    public Watched {
        incidents = List.copyOf(incidents);
        units = List.copyOf(units);
    }

    /** A unit that was at scenes of incidents so many nights in a row. */
    public record Tired(String id, int nightsInARow) {}
}
