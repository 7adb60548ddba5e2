/** The Crowd Counting Consortium's monthly sheets: protests of the United States, read and sent as any client would. */
@NullMarked
package org.muster.exchange.ccc;

import org.jspecify.annotations.NullMarked;
