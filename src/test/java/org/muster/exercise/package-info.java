/** Tests of scenarios and their player. */
@NullMarked
package org.muster.exercise;

import org.jspecify.annotations.NullMarked;
