/** Where a position lies: the map of areas, read once and checked. */
@NullMarked
package org.muster.geo;

import org.jspecify.annotations.NullMarked;
