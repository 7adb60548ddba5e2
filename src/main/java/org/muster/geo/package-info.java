/** Where places lie on the map of areas, read once and checked, and how far they are apart on the ground. */
@NullMarked
package org.muster.geo;

import org.jspecify.annotations.NullMarked;
