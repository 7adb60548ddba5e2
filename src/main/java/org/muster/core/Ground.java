package org.muster.core;

import org.muster.model.Shape;

/** How far things are apart. */
@FunctionalInterface
public interface Ground {

    /** Metres on the ground between the nearest points of two shapes; 0 where they meet. Never blocks. */
    double metres(Shape one, Shape other);
}
