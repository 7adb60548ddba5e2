/** Tests of {@code org.muster.app}. */
@NullMarked
package org.muster.app;

import org.jspecify.annotations.NullMarked;
