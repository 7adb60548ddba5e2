package org.muster.alerts;

import java.util.List;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import org.muster.door.Problems;
import org.muster.model.Alert;
import org.muster.model.Rejection;
import org.muster.model.Settings;
import org.muster.wire.AlertJson;
import org.muster.wire.Json;

/** What who works an alert hears: the alert as it is by now, done or not. */
final class Answers {

    private static final String JSON = "application/json";
    private static final CharSequence REPLAYED = HttpHeaders
            .createOptimized("Idempotency-Replayed");

    private Answers() {}

    static void shown(RoutingContext ctx, Alert alert, Settings settings) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(Buffer.buffer(Json.bytes(out -> AlertJson.alert(out, alert, settings))));
    }

    /** It was so already. */
    static void repeated(RoutingContext ctx, Alert alert, Settings settings) {
        ctx.response().putHeader(REPLAYED, "true");
        shown(ctx, alert, settings);
    }

    /** Somebody was faster, or it cannot be done with it any more. */
    static void changed(RoutingContext ctx, Rejection why, Alert alert, Settings settings) {
        Problems.answer(ctx, why, out -> {
            out.writeFieldName("alert");
            AlertJson.alert(out, alert, settings);
        });
    }

    static void names(RoutingContext ctx, List<String> names) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(Buffer.buffer(Json.object(out -> out.writePOJOField("items", names))));
    }
}
