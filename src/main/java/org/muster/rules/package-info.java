/** What an operator wrote in a rule, understood: conditions in CEL over the facts of the core, and messages for people. */
@NullMarked
package org.muster.rules;

import org.jspecify.annotations.NullMarked;
