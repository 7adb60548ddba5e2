package org.muster.push;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.access.Access;
import org.muster.access.Admission;
import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.config.Limits;
import org.muster.config.Streaming;
import org.muster.door.Problems;
import org.muster.door.Strangers;
import org.muster.model.Recording;
import org.muster.model.Rejection;

/** {@code /api/v1/stream}: lets in who may watch and binds each WebSocket to a {@link Watcher} of its event loop. */
public final class Stream implements Handler<RoutingContext> {

    /** The subprotocol. */
    public static final String PROTOCOL = "muster.v1";

    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

    /** The library's own limits lie this far above ours, so that a client meets ours with their close codes. */
    private static final int LIBRARY_LIMIT_FACTOR = 4;

    private final Vertx vertx;
    private final Access access;
    private final Strangers strangers;
    private final Watchers watchers;
    private final Recording recording;
    private final Limits.Stream limits;
    private final long beatMillis;
    private final Seats seats;
    private final Map<Thread, Hub> hubs = new ConcurrentHashMap<>();

    /** @param recording where it is noted who saw which alert */
    public Stream(Vertx vertx, Access access, Strangers strangers, Watchers watchers,
            Recording recording, Limits limits, Streaming streaming) {
        this.vertx = vertx;
        this.access = access;
        this.strangers = strangers;
        this.watchers = watchers;
        this.recording = recording;
        this.limits = limits.stream();
        this.beatMillis = streaming.conflateEvery().toMillis();
        this.seats = new Seats(limits.connections());
        access.onEnded(watchers::ended);
        access.onSessionEnded(watchers::sessionEnded);
    }

    /** What the server that carries the stream must be set to. Compression would let a small frame unpack to a huge one. */
    public static HttpServerOptions options(HttpServerOptions options, Limits.Stream limits) {
        return options.setWebSocketSubProtocols(List.of(PROTOCOL))
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setRegisterWebSocketWriteHandlers(false)
                .setMaxWebSocketFrameSize(LIBRARY_LIMIT_FACTOR * limits.messageBytes())
                .setMaxWebSocketMessageSize(LIBRARY_LIMIT_FACTOR * limits.messageBytes())
                .setWebSocketClosingTimeout((int) Math.max(1, limits.closeWithin().toSeconds()));
    }

    @Override
    public void handle(RoutingContext ctx) {
        Handshake handshake = new Handshake(ctx.request());
        Optional<Rejection> fault = handshake.fault();
        if (fault.isPresent()) {
            Problems.answer(ctx, fault.get());
            return;
        }
        Context loop = vertx.getOrCreateContext();
        CompletableFuture<Optional<Admission>> asked = handshake.admission(access);
        if (asked.isDone()) {
            settle(ctx, handshake, asked);
            return;
        }
        ctx.request().pause();
        var _ = asked.whenComplete(
                (found, failure) -> loop.runOnContext(back -> settle(ctx, handshake, asked)));
    }

    private void settle(RoutingContext ctx, Handshake handshake,
            CompletableFuture<Optional<Admission>> asked) {
        if (asked.isCompletedExceptionally()) {
            Problems.failed(ctx, asked.exceptionNow());
            return;
        }
        Optional<Admission> admission = asked.resultNow();
        Optional<Rejection> refusal = admission.map(found -> mayWatch(found.credential()))
                .orElseGet(() -> Optional.of(strangers.refusal(ctx.request(),
                        "Send a valid token in the Authorization header, or a ticket")));
        refusal = refusal.or(
                () -> seats.take(admission.orElseThrow().credential().id(), handshake.address()));
        if (refusal.isPresent()) {
            Problems.answer(ctx, refusal.get());
            return;
        }
        String address = handshake.address();
        Admission admitted = admission.orElseThrow();
        String holder = admitted.credential().id();
        HttpConnection connection = ctx.request().connection();
        ctx.request()
                .toWebSocket()
                .onSuccess(socket -> bind(socket, connection, admitted,
                        () -> seats.free(holder, address)))
                .onFailure(broken -> seats.free(holder, address));
    }

    /**
     * Why there is no stream for a credential from an address now, if so. It is asked with a ticket too: a browser is not
     * told why a handshake was refused.
     */
    public Optional<Rejection> refusal(Credential credential, String address) {
        return mayWatch(credential).or(() -> seats.refusal(credential.id(), address));
    }

    private static Optional<Rejection> mayWatch(Credential credential) {
        return Scope.of(credential).topics().isEmpty()
                ? Optional.of(new Rejection(Rejection.Code.FORBIDDEN,
                        "The role " + credential.role().slug() + " shows no reports, figures or"
                                + " alerts. Who needs them signs in with another token: an"
                                + " administrator gives one."))
                : Optional.empty();
    }

    private void bind(ServerWebSocket socket, HttpConnection upgraded, Admission admitted,
            Runnable closed) {
        Hub hub = hubs.computeIfAbsent(Thread.currentThread(), loop -> newHub());
        SocketSink sink = new SocketSink(vertx, socket, upgraded, limits.closeWithin());
        Watcher watcher = hub.open(sink, admitted.credential());
        watcher.within(admitted.session());
        Fragments fragments = new Fragments(limits);
        socket.frameHandler(frame -> received(watcher, fragments, frame));
        socket.pongHandler(pong -> watcher.pong());
        socket.drainHandler(drained -> watcher.drained());
        socket.exceptionHandler(broken -> LOG.debug("A stream broke", broken));
        socket.closeHandler(gone -> {
            watcher.gone();
            closed.run();
        });
    }

    private static void received(Watcher watcher, Fragments fragments, WebSocketFrame frame) {
        Fragments.Step step = switch (frame.type()) {
            case TEXT, CONTINUATION ->
                    fragments.text(frame.binaryData().getBytes(), frame.isFinal());
            case BINARY -> fragments.binary();
            case PING, PONG, CLOSE -> new Fragments.Step.Part();
        };
        switch (step) {
            case Fragments.Step.Text(var text) -> watcher.received(text);
            case Fragments.Step.Part() -> {
            }
            case Fragments.Step.Fault(var close, var why) -> watcher.close(close, why);
        }
    }

    /** A socket's own context is new each time, so sockets find each other by the loop's thread. */
    private Hub newHub() {
        Context loop = vertx.getOrCreateContext();
        Hub hub = watchers.hub(task -> loop.runOnContext(now -> task.run()), recording);
        beat(hub);
        return hub;
    }

    /** The next beat is set only after this one, so that two are never closer than they should be. */
    private void beat(Hub hub) {
        vertx.setTimer(beatMillis, now -> {
            try {
                hub.tick();
            } finally {
                beat(hub);
            }
        });
    }
}
