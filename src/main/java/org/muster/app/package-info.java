/** Builds, starts and stops Muster, one class per command; the only package that reads a clock. */
@NullMarked
package org.muster.app;

import org.jspecify.annotations.NullMarked;
