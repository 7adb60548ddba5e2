package org.muster.door;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Gives each request its id, the client's own when that is a plain word, and says it in the answer. */
public final class RequestIds implements Handler<RoutingContext> {

    private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");
    private static final String KEY = "muster.request";
    private static final int CHARS_MAX = 64;
    private static final int PREFIX_CHARS = 8;

    private final String prefix = UUID.randomUUID().toString().substring(0, PREFIX_CHARS) + '-';
    private final AtomicLong made = new AtomicLong();

    @Override
    public void handle(RoutingContext ctx) {
        String given = ctx.request().getHeader(HEADER);
        String id = given != null && isPlain(given) ? given
                : prefix + Long.toString(made.incrementAndGet(), Character.MAX_RADIX);
        ctx.put(KEY, id);
        ctx.response().putHeader(HEADER, id);
        ctx.next();
    }

    /** The request's id, for a line in the log. */
    public static String of(RoutingContext ctx) {
        String id = ctx.get(KEY);
        return id == null ? "-" : id;
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
