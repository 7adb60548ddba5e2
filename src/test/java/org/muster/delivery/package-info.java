/** Tests of alerts beyond the screen. */
@NullMarked
package org.muster.delivery;

import org.jspecify.annotations.NullMarked;
