/** Alerts beyond the screen: pushed to a Prometheus Alertmanager from a cursor of its own, so that nobody waits for it. */
@NullMarked
package org.muster.delivery;

import org.jspecify.annotations.NullMarked;
