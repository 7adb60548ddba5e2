package org.muster.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;

import org.muster.config.Config;
import org.muster.config.Limits;
import org.muster.door.Guards;
import org.muster.door.InvalidRequests;
import org.muster.door.Proxies;
import org.muster.door.Tls;
import org.muster.push.Stream;
import org.muster.tls.Pair;

/** The HTTP server: one acceptor on each core, all over the same router. */
final class HttpDoors {
    /** Vert.x's way to say: a free port, the same for all acceptors. */
    private static final int ANY_PORT_SHARED = -1;

    private final Vertx vertx;
    private final Config config;
    private final Guards guards;
    private final Proxies proxies;
    private final @Nullable Pair pair;
    private volatile @Nullable HttpServer listening;

    /** @param pair what it shows under TLS; null for plain HTTP */
    HttpDoors(Vertx vertx, Config config, @Nullable Pair pair) {
        this.vertx = vertx;
        this.config = config;
        this.pair = pair;
        this.proxies = new Proxies(config.server().behindProxy());
        Limits limits = config.limits();
        this.guards = new Guards(vertx,
                new Guards.Bounds(limits.http().headerWithin(), limits.http().bodyWithin(),
                        limits.http().idleWithin(), limits.connections().perAddressMax(),
                        limits.connections().totalMax()),
                proxies);
    }

    Guards guards() {
        return guards;
    }

    /** Listens; the future gives the port. */
    Future<Integer> listen(Router router) {
        var ports = new CopyOnWriteArrayList<Integer>();
        Handler<HttpServerRequest> requests = proxies.before(router);
        return vertx
                .deployVerticle(() -> new Acceptor(requests, ports),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .map(deployed -> ports.getFirst());
    }

    /** Shows this pair to whoever connects from now on; what is connected goes on. Only after listening, under TLS. */
    Future<Boolean> show(Pair next) {
        HttpServer server = Objects.requireNonNull(listening);
        return server.updateSSLOptions(Tls.with(next, options()));
    }

    private final class Acceptor extends VerticleBase {
        private final Handler<HttpServerRequest> requests;
        private final List<Integer> ports;

        Acceptor(Handler<HttpServerRequest> requests, List<Integer> ports) {
            this.requests = requests;
            this.ports = ports;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions options = options();
            HttpServer server = vertx.createHttpServer(options)
                    .requestHandler(requests)
                    .invalidRequestHandler(new InvalidRequests());
            guards.watch(server, options);
            return server.listen().onSuccess(up -> {
                // All acceptors of a port share what they show; any of them can change it.
                listening = up;
                ports.add(up.actualPort());
            });
        }
    }

    private HttpServerOptions options() {
        Limits limits = config.limits();
        int port = config.server().port();
        HttpServerOptions options = Stream.options(Guards.options(new HttpServerOptions())
                .setHost(config.server().host())
                .setPort(port == 0 ? ANY_PORT_SHARED : port)
                .setMaxInitialLineLength(limits.http().requestLineBytes())
                .setMaxHeaderSize(limits.http().headersBytes())
                .setTcpNoDelay(true), limits.stream());
        return pair == null ? options : Tls.options(options, pair, limits.http().headerWithin());
    }
}
