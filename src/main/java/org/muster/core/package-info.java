/** The pure, deterministic core: decides what a command brings about, and folds entries into the picture. */
@NullMarked
package org.muster.core;

import org.jspecify.annotations.NullMarked;
