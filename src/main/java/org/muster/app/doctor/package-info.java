/** Looks over the machine, the data folder and the configuration, and says what to do about what it finds. */
@NullMarked
package org.muster.app.doctor;

import org.jspecify.annotations.NullMarked;
