package org.muster.exercise.load;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One turn of one side.
 *
 * @param side name of whoever was under load
 * @param round counted from 1
 * @param figures what was measured; what could not be is left out
 */
public record Turn(String side, int round, Map<Figure, Double> figures) {

    public Turn {
        var ordered = new EnumMap<Figure, Double>(Figure.class);
        ordered.putAll(figures);
        figures = Collections.unmodifiableMap(ordered);
    }
}
