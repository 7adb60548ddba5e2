package org.muster.query;

import java.util.function.Predicate;

/** The outlines of the areas, as their operator drew them. */
@FunctionalInterface
public interface Outlines {
    /** A GeoJSON FeatureCollection in UTF-8 of the areas whose ids may be shown. */
    byte[] of(Predicate<String> shown);
}
