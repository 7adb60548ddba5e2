/** What the doctor finds in folders that are ill in one way each. */
@NullMarked
package org.muster.app.doctor;

import org.jspecify.annotations.NullMarked;
