package org.muster.recorder;

import java.util.concurrent.CompletableFuture;

import org.muster.model.Command;
import org.muster.model.Outcome;

/**
 * A command on its way, with the place where its outcome is awaited.
 *
 * @param readNanos when it had been read, in monotonic nanoseconds
 */
record Pending(Command command, CompletableFuture<Outcome> outcome, long readNanos) {}
