package org.muster.app;

/** The service cannot start; the message is for the operator and says what to do. */
final class StartFailed extends RuntimeException {
    /** Exit code when the record could not be read: a supervisor should try again. */
    static final int DISK = 3;
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    StartFailed(String message) {
        this(message, 1);
    }

    StartFailed(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
