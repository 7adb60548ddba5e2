/** The page in a real Chromium: alone against a scripted service, and against the real one. */
@NullMarked
package org.muster.web;

import org.jspecify.annotations.NullMarked;
