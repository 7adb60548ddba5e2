package org.muster.model;

import java.util.List;

/** Finds the areas of a position. */
@FunctionalInterface
public interface Places {

    /** The ids of the areas that hold it, smallest first; "elsewhere" alone when none does. Never blocks. */
    List<String> areasOf(double lat, double lon);
}
