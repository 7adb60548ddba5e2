package org.muster.index;

/** The index cannot be used now: its file failed, or it is being made anew. All else can. */
public final class IndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexException(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }

    IndexException(String what) {
        super(what);
    }
}
