/** Full text and lists in a file of their own that follows the record and can be made anew from it at any time. */
@NullMarked
package org.muster.index;

import org.jspecify.annotations.NullMarked;
