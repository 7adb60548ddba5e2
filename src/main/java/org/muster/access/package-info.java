/** Who may come in and what they may see: credentials in their own file, and the scope each query must take. */
@NullMarked
package org.muster.access;

import org.jspecify.annotations.NullMarked;
