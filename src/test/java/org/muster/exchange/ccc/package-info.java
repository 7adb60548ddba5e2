/** Tests of reading and sending the Consortium's sheets. */
@NullMarked
package org.muster.exchange.ccc;

import org.jspecify.annotations.NullMarked;
