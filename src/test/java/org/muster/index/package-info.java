/** Full text and lists, on real files. */
@NullMarked
package org.muster.index;

import org.jspecify.annotations.NullMarked;
