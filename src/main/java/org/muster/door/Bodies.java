package org.muster.door;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/**
 * Collects one small body on its event loop: at most so many bytes, declared or not, within a deadline. What breaks
 * either is answered here, 413 or 408, as are chunks that cannot be read, 400; then the connection is closed.
 */
public final class Bodies {

    private final int bytesMax;
    private final Duration within;

    public Bodies(int bytesMax, Duration within) {
        this.bytesMax = bytesMax;
        this.within = within;
    }

    /**
     * Hands over the whole body, unless it was refused or the client went away. Resumes the request.
     *
     * @param refused hears why, when it was refused
     */
    public void read(RoutingContext ctx, Consumer<byte[]> then, Consumer<Rejection> refused) {
        Collecting body = new Collecting(ctx, then, refused);
        if (isDeclaredTooLarge(ctx.request())) {
            body.refuse(tooLarge());
        } else {
            body.start();
        }
    }

    /** Whether a request broke because it cannot be read, and not because its client has gone. */
    public static boolean isMalformed(Throwable cause) {
        return !(cause instanceof IOException) && !(cause instanceof HttpClosedException);
    }

    private boolean isDeclaredTooLarge(HttpServerRequest request) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // What is no number was refused before; so long a one is too large, whatever it says.
        return declared != null
                && (declared.length() > 18 || Long.parseLong(declared.strip()) > bytesMax);
    }

    private Rejection tooLarge() {
        return new Rejection(Code.TOO_LARGE,
                "The body is larger than " + bytesMax + " bytes, which is the most for one.");
    }

    private final class Collecting {

        private final RoutingContext ctx;
        private final Consumer<byte[]> then;
        private final Consumer<Rejection> refused;
        private long timer;
        private @Nullable Buffer body;
        private boolean done;

        Collecting(RoutingContext ctx, Consumer<byte[]> then, Consumer<Rejection> refused) {
            this.ctx = ctx;
            this.then = then;
            this.refused = refused;
        }

        void start() {
            timer = ctx.vertx().setTimer(Math.max(1, within.toMillis()), fired -> late());
            ctx.request()
                    .exceptionHandler(this::broken)
                    .handler(this::add)
                    .endHandler(end -> complete())
                    .resume();
        }

        private void add(Buffer chunk) {
            if (done) {
                return;
            }
            int length = body == null ? chunk.length() : body.length() + chunk.length();
            if (length > bytesMax) {
                finish();
                refuse(tooLarge());
            } else if (body == null) {
                body = chunk;
            } else {
                body.appendBuffer(chunk);
            }
        }

        private void complete() {
            if (finish()) {
                Buffer whole = body;
                then.accept(whole == null ? new byte[0] : whole.getBytes());
            }
        }

        private void late() {
            if (finish()) {
                refuse(new Rejection(Code.TIMED_OUT,
                        "The body did not come within " + within.toSeconds() + " s."));
            }
        }

        private void broken(Throwable cause) {
            if (finish() && isMalformed(cause)) {
                refuse(new Rejection(Code.MALFORMED, "The chunks of the body cannot be read."));
            }
        }

        void refuse(Rejection rejection) {
            refused.accept(rejection);
            Problems.answer(ctx, rejection);
        }

        private boolean finish() {
            if (done) {
                return false;
            }
            done = true;
            ctx.vertx().cancelTimer(timer);
            return true;
        }
    }
}
