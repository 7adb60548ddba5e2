package org.muster.door;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.wire.Json;
import org.muster.wire.ProblemJson;

/** Answers what is no HTTP request that we read, 400 or 431, and closes the connection. */
public final class InvalidRequests implements Handler<HttpServerRequest> {

    @Override
    public void handle(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        boolean tooLong = cause instanceof TooLongHttpHeaderException
                || cause instanceof TooLongHttpLineException;
        Rejection rejection = tooLong
                ? new Rejection(Code.HEADERS_TOO_LARGE,
                        "The request line or the header fields are too long.")
                : new Rejection(Code.MALFORMED, "This is no HTTP request that can be read.");
        RequestIds.give(request);
        SecurityHeaders.put(request);
        request.response()
                .setStatusCode(rejection.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(Json.object(out -> ProblemJson.fields(out, rejection))))
                .onComplete(written -> request.connection().close());
    }
}
