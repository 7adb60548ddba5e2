/** The record in SQLite: WAL, flushed at every commit. */
@NullMarked
package org.muster.journal.sqlite;

import org.jspecify.annotations.NullMarked;
