/** What rules say, and what becomes of them. */
@NullMarked
package org.muster.rules;

import org.jspecify.annotations.NullMarked;
