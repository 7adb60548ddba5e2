package org.muster.exercise.load;

import java.util.List;

/** The middle of some values and how far they lie apart. */
public record Spread(double median, double low, double high) {

    /** The spread of at least one value; of an even number the median is the mean of the middle two. */
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
}
