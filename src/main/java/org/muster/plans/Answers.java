package org.muster.plans;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import org.muster.model.Protest;
import org.muster.wire.Json;
import org.muster.wire.ProtestJson;

/** What a planner hears: the protest as every reader sees it, with the tag of its version. */
final class Answers {

    private static final int CREATED = 201;
    private static final CharSequence REPLAYED = HttpHeaders
            .createOptimized("Idempotency-Replayed");

    private Answers() {}

    static void created(RoutingContext ctx, Protest protest) {
        ctx.response()
                .setStatusCode(CREATED)
                .putHeader(HttpHeaders.LOCATION, PlansRoute.PATH + '/' + protest.id());
        shown(ctx, protest);
    }

    static void repeated(RoutingContext ctx, Protest protest) {
        ctx.response().putHeader(REPLAYED, "true");
        shown(ctx, protest);
    }

    static void shown(RoutingContext ctx, Protest protest) {
        HttpServerResponse response = ctx.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ETAG, "\"" + protest.version() + '"')
                .end(Buffer.buffer(Json.bytes(out -> ProtestJson.protest(out, protest))));
    }
}
