package org.muster.door;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** What becomes of a body that nobody reads any more: a little of it is thrown away, more closes the connection. */
public final class Unread {

    /** So much is read on, so that a client that sends first and reads then gets its answer. */
    private static final long DISCARDED_BYTES_MAX = 256 * 1024L;
    private static final long LINGER_MILLIS = 1_000;

    private Unread() {}

    /**
     * Call before the answer is ended.
     *
     * @param close ends the connection a moment after the answer; until then all that comes is thrown away
     * @return done when the connection is ended, or at once when it is not
     */
    public static Future<Void> settle(HttpServerRequest request, boolean close) {
        if (!request.isEnded()) {
            discard(request, close ? Long.MAX_VALUE : DISCARDED_BYTES_MAX);
        }
        if (!close) {
            return Future.succeededFuture();
        }
        HttpServerResponse response = request.response();
        if (!response.headWritten()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return closeSoon(request);
    }

    private static void discard(HttpServerRequest request, long bytesMax) {
        long[] left = {bytesMax};
        request.handler(chunk -> {
            left[0] -= chunk.length();
            if (left[0] < 0) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {});
        request.resume();
    }

    /** At once would reset the connection while the client still writes, and our answer with it. */
    private static Future<Void> closeSoon(HttpServerRequest request) {
        Context context = Vertx.currentContext();
        return context == null ? request.connection().close()
                : context.owner()
                        .timer(LINGER_MILLIS)
                        .compose(late -> request.connection().close());
    }
}
