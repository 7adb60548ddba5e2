package org.muster.ingest;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import org.muster.door.Problems;
import org.muster.model.Outcome;
import org.muster.model.Receipt;
import org.muster.model.Rejection;
import org.muster.wire.Json;
import org.muster.wire.ProblemJson;
import org.muster.wire.ReceiptJson;

/** What a sender hears: a whole answer for a single report, a line of one for each line of a batch. */
final class Answers {

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final CharSequence REPLAYED = HttpHeaders
            .createOptimized("Idempotency-Replayed");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private Answers() {}

    /** Answers a single report, unless its sender has gone. */
    static void single(RoutingContext ctx, Outcome outcome) {
        switch (outcome) {
            case Outcome.Recorded recorded -> receipt(ctx, CREATED, recorded.receipt());
            case Outcome.Repeated repeated -> {
                ctx.response().putHeader(REPLAYED, "true");
                receipt(ctx, OK, repeated.receipt());
            }
            case Outcome.Refused refused -> Problems.answer(ctx, refused.rejection());
            case Outcome.Applied _,Outcome.Unchanged _ -> Problems.failed(ctx, notAReport());
        }
    }

    /** The answer to a line, with a line feed behind it. */
    static byte[] line(long number, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                    line(number, CREATED, out -> ReceiptJson.fields(out, recorded.receipt()));
            case Outcome.Repeated repeated ->
                    line(number, OK, out -> ReceiptJson.fields(out, repeated.receipt()));
            case Outcome.Refused refused -> line(number, refused.rejection());
            case Outcome.Applied _,Outcome.Unchanged _ -> throw notAReport();
        };
    }

    /** The answer to a line that was refused, with a line feed behind it. */
    static byte[] line(long number, Rejection rejection) {
        return line(number, rejection.code().status(), out -> ProblemJson.detail(out, rejection));
    }

    private static byte[] line(long number, int status, Json.Writing rest) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeNumberField("line", number);
            out.writeNumberField("status", status);
            rest.to(out);
            out.writeEndObject();
            endLine(out);
        });
    }

    private static void endLine(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
    }

    private static void receipt(RoutingContext ctx, int status, Receipt receipt) {
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        response.end(Buffer.buffer(Json.object(out -> ReceiptJson.fields(out, receipt))));
    }

    private static IllegalStateException notAReport() {
        return new IllegalStateException("the recorder answered a report as if it were none");
    }
}
