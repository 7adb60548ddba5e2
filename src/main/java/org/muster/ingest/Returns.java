package org.muster.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

import org.muster.model.Outcome;

/**
 * Brings outcomes from the writer's thread back to one event loop. The writer completes hundreds at a time; the loop is
 * woken once for all that have come since, not once for each.
 */
final class Returns {

    private final Context context;
    private final Queue<Runnable> come = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private List<Runnable> afterwards = new ArrayList<>();

    private Returns(Context context) {
        this.context = context;
    }

    /** One of them for each event loop. */
    static final class Loops {

        private final Vertx vertx;
        @SuppressWarnings("ThreadLocalUsage") // one set for each service, not for each process
        private final ThreadLocal<Returns> mine = new ThreadLocal<>();

        Loops(Vertx vertx) {
            this.vertx = vertx;
        }

        /** That of the event loop we are on. */
        Returns here() {
            Returns here = mine.get();
            if (here == null) {
                here = new Returns(vertx.getOrCreateContext());
                mine.set(here);
            }
            return here;
        }
    }

    /** Calls back on the event loop, at once when the outcome is there already. */
    void bring(CompletableFuture<Outcome> coming, Consumer<Outcome> then) {
        if (coming.isDone()) {
            then.accept(coming.join());
            return;
        }
        var _ = coming.thenAccept(outcome -> {
            come.add(() -> then.accept(outcome));
            if (woken.compareAndSet(false, true)) {
                context.runOnContext(wake -> drain());
            }
        });
    }

    /** Runs something after all outcomes of this waking; to be called from a callback. */
    void afterwards(Runnable last) {
        afterwards.add(last);
    }

    private void drain() {
        // Before looking: what comes while we look wakes again.
        woken.set(false);
        for (Runnable next = come.poll(); next != null; next = come.poll()) {
            next.run();
        }
        List<Runnable> last = afterwards;
        afterwards = new ArrayList<>();
        last.forEach(Runnable::run);
    }
}
