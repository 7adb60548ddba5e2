package org.muster.push;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that says nothing when it comes true. */
final class Polling {

    private static final Executor SOON = CompletableFuture.delayedExecutor(20,
            TimeUnit.MILLISECONDS);

    private Polling() {}

    /** Completes once the condition holds. */
    static CompletableFuture<Void> until(BooleanSupplier condition) {
        CompletableFuture<Void> held = new CompletableFuture<>();
        look(condition, held);
        return held;
    }

    private static void look(BooleanSupplier condition, CompletableFuture<Void> held) {
        SOON.execute(() -> {
            try {
                if (condition.getAsBoolean()) {
                    held.complete(null);
                } else if (!held.isDone()) {
                    look(condition, held);
                }
            } catch (RuntimeException broken) {
                held.completeExceptionally(broken);
            }
        });
    }
}
