package org.muster.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.muster.model.Location;

/**
 * The globe cut into rows of equal height and each row into cells about as wide, so that what is near a place lies in its
 * own cell or in one around it. Immutable.
 */
final class Grid {

    /** Mean radius of the earth (IUGG). */
    private static final double RADIUS_METRES = 6_371_008.8;
    private static final double NARROWEST = 1e-3;

    private final double rowDegrees;

    record Cell(long row, long column) {}

    /** @param nearMetres no further is near; more than 0 */
    Grid(double nearMetres) {
        // A row is a little higher than near is far.
        rowDegrees = Math.toDegrees(nearMetres / RADIUS_METRES) * 1.01;
    }

    /** The cell that a place lies in. */
    Cell cell(Location at) {
        long row = row(at.lat());
        return new Cell(row, around(row, column(row, at.lon())));
    }

    /** The cells in which lies whatever is near a place, each once. */
    List<Cell> around(Location at) {
        Set<Cell> cells = new LinkedHashSet<>();
        long row = row(at.lat());
        for (long near = row - 1; near <= row + 1; near++) {
            long column = column(near, at.lon());
            for (long beside = column - 1; beside <= column + 1; beside++) {
                cells.add(new Cell(near, around(near, beside)));
            }
        }
        return new ArrayList<>(cells);
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

    private long row(double lat) {
        return (long) Math.floor(lat / rowDegrees);
    }

    private long column(long row, double lon) {
        return (long) Math.floor((lon + 180) / columnDegrees(row));
    }

    /** The column on the other side of the date line when it is beyond it. */
    private long around(long row, long column) {
        return Math.floorMod(column, columns(row));
    }

    private long columns(long row) {
        return Math.max(1, (long) (360 / widthDegrees(row)));
    }

    /** All columns of a row are equally wide, and fill it. */
    private double columnDegrees(long row) {
        return 360.0 / columns(row);
    }

    /** So wide that near is never further than the next cell, taken at the row's end that is nearer to the pole. */
    private double widthDegrees(long row) {
        double lat = Math.max(Math.abs(row), Math.abs(row + 1)) * rowDegrees;
        return rowDegrees / Math.max(NARROWEST, Math.cos(Math.toRadians(Math.min(90, lat))));
    }
}
