/** Muster's command line: where the program starts. */
@NullMarked
package org.muster;

import org.jspecify.annotations.NullMarked;
