/** Names, help and units of everything that Prometheus scrapes: one meter set per component. */
@NullMarked
package org.muster.metrics;

import org.jspecify.annotations.NullMarked;
