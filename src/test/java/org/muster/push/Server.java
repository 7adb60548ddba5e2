package org.muster.push;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import org.slf4j.LoggerFactory;

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

    static final String PATH = RawSocket.PATH;
    private static final long PATIENCE_SECONDS = 60;

    final FakeRecord record = new FakeRecord("e1");
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Access access;
    final Watchers watchers;
    final int port;
    /** How many 401s there are left before 429. */
    final AtomicInteger tries = new AtomicInteger(10);
    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> listener = new ListAppender<>() {

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                errors.add(event.getFormattedMessage());
            }
        }
    };
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private final WebSocketClient client;

    Server(Path folder, Limits limits) {
        Streaming streaming = Streaming.defaults();
        vertx.exceptionHandler(failure -> errors.add(failure.toString()));
        listener.start();
        log.addAppender(listener);
        access = Access.open(folder, InstantSource.system(), SignIn.defaults());
        watchers = new Watchers(record, record, blocking, System::nanoTime, limits.stream(),
                streaming, new StreamMeters(registry));
        Router router = Router.router(vertx);
        router.route(PATH)
                .handler(new Stream(vertx, access, request -> tries.getAndDecrement() > 0, watchers,
                        record, limits, streaming));
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

    /** The same, and a client that answers no ping is found soon too. */
    static Limits pinging(Duration every, Duration pongWithin) {
        Limits limits = limits(Duration.ofSeconds(10), Duration.ofSeconds(10));
        Limits.Stream stream = limits.stream();
        return new Limits(limits.http(), limits.json(),
                new Limits.Stream(stream.messageBytes(), stream.fragmentsMax(),
                        stream.subscribeWithin(), every, pongWithin, stream.closeWithin(),
                        stream.drainWithin()),
                limits.connections(), limits.rates(), limits.recorder(), limits.disk());
    }

    /** What was logged as an error or thrown where nobody caught it, until now. */
    List<String> errors() {
        return List.copyOf(errors);
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
        log.detachAppender(listener);
    }
}
