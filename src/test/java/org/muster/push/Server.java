package org.muster.push;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.Router;

import org.muster.access.Access;
import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Limits;
import org.muster.config.SignIn;
import org.muster.config.Streaming;
import org.muster.metrics.StreamMeters;
import org.muster.model.Role;

/** The stream behind a real port on loopback, over a record in memory. */
final class Server implements AutoCloseable {

    static final String PATH = "/api/v1/stream";
    private static final long PATIENCE_SECONDS = 60;

    final FakeRecord record = new FakeRecord("e1");
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Access access;
    final Watchers watchers;
    final int port;
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private final WebSocketClient client;

    Server(Path folder, Limits limits) {
        Streaming streaming = Streaming.defaults();
        access = Access.open(folder, InstantSource.system(), SignIn.defaults());
        watchers = new Watchers(record, record, blocking, System::nanoTime, limits.stream(),
                streaming, new StreamMeters(registry));
        Router router = Router.router(vertx);
        router.route(PATH).handler(new Stream(vertx, access, watchers, limits, streaming));
        http = await(
                vertx.createHttpServer(Stream.options(new HttpServerOptions(), limits.stream()))
                        .requestHandler(router)
                        .listen(0, "127.0.0.1"));
        port = http.actualPort();
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(10_000)
                .setMaxFrameSize(1 << 20)
                .setMaxMessageSize(1 << 24));
    }

    /** Shorter waits than as shipped, so that a stuck client is found soon. */
    static Limits limits(Duration subscribeWithin, Duration drainWithin) {
        Limits shipped = Limits.defaults();
        Limits.Stream stream = new Limits.Stream(shipped.stream().messageBytes(),
                shipped.stream().fragmentsMax(), subscribeWithin, shipped.stream().pingEvery(),
                shipped.stream().pongWithin(), Duration.ofMillis(500), drainWithin);
        return new Limits(shipped.http(), shipped.json(), stream, shipped.connections(),
                shipped.rates(), shipped.recorder(), shipped.disk());
    }

    String token(Role role, String... areas) {
        Creation creation = access.create(
                new NewCredential(role.slug() + areas.length, role, List.of(areas), null, null),
                "test");
        return ((Creation.Created) creation).token();
    }

    void commit() {
        watchers.committed(record.commit());
    }

    WebSocketConnectOptions options(String token) {
        return new WebSocketConnectOptions().setHost("127.0.0.1")
                .setPort(port)
                .setURI(PATH)
                .addSubProtocol(Stream.PROTOCOL)
                .addHeader("Authorization", "Bearer " + token);
    }

    Future<WebSocket> connect(WebSocketConnectOptions options) {
        return client.connect(options);
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        await(vertx.close());
        blocking.close();
        access.close();
    }
}
