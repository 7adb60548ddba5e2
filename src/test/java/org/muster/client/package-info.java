/** Tests of a client of the API, with a door that records in memory. */
@NullMarked
package org.muster.client;

import org.jspecify.annotations.NullMarked;
