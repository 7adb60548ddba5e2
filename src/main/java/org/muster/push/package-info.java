/** The door out: everybody who watches, each a place in the record. */
@NullMarked
package org.muster.push;

import org.jspecify.annotations.NullMarked;
