/** Lets rules live through the recorded past again, by the very core, and says what they would have done otherwise. */
@NullMarked
package org.muster.rehearsal;

import org.jspecify.annotations.NullMarked;
