/** Scenarios of timed reports, plans and work on alerts, and the player that sends them through the public API. */
@NullMarked
package org.muster.exercise;

import org.jspecify.annotations.NullMarked;
