package org.muster.alerts;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.door.Authentication;
import org.muster.door.Hop;
import org.muster.door.Problems;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.model.Reloaded;
import org.muster.wire.Json;

/** {@code POST /api/v1/rules/reload}: a supervisor has the rules read again. One for all event loops. */
public final class RulesRoute {

    private static final String PATH = "/api/v1/rules/reload";
    private static final Rejection FORBIDDEN = new Rejection(Code.FORBIDDEN,
            "Supervisors who are bound to no areas have the rules read again: they call for"
                    + " everybody.");

    private final Function<String, Reloaded> reload;
    private final Executor blocking;

    /**
     * @param reload reads the rules again, for the person of that name; blocks
     * @param blocking runs what blocks
     */
    public RulesRoute(Function<String, Reloaded> reload, Executor blocking) {
        this.reload = reload;
        this.blocking = blocking;
    }

    /** Adds the route behind an authentication. */
    public void install(Router router, Handler<RoutingContext> authentication) {
        router.post(PATH).handler(authentication).handler(this::reload);
    }

    private void reload(RoutingContext ctx) {
        Credential who = Authentication.credential(ctx);
        if (!Scope.of(who).mayReloadRules()) {
            Problems.answer(ctx, FORBIDDEN);
            return;
        }
        Hop.back(ctx, CompletableFuture.supplyAsync(() -> reload.apply(who.name()), blocking),
                outcome -> {
                    switch (outcome) {
                        case Reloaded.InForce now -> shown(ctx, now);
                        case Reloaded.Refused(var why) -> Problems.answer(ctx, why);
                    }
                });
    }

    private static void shown(RoutingContext ctx, Reloaded.InForce now) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Buffer.buffer(Json.object(out -> {
                    ids(out, "changed", now.changed());
                    ids(out, "added", now.added());
                    ids(out, "removed", now.removed());
                    out.writeNumberField("version", now.version());
                })));
    }

    private static void ids(JsonGenerator out, String name, List<String> ids) throws IOException {
        out.writeArrayFieldStart(name);
        for (String id : ids) {
            out.writeString(id);
        }
        out.writeEndArray();
    }
}
