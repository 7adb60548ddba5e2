/** The vocabulary: what is reported, recorded and shown, and the one port by which it is recorded. */
@NullMarked
package org.muster.model;

import org.jspecify.annotations.NullMarked;
