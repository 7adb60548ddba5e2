package org.muster.door;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What becomes of a body that nobody reads any more: a little of it is thrown away, more closes the connection. */
final class Unread {

    /** So much is read on, so that a client that sends first and reads then gets its answer. */
    private static final long DISCARDED_BYTES_MAX = 256 * 1024L;
    private static final long LINGER_MILLIS = 1_000;

    private Unread() {}

    /** Call before the answer is ended. */
    static void settle(HttpServerRequest request, boolean close) {
        if (request.isEnded() && !close) {
            return;
        }
        long[] left = {DISCARDED_BYTES_MAX};
        request.handler(chunk -> {
            left[0] -= chunk.length();
            if (left[0] < 0) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {});
        if (close) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            closeSoon(request);
        }
        request.resume();
    }

    /** At once would reset the connection while the client still writes, and our answer with it. */
    private static void closeSoon(HttpServerRequest request) {
        Context context = Vertx.currentContext();
        if (context == null) {
            request.connection().close();
            return;
        }
        context.owner().setTimer(LINGER_MILLIS, fired -> request.connection().close());
    }
}
