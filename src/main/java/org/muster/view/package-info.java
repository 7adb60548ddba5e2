/** The picture as last published: persistent maps of immutable records that any thread reads without a lock. */
@NullMarked
package org.muster.view;

import org.jspecify.annotations.NullMarked;
