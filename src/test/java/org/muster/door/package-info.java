/** The shared parts of the doors, through a real server on loopback. */
@NullMarked
package org.muster.door;

import org.jspecify.annotations.NullMarked;
