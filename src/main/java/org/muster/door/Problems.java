package org.muster.door;

import java.util.stream.Collectors;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.wire.Json;
import org.muster.wire.ProblemJson;

/** Tells clients what was refused and why: problem details (RFC 9457), never a stack trace. Event loops only. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders
            .createOptimized("WWW-Authenticate");
    private static final String CHALLENGE = "Bearer realm=\"muster\"";

    private Problems() {}

    /** Answers with a refusal, unless the client has gone or been answered; with Retry-After where that helps. */
    public static void answer(RoutingContext ctx, Rejection rejection) {
        answer(ctx, rejection, retryAfterSeconds(rejection.code()));
    }

    /** The same with a Retry-After that the caller knows; 0 for none. */
    public static void answer(RoutingContext ctx, Rejection rejection, long retryAfterSeconds) {
        answer(ctx, rejection, retryAfterSeconds, out -> {});
    }

    /** The same with members of its own behind those of every problem. */
    public static void answer(RoutingContext ctx, Rejection rejection, Json.Writing members) {
        answer(ctx, rejection, retryAfterSeconds(rejection.code()), members);
    }

    private static void answer(RoutingContext ctx, Rejection rejection, long retryAfterSeconds,
            Json.Writing members) {
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        if (!RequestIds.isGiven(ctx)) {
            // Refused by the router itself, before any handler.
            RequestIds.give(ctx.request());
            SecurityHeaders.put(ctx.request());
        }
        Code code = rejection.code();
        response.setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        if (retryAfterSeconds > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        }
        if (code == Code.UNAUTHENTICATED) {
            response.putHeader(WWW_AUTHENTICATE, CHALLENGE);
        }
        // What is left of such a body is of no use to anybody.
        boolean close = code == Code.TOO_LARGE || code == Code.TIMED_OUT
                || (code == Code.MALFORMED && !ctx.request().isEnded());
        Unread.settle(ctx.request(), close);
        response.end(Buffer.buffer(Json.object(out -> {
            ProblemJson.fields(out, rejection);
            members.to(out);
        })));
    }

    /** Answers that we failed, and logs why under the request's id. */
    public static void failed(RoutingContext ctx, Throwable cause) {
        String id = RequestIds.of(ctx);
        LOG.error("request {}: {} {} failed", id, ctx.request().method(), ctx.normalizedPath(),
                cause);
        answer(ctx, new Rejection(Code.INTERNAL,
                "The service failed on this request. Its log tells why under " + id + '.'));
    }

    /** Makes a router answer everything it refuses by itself as a problem; nobody was asked for a credential there. */
    public static void install(Router router, Strangers strangers) {
        on(router, strangers, 400, Code.MALFORMED,
                "The request's path, its query or its Host cannot be read.");
        on(router, strangers, 404, Code.NOT_FOUND, "There is nothing at this path.");
        router.errorHandler(405, ctx -> {
            // With a handler of our own for this status Vert.x does not say it.
            ctx.response().putHeader(HttpHeaders.ALLOW, allowed(router, ctx.normalizedPath()));
            answer(ctx, strangers.refusal(ctx.request(), new Rejection(Code.METHOD_NOT_ALLOWED,
                    "This path takes other methods: see Allow.")));
        });
        router.errorHandler(500, ctx -> {
            Throwable cause = ctx.failure();
            failed(ctx,
                    cause == null ? new IllegalStateException("failed without a cause") : cause);
        });
    }

    private static String allowed(Router router, String path) {
        return router.getRoutes()
                .stream()
                .filter(route -> route.methods() != null && route.getPath() != null
                        && path.matches(route.getPath().replaceAll(":[A-Za-z]+", "[^/]+")))
                .flatMap(route -> route.methods().stream())
                .map(HttpMethod::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void on(Router router, Strangers strangers, int status, Code code,
            String detail) {
        Rejection rejection = new Rejection(code, detail);
        router.errorHandler(status,
                ctx -> answer(ctx, strangers.refusal(ctx.request(), rejection)));
    }

    private static long retryAfterSeconds(Code code) {
        return switch (code) {
            case TOO_MANY_REQUESTS, BUSY -> 1;
            case RECORDER_STOPPED, INDEX_BEHIND -> 5;
            case DISK_LOW -> 30;
            case MALFORMED, UNAUTHENTICATED, FORBIDDEN, SECOND_MISSING, SECOND_REFUSED, NOT_FOUND,
                    METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, TIMED_OUT, ID_TAKEN, SUPERSEDED, CANCELLED,
                    ENDED, ALERT_CHANGED, CURSOR_UNKNOWN, PLAN_CHANGED, TOO_LARGE, MEDIA_TYPE,
                    INVALID, VERSION_MISSING, HEADERS_TOO_LARGE, INTERNAL, NOT_YET_SUPPORTED -> 0;
        };
    }
}
