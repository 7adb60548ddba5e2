/** The one writer: takes what came in, lets the core decide, commits a batch with one flush, then answers. */
@NullMarked
package org.muster.recorder;

import org.jspecify.annotations.NullMarked;
