/** What an operator sets: one record per section of {@code muster.yaml}, the catalogues, and every fault of them at once. */
@NullMarked
package org.muster.config;

import org.jspecify.annotations.NullMarked;
