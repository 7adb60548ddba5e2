/** Reads JSON that comes from outside: strictly, within limits, and with everything that is wrong told at once. */
@NullMarked
package org.muster.input;

import org.jspecify.annotations.NullMarked;
