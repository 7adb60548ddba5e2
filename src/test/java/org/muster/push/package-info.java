/** What watchers see: the stream without sockets, over a record in memory, and over real ones. */
@NullMarked
package org.muster.push;

import org.jspecify.annotations.NullMarked;
