/** The door for what people do with alerts: acknowledge, assign, comment, shelve, clear; strictly read, handed to the recorder. */
@NullMarked
package org.muster.alerts;

import org.jspecify.annotations.NullMarked;
