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
 * Open incidents by where they are, for finding those near a place. The globe is cut into rows of equal height and each
 * row into cells about as wide; only the cells around a place are looked at, and in each only the newest incidents.
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

    /** Mean radius of the earth (IUGG). */
    private static final double RADIUS_METRES = 6_371_008.8;
    /** A row is a little higher than near is far. */
    private static final double ROW_DEGREES = Math.toDegrees(NEAR_METRES / RADIUS_METRES) * 1.01;
    private static final double NARROWEST = 1e-3;

    private final Map<Cell, TreeMap<Long, IncidentTrack>> cells = new HashMap<>();
    private final Map<UUID, Cell> held = new HashMap<>();

    private record Cell(boolean drill, long row, long column) {}

    private record Found(IncidentTrack incident, double metres) {}

    /** Puts an incident where it is now, or nowhere while it is not open. */
    void put(IncidentTrack incident) {
        Cell now = incident.isOpen() ? cell(incident.isDrill(), incident.location()) : null;
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
        long row = row(to.lat());
        for (long near = row - 1; near <= row + 1; near++) {
            long column = column(near, to.lon());
            for (long beside = column - 1; beside <= column + 1; beside++) {
                look(new Cell(drill, near, around(near, beside)), to, effectiveAt, found);
            }
        }
        return found.stream()
                .distinct()
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
            double metres = metres(incident.location(), to);
            if (metres <= NEAR_METRES && Math.abs(lastAt - effectiveAt) <= NEAR_MILLIS) {
                found.add(new Found(incident, metres));
            }
        }
    }

    /**
     * Metres along the great circle on a sphere: the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and
     * Telescope 68, 1984).
     */
    static double metres(Location one, Location other) {
        double north = Math.sin(Math.toRadians(other.lat() - one.lat()) / 2);
        double east = Math.sin(Math.toRadians(other.lon() - one.lon()) / 2);
        double square = north * north + east * east * Math.cos(Math.toRadians(one.lat()))
                * Math.cos(Math.toRadians(other.lat()));
        return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square)));
    }

    private static Cell cell(boolean drill, Location at) {
        long row = row(at.lat());
        return new Cell(drill, row, around(row, column(row, at.lon())));
    }

    private static long row(double lat) {
        return (long) Math.floor(lat / ROW_DEGREES);
    }

    private static long column(long row, double lon) {
        return (long) Math.floor((lon + 180) / columnDegrees(row));
    }

    /** The column on the other side of the date line when it is beyond it. */
    private static long around(long row, long column) {
        return Math.floorMod(column, columns(row));
    }

    private static long columns(long row) {
        return Math.max(1, (long) (360 / widthDegrees(row)));
    }

    /** All columns of a row are equally wide, and fill it. */
    private static double columnDegrees(long row) {
        return 360.0 / columns(row);
    }

    /** So wide that near is never further than the next cell, taken at the row's end that is nearer to the pole. */
    private static double widthDegrees(long row) {
        double lat = Math.max(Math.abs(row), Math.abs(row + 1)) * ROW_DEGREES;
        return ROW_DEGREES / Math.max(NARROWEST, Math.cos(Math.toRadians(Math.min(90, lat))));
    }
}
