/** What partners build on: the two documents of the interface, served as files and as pages for people. */
@NullMarked
package org.muster.docs;

import org.jspecify.annotations.NullMarked;
