package org.muster.model;

import java.util.concurrent.CompletableFuture;

/** The one way into the record. */
public interface Recording {

    /**
     * Hands a command to the one writer. Never blocks, may be called from any thread. The future completes after the
     * commit, on the writer's thread: go back to your own before you do anything with it. It never fails: when
     * recording is not possible the outcome is a refusal that says so.
     */
    CompletableFuture<Outcome> submit(Command command);

    /**
     * The same for what somebody sent.
     *
     * @param readNanos when its last byte had been read, in monotonic nanoseconds: what it waits for is measured from
     *            there. Who measures nothing may leave it
     */
    default CompletableFuture<Outcome> submit(Command command, long readNanos) {
        return submit(command);
    }
}
