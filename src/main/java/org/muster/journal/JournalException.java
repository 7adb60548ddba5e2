package org.muster.journal;

/** The world failed: the journal could not be read or written. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String what, Throwable cause) {
        super(what, cause);
    }

    public JournalException(String what) {
        super(what);
    }
}
