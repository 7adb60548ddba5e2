/** The record: entries in their order, kept for good; and snapshots, which only save time. */
@NullMarked
package org.muster.journal;

import org.jspecify.annotations.NullMarked;
