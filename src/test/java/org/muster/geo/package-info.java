/** Tests of {@code org.muster.geo}. */
@NullMarked
package org.muster.geo;

import org.jspecify.annotations.NullMarked;
