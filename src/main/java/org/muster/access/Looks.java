package org.muster.access;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Shares looks into the file among all who need one: the first look starts at once, the next ones a gap apart, and
 * everybody who came in between waits for the same one. So a flood of bad tokens costs a few looks a second, and a good
 * new token is still found.
 */
final class Looks {
    /** More than this many at once are not tokens of ours; they are told that nothing is known. */
    private static final int WAITING_MAX = 10_000;

    private final Runnable look;
    private final Executor workers;
    private final Executor later;
    private @Nullable CompletableFuture<Void> next;
    private int waiting;
    private boolean busy;

    Looks(Runnable look, Executor workers, Duration gap) {
        this.look = look;
        this.workers = workers;
        this.later = CompletableFuture.delayedExecutor(gap.toMillis(), TimeUnit.MILLISECONDS,
                workers);
    }

    /** Completes after a look that began after this call; fails as the look does. */
    synchronized CompletableFuture<Void> next() {
        if (waiting >= WAITING_MAX) {
            return CompletableFuture.completedFuture(null);
        }
        waiting++;
        CompletableFuture<Void> mine = next;
        if (mine == null) {
            mine = new CompletableFuture<>();
            next = mine;
        }
        if (!busy) {
            busy = true;
            workers.execute(this::look);
        }
        return mine;
    }

    private void look() {
        CompletableFuture<Void> served = take();
        if (served == null) {
            return;
        }
        try {
            look.run();
            served.complete(null);
        } catch (RuntimeException failed) {
            served.completeExceptionally(failed);
        } finally {
            later.execute(this::look);
        }
    }

    private synchronized @Nullable CompletableFuture<Void> take() {
        CompletableFuture<Void> taken = next;
        next = null;
        waiting = 0;
        busy = taken != null;
        return taken;
    }
}
