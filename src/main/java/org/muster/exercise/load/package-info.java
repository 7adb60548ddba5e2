/** Load on the service and on things that do less, in turns, so that what is measured is a ratio. */
@NullMarked
package org.muster.exercise.load;

import org.jspecify.annotations.NullMarked;
