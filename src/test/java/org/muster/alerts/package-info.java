/** Tests of the door for what people do with alerts. */
@NullMarked
package org.muster.alerts;

import org.jspecify.annotations.NullMarked;
