/** Are the numbers right, and are there not too many of them? */
@NullMarked
package org.muster.metrics;

import org.jspecify.annotations.NullMarked;
