package org.muster.door;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Gives each request its id, the client's own when that is a plain word, and says it in the answer. */
public final class RequestIds implements Handler<RoutingContext> {

    private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");
    private static final String KEY = "muster.request";
    private static final int CHARS_MAX = 64;
    private static final int PREFIX_CHARS = 8;

    /** Tells the ids of one process from those of another. */
    private static final String PREFIX = UUID.randomUUID().toString().substring(0, PREFIX_CHARS)
            + '-';
    private static final AtomicLong MADE = new AtomicLong();

    @Override
    public void handle(RoutingContext ctx) {
        ctx.put(KEY, give(ctx.request()));
        ctx.next();
    }

    /** Gives a request its id, also one that no route has seen. */
    static String give(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        String id = given != null && isPlain(given) ? given
                : PREFIX + Long.toString(MADE.incrementAndGet(), Character.MAX_RADIX);
        request.response().putHeader(HEADER, id);
        return id;
    }

    /** The request's id, for a line in the log. */
    public static String of(RoutingContext ctx) {
        String id = ctx.get(KEY);
        return id == null ? "-" : id;
    }

    static boolean isGiven(RoutingContext ctx) {
        return ctx.get(KEY) != null;
    }

    /** Letters, digits, dots, hyphens, underscores: what can forge neither a header nor a line of the log. */
    private static boolean isPlain(String id) {
        if (id.isEmpty() || id.length() > CHARS_MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }
}
