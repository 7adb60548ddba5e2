package org.muster.door;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/** Brings what another thread completes back to the request's own event loop. */
public final class Hop {

    private Hop() {}

    /** Goes on with the value there, unless the client has gone; a failure is answered as ours. */
    public static <T> void back(RoutingContext ctx, CompletableFuture<T> future,
            Consumer<? super T> then) {
        Context context = ctx.vertx().getOrCreateContext();
        var _ = future.whenComplete((value, failed) -> context.runOnContext(back -> {
            if (ctx.response().closed()) {
                return;
            }
            if (failed == null) {
                then.accept(value);
            } else {
                Problems.failed(ctx, failed);
            }
        }));
    }
}
