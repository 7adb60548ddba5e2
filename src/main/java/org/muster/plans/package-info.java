/** The door for plans of protests: made, changed, called off by those who plan, strictly read, handed to the recorder. */
@NullMarked
package org.muster.plans;

import org.jspecify.annotations.NullMarked;
