/** The certificate and key that the service shows under TLS: read from PEM files, and checked before they are used. */
@NullMarked
package org.muster.tls;

import org.jspecify.annotations.NullMarked;
