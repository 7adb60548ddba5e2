/** Door out: reads of the picture and the record over HTTP, each within the reader's rights. */
@NullMarked
package org.muster.query;

import org.jspecify.annotations.NullMarked;
