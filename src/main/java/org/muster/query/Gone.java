package org.muster.query;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import io.vertx.ext.web.RoutingContext;

/** Whether a client has gone that still waits for its answer, for reads that take so long that it matters. */
final class Gone {
    private static final String KEY = Gone.class.getName();

    private Gone() {}

    /** From now on it is known. The request's event loop only. */
    static void watch(RoutingContext request) {
        AtomicBoolean gone = new AtomicBoolean();
        request.put(KEY, gone);
        request.addEndHandler(ended -> gone.set(true));
    }

    /** Asks of a request that is watched. */
    static BooleanSupplier of(RoutingContext request) {
        AtomicBoolean gone = Objects.requireNonNull(request.get(KEY), "it is watched");
        return gone::get;
    }
}
