/** Tests of {@code org.muster.access}. */
@NullMarked
package org.muster.access;

import org.jspecify.annotations.NullMarked;
