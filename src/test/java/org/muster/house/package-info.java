/** What holds for the house as a whole: layers, tidiness. */
@NullMarked
package org.muster.house;

import org.jspecify.annotations.NullMarked;
