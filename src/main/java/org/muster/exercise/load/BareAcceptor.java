package org.muster.exercise.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;

/** One of the acceptors of {@link BareServer}, all on one event loop. */
final class BareAcceptor extends VerticleBase {
    private static final int ANY_PORT_SHARED = -1;
    private static final int CREATED = 201;
    private static final String HOST = "127.0.0.1";
    private static final String LIVE = "{\"type\":\"live\"}";

    private final List<BareAcceptor> all;
    private final int messageLength;
    private final byte[] receipt;
    private final byte[] line;
    private final List<ServerWebSocket> sockets = new ArrayList<>();
    private volatile boolean isWatched;
    private int port;

    /** @param all of the server; this one joins them when it listens */
    BareAcceptor(BareServer.Sizes sizes, List<BareAcceptor> all) {
        this.all = all;
        this.messageLength = sizes.message();
        this.receipt = padded("{}", sizes.receipt()).getBytes(StandardCharsets.US_ASCII);
        this.line = (padded("{\"line\":0,\"status\":201}", sizes.line() - 1) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    int port() {
        return port;
    }

    @Override
    public Future<?> start() {
        return vertx
                .createHttpServer(new HttpServerOptions().setHost(HOST)
                        .setPort(ANY_PORT_SHARED)
                        .setTcpNoDelay(true)
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setWebSocketSubProtocols(List.of(Screens.PROTOCOL)))
                .requestHandler(this::handle)
                .webSocketHandler(this::watch)
                .listen()
                .onSuccess(listening -> {
                    port = listening.actualPort();
                    all.add(this);
                });
    }

    private void watch(ServerWebSocket socket) {
        socket.textMessageHandler(subscribe -> {
            sockets.add(socket);
            isWatched = true;
            var _ = socket.writeTextMessage(LIVE);
        });
        socket.closeHandler(closed -> {
            sockets.remove(socket);
            isWatched = !sockets.isEmpty();
        });
    }

    private void handle(HttpServerRequest request) {
        if (BatchLoad.LINES.equals(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            lines(request);
        } else {
            var _ = request.body().onSuccess(body -> {
                tell(body.getBytes());
                var _ = request.response()
                        .setStatusCode(CREATED)
                        .putHeader(HttpHeaders.CONTENT_TYPE, IngestLoad.JSON)
                        .end(Buffer.buffer(receipt));
            });
        }
    }

    /** Answers each line as it comes; reads no further while nobody reads the answers. */
    private void lines(HttpServerRequest request) {
        var response = request.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, BatchLoad.LINES);
        response.drainHandler(drained -> request.resume());
        var begun = new ByteArrayOutputStream();
        request.handler(chunk -> {
            var bytes = chunk.getBytes();
            var answers = Buffer.buffer();
            var from = 0;
            for (var i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    begun.write(bytes, from, i - from);
                    tell(begun.toByteArray());
                    begun.reset();
                    from = i + 1;
                    answers.appendBytes(line);
                }
            }
            begun.write(bytes, from, bytes.length - from);
            if (answers.length() > 0) {
                var _ = response.write(answers);
            }
            if (response.writeQueueFull()) {
                request.pause();
            }
        });
        request.endHandler(end -> response.end());
    }

    /** Writes the report to each socket of each acceptor, on their own loops. */
    private void tell(byte[] report) {
        if (all.stream().noneMatch(acceptor -> acceptor.isWatched)) {
            return;
        }
        var message = padded(new String(report, StandardCharsets.UTF_8), messageLength);
        all.forEach(acceptor -> acceptor.context.runOnContext(
                there -> acceptor.sockets.forEach(socket -> socket.writeTextMessage(message))));
    }

    /** Filled up with blanks; cut nowhere, because what a watcher looks for may stand anywhere. */
    private static String padded(String text, int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }
}
