package org.muster.app;

/** A backup or a restore cannot be done; the message is for the operator and says what is as it was and what to do. */
final class CopyFailed extends RuntimeException {
    /** It could not be done, or not there. */
    static final int NOT_DONE = 1;
    /** What was to be copied is not sound. */
    static final int UNSOUND = 3;
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CopyFailed(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
