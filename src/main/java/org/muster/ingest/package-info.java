/** The door for reports: one at a time or as a stream of lines, strictly read, handed to the recorder, answered. */
@NullMarked
package org.muster.ingest;

import org.jspecify.annotations.NullMarked;
