package org.muster.access;

import org.jspecify.annotations.Nullable;

/** The world failed: the credentials' file cannot be read or written. */
public final class AccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
