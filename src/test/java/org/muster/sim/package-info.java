/** The whole house from one seed: real reading, core, recorder and push, over a fake clock, a faulty disk, cut screens. */
@NullMarked
package org.muster.sim;

import org.jspecify.annotations.NullMarked;
