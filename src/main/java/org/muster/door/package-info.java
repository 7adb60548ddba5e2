/** What every HTTP door shares: who comes in, how refusals are told, deadlines, and the browser's session. */
@NullMarked
package org.muster.door;

import org.jspecify.annotations.NullMarked;
