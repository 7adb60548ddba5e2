/** What the bench counts and says; that it measures real servers is shown by {@code it}. */
@NullMarked
package org.muster.exercise.load;

import org.jspecify.annotations.NullMarked;
