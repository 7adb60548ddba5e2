/** Tests with real processes and real files, run on the finished jar. */
@NullMarked
package org.muster.it;

import org.jspecify.annotations.NullMarked;
