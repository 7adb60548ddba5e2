package org.muster.model;

import java.util.List;

/** Finds the areas of what is on the ground. Never blocks. */
public interface Places {

    /** The ids of the areas that hold a position, smallest first; "elsewhere" alone when none does. */
    List<String> areasOf(double lat, double lon);

    /** The ids of every area that a shape touches and their ancestors, smallest first; "elsewhere" when it touches none. */
    List<String> areasOf(Shape shape);
}
