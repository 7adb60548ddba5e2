/** Tests of {@code org.muster.config}. */
@NullMarked
package org.muster.config;

import org.jspecify.annotations.NullMarked;
