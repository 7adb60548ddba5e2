/** The public API as a client uses it: sends again what was not answered, and no faster than the service takes it. */
@NullMarked
package org.muster.client;

import org.jspecify.annotations.NullMarked;
