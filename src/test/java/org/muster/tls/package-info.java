/** Certificates made for a test, and what reading them tells. */
@NullMarked
package org.muster.tls;

import org.jspecify.annotations.NullMarked;
