/** Reports through a real server on loopback, with a recorder that tests can hold back. */
@NullMarked
package org.muster.ingest;

import org.jspecify.annotations.NullMarked;
