package org.muster.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.muster.model.Location;

/**
 * Open incidents by where they are, for finding those near a place. Only the cells of the {@link Grid}
 * around a place are looked at, and in each only the newest incidents.
 */
final class Nearby {

    /** At most so many are found. */
    static final int FOUND_MAX = 5;
    /** Near is closer than or as close as this, in metres. */
    static final double NEAR_METRES = 300;
    /** And with a report at most this long before or after, in milliseconds. */
    static final long NEAR_MILLIS = 2 * 60 * 60 * 1000L;
    /** So many are looked at in a cell, those opened last: it is advice, and must cost the writer little. */
    static final int LOOKED_AT_MAX = 200;

    private final Grid grid = new Grid(NEAR_METRES);
    private final Map<Cell, TreeMap<Long, IncidentTrack>> cells = new HashMap<>();
    private final Map<UUID, Cell> held = new HashMap<>();

    private record Cell(boolean drill, Grid.Cell at) {}

    private record Found(IncidentTrack incident, double metres) {}

    /** Puts an incident where it is now, or nowhere while it is not open. */
    void put(IncidentTrack incident) {
        Cell now = incident.isOpen() ? new Cell(incident.isDrill(), grid.cell(incident.location()))
                : null;
        Cell before = held.get(incident.id());
        if (now == null ? before == null : now.equals(before)) {
            return;
        }
        if (before != null) {
            held.remove(incident.id());
            cells.computeIfPresent(before, (cell, there) -> {
                there.remove(incident.openedSeq());
                return there.isEmpty() ? null : there;
            });
        }
        if (now != null) {
            held.put(incident.id(), now);
            cells.computeIfAbsent(now, cell -> new TreeMap<>()).put(incident.openedSeq(), incident);
        }
    }

    /** Open incidents near a place and a moment, nearest first, of two at one place the older first. */
    List<UUID> similar(Location to, boolean drill, long effectiveAt) {
        List<Found> found = new ArrayList<>();
        for (Grid.Cell near : grid.around(to)) {
            look(new Cell(drill, near), to, effectiveAt, found);
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::metres)
                        .thenComparingLong(one -> one.incident().openedSeq()))
                .limit(FOUND_MAX)
                .map(one -> one.incident().id())
                .toList();
    }

    private void look(Cell cell, Location to, long effectiveAt, List<Found> found) {
        TreeMap<Long, IncidentTrack> there = cells.get(cell);
        if (there == null) {
            return;
        }
        int looked = 0;
        for (IncidentTrack incident : there.descendingMap().values()) {
            if (looked == LOOKED_AT_MAX) {
                return;
            }
            looked++;
            long lastAt = incident.ledger().reports().lastAt();
            double metres = Grid.metres(incident.location(), to);
            if (metres <= NEAR_METRES && Math.abs(lastAt - effectiveAt) <= NEAR_MILLIS) {
                found.add(new Found(incident, metres));
            }
        }
    }
}
