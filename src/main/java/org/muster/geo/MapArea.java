package org.muster.geo;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of the file, its own form checked, its place among the others not yet.
 *
 * @param number its place in the file, from 0
 * @param geometry a valid polygon or multipolygon, x = longitude, y = latitude
 * @param feature as it stands in the file
 */
record MapArea(int number, String id, String name, @Nullable String parent, Geometry geometry,
        JsonNode feature) {

    /** Where a fault of this feature's member stands. */
    String pointer(String member) {
        return "/features/" + number + member;
    }
}
