package org.muster.app;

/** The service cannot start; the message is for the operator and says what to do. */
final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }
}
