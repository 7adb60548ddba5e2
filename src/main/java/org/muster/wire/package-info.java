/** The JSON forms of the vocabulary: one place that says how each record looks to the outside and in the journal. */
@NullMarked
package org.muster.wire;

import org.jspecify.annotations.NullMarked;
