package org.muster.model;

import java.util.List;

/** The place of a protest on the ground. */
public sealed interface Shape {

    /** More positions than this are no plan but a survey. */
    int POSITIONS_MAX = 500;

    /** A meeting point. */
    record Point(Position at) implements Shape {}

    /** A route: two positions or more, in the order they are walked. */
    record Line(List<Position> positions) implements Shape {

        public Line {
            positions = List.copyOf(positions);
            Valid.that(positions.size() >= 2, "a line has two ends");
        }
    }

    /** A ground: the outer ring, then holes; each ring closed, of four positions or more. */
    record Polygon(List<List<Position>> rings) implements Shape {

        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
            Valid.that(!rings.isEmpty() && rings.stream().allMatch(Polygon::isRing),
                    "rings are closed and have four positions or more");
        }

        private static boolean isRing(List<Position> ring) {
            return ring.size() >= 4 && ring.getFirst().equals(ring.getLast());
        }
    }
}
