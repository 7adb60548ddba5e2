package org.muster.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.config.Limits;
import org.muster.door.Authentication;
import org.muster.door.MediaTypes;
import org.muster.door.Problems;
import org.muster.door.Tempo;
import org.muster.metrics.ReportMeters;
import org.muster.model.Glossary;
import org.muster.model.Places;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/** {@code POST /api/v1/reports}: one report, or a stream of lines. One for all event loops. */
public final class ReportsRoute {

    private static final String PATH = "/api/v1/reports";

    private final SingleHandler single;
    private final BatchHandler batch;
    private final ReportMeters meters;

    /** @param nanos monotonic nanoseconds */
    public ReportsRoute(Vertx vertx, Recording recording, Glossary glossary, Places places,
            Tempo tempo, Limits limits, LongSupplier nanos, ReportMeters meters) {
        this.meters = meters;
        ReportReader reader = new ReportReader(glossary, places, limits.json());
        Returns.Loops loops = new Returns.Loops(vertx);
        this.single = new SingleHandler(recording, reader, loops, tempo, limits.http(), nanos,
                meters);
        this.batch = new BatchHandler(recording, reader, loops, limits.http(), nanos, meters);
    }

    /** Adds the route behind an authentication. */
    public void install(Router router, Handler<RoutingContext> authentication) {
        router.post(PATH).handler(authentication).handler(this::handle);
    }

    /** Ends what is still being sent, saying why; done when all that was read is answered. Any thread. */
    public CompletableFuture<Void> leave(Rejection why) {
        return batch.leave(why);
    }

    private void handle(RoutingContext ctx) {
        Credential credential = Authentication.credential(ctx);
        String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (!Scope.of(credential).mayReport()) {
            refuse(ctx, new Rejection(Code.FORBIDDEN,
                    "Reports come from field units, controllers and supervisors."));
        } else if (!MediaTypes.isIdentity(ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING))) {
            refuse(ctx,
                    new Rejection(Code.MEDIA_TYPE, "Send the body without a Content-Encoding."));
        } else if (MediaTypes.isJson(type)) {
            single.handle(ctx, credential);
        } else if (MediaTypes.isLines(type)) {
            batch.handle(ctx, credential);
        } else {
            refuse(ctx,
                    new Rejection(Code.MEDIA_TYPE,
                            "Send one report as application/json, or one a line as"
                                    + " application/x-ndjson, in UTF-8."));
        }
    }

    private void refuse(RoutingContext ctx, Rejection rejection) {
        meters.count(rejection);
        Problems.answer(ctx, rejection);
    }
}
