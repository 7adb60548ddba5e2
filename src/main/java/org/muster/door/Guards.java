package org.muster.door;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that bring nothing: a header must be whole in time, counted from its first byte or, on a new
 * connection, from the beginning; so must be a body that nobody reads, whatever bytes trickle in between; and a kept
 * connection must begin its next request before the idle time is over. Also bounds how many connections there are. One
 * for all servers of a process.
 */
public final class Guards {

    /**
     * What is allowed.
     *
     * @param headerWithin from connecting, and from the first byte of each later request, to its whole header
     * @param bodyWithin for what remains of a body that was answered before it had come
     * @param idleWithin from one answer to the first byte of the next request
     * @param perAddressMax connections from one address
     * @param totalMax connections in all
     */
    public record Bounds(Duration headerWithin, Duration bodyWithin, Duration idleWithin,
            int perAddressMax, int totalMax) {}

    private static final int LOOKS_PER_DEADLINE = 10;
    private static final long LOOK_MILLIS_MAX = 1_000;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Bounds bounds;
    private final Proxies proxies;
    private final long lookMillis;
    private final ConcurrentMap<HttpConnection, Watch> watches = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> perAddress = new ConcurrentHashMap<>();

    /** What is known of a connection; its event loop and the looking thread touch it. */
    private static final class Watch {

        private final AtomicInteger busy = new AtomicInteger();
        private volatile boolean first = true;
        private volatile StrictDecoder.Part part = StrictDecoder.Part.NOTHING;
        private volatile long idleMillis;

        /** Every part of a request has a time of its own; that of the first header began with the connection. */
        void reads(StrictDecoder.Part next) {
            part = next;
            if (!first) {
                idleMillis = 0;
            }
        }
    }

    public Guards(Vertx vertx, Bounds bounds) {
        this(vertx, bounds, Proxies.NONE);
    }

    /** @param proxies whose connections are many people's: they are bound in all, but not for each address */
    public Guards(Vertx vertx, Bounds bounds, Proxies proxies) {
        this.bounds = bounds;
        this.proxies = proxies;
        this.lookMillis = Math.clamp(bounds.headerWithin().toMillis() / LOOKS_PER_DEADLINE, 1,
                LOOK_MILLIS_MAX);
        vertx.setPeriodic(lookMillis, tick -> look());
    }

    /**
     * Options of a server whose connections can be watched. While Vert.x waits for the first bytes to tell HTTP/2
     * without TLS from HTTP/1.1, a connection is nobody's; so that is off. Clients that ask before they send a large
     * body are told to go on.
     */
    public static HttpServerOptions options(HttpServerOptions options) {
        return options.setHttp2ClearTextEnabled(false).setHandle100ContinueAutomatically(true);
    }

    /** Watches every connection of a server that was made with these options; before it listens. */
    public void watch(HttpServer server, HttpServerOptions options) {
        server.connectionHandler(connection -> connected(connection, options));
    }

    /** The router's first handler. */
    public Handler<RoutingContext> requests() {
        return ctx -> {
            Watch watch = watches.get(ctx.request().connection());
            if (watch != null) {
                begin(ctx, watch);
            }
            ctx.next();
        };
    }

    /** Open connections. */
    public int connections() {
        return watches.size();
    }

    private void connected(HttpConnection connection, HttpServerOptions options) {
        String address = address(connection.remoteAddress());
        int here = perAddress.merge(address, 1, Integer::sum);
        Watch watch = new Watch();
        watches.put(connection, watch);
        StrictDecoder.install(connection, options, watch::reads);
        whenClosed(connection, () -> {
            watches.remove(connection);
            perAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
        });
        boolean tooManyHere = here > bounds.perAddressMax()
                && !proxies.isOne(connection.remoteAddress());
        if (tooManyHere || watches.size() > bounds.totalMax()) {
            connection.close();
        }
    }

    /** A connection that became a stream no longer calls its close handler, so its channel is asked. */
    private static void whenClosed(HttpConnection connection, Runnable then) {
        if (connection instanceof HttpServerConnection server) {
            var _ = server.channelHandlerContext()
                    .channel()
                    .closeFuture()
                    .addListener(closed -> then.run());
        } else {
            connection.closeHandler(closed -> then.run());
        }
    }

    private static void begin(RoutingContext ctx, Watch watch) {
        watch.first = false;
        watch.busy.incrementAndGet();
        boolean upgrade = ctx.request().headers().contains(HttpHeaders.UPGRADE);
        AtomicBoolean over = new AtomicBoolean();
        ctx.addEndHandler(ended -> {
            // What became a stream has deadlines of its own.
            boolean stream = upgrade && ctx.response().getStatusCode() == SWITCHING_PROTOCOLS;
            // A request that breaks and is answered all the same ends twice.
            if (!stream && over.compareAndSet(false, true)) {
                watch.idleMillis = 0;
                watch.busy.decrementAndGet();
            }
        });
    }

    private void look() {
        watches.forEach((connection, watch) -> {
            if (watch.busy.get() > 0) {
                return;
            }
            long idle = watch.idleMillis + lookMillis;
            watch.idleMillis = idle;
            if (idle >= allowed(watch).toMillis()) {
                connection.close();
            }
        });
    }

    private Duration allowed(Watch watch) {
        return switch (watch.part) {
            case NOTHING -> watch.first ? bounds.headerWithin() : bounds.idleWithin();
            case HEADER -> bounds.headerWithin();
            case BODY -> bounds.bodyWithin();
        };
    }

    /** By what limits know who asks: its address, {@code unknown} where there is none. */
    static String address(@Nullable SocketAddress remote) {
        String host = remote == null ? null : remote.hostAddress();
        return host == null ? "unknown" : host;
    }
}
