package org.muster.core;

import org.muster.model.Shape;

/** How far things are apart, and how large. */
public interface Ground {

    /** No limit of clashes may be set higher: what is farther apart has nothing to do with each other. */
    int EXACT_METRES = 20_000;

    /**
     * Metres on the ground between the nearest points of two shapes; 0 where they meet. Of those farther apart than
     * {@link #EXACT_METRES} no more is said than that they are. Never blocks.
     */
    double metres(Shape one, Shape other);

    /** What a shape covers on the ground; 0 of a point or a route. Never blocks. */
    double squareMetres(Shape shape);
}
