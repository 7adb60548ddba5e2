package org.muster.view;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.muster.model.StoredEntry;

/**
 * What one commit, or the passing of time, brought.
 *
 * @param view the view after it
 * @param entries what was recorded, in order; empty when only time passed
 * @param incidents ids of incidents that changed
 * @param protests ids of protests that changed
 * @param areas ids of areas whose figures changed
 * @param units call signs of units that changed
 * @param alerts ids of alerts that changed
 * @param readNanos when each report of it had been read, in monotonic nanoseconds
 */
public record Commit(View view, List<StoredEntry> entries, Set<UUID> incidents, Set<UUID> protests,
        Set<String> areas, Set<String> units, Set<UUID> alerts, List<Long> readNanos) {

    public Commit {
        entries = List.copyOf(entries);
        incidents = Set.copyOf(incidents);
        protests = Set.copyOf(protests);
        areas = Set.copyOf(areas);
        units = Set.copyOf(units);
        alerts = Set.copyOf(alerts);
        readNanos = List.copyOf(readNanos);
    }
}
