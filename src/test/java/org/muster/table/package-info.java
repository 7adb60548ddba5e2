/** Rows as other programs read them. */
@NullMarked
package org.muster.table;

import org.jspecify.annotations.NullMarked;
