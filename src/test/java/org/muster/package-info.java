/** Tests of the command line and of what the build puts into the jar. */
@NullMarked
package org.muster;

import org.jspecify.annotations.NullMarked;
