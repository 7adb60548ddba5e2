/** The door for plans, over HTTP, with a record that tests make. */
@NullMarked
package org.muster.plans;

import org.jspecify.annotations.NullMarked;
