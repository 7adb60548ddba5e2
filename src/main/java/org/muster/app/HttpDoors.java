package org.muster.app;

import java.util.List;
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

import org.muster.config.Config;
import org.muster.config.Limits;
import org.muster.door.Guards;
import org.muster.door.InvalidRequests;
import org.muster.push.Stream;

/** The HTTP server: one acceptor on each core, all over the same router. */
final class HttpDoors {
    /** Vert.x's way to say: a free port, the same for all acceptors. */
    private static final int ANY_PORT_SHARED = -1;

    private final Vertx vertx;
    private final Config config;
    private final Guards guards;

    HttpDoors(Vertx vertx, Config config) {
        this.vertx = vertx;
        this.config = config;
        Limits limits = config.limits();
        this.guards = new Guards(vertx,
                new Guards.Bounds(limits.http().headerWithin(), limits.http().bodyWithin(),
                        limits.http().idleWithin(), limits.connections().perAddressMax(),
                        limits.connections().totalMax()));
    }

    Guards guards() {
        return guards;
    }

    /** Listens; the future gives the port. */
    Future<Integer> listen(Router router) {
        var ports = new CopyOnWriteArrayList<Integer>();
        return vertx
                .deployVerticle(() -> new Acceptor(router, ports),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .map(deployed -> ports.getFirst());
    }

    private final class Acceptor extends VerticleBase {
        private final Handler<HttpServerRequest> router;
        private final List<Integer> ports;

        Acceptor(Handler<HttpServerRequest> router, List<Integer> ports) {
            this.router = router;
            this.ports = ports;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions options = options();
            HttpServer server = vertx.createHttpServer(options)
                    .requestHandler(router)
                    .invalidRequestHandler(new InvalidRequests());
            guards.watch(server, options);
            return server.listen().onSuccess(listening -> ports.add(listening.actualPort()));
        }
    }

    private HttpServerOptions options() {
        Limits limits = config.limits();
        int port = config.server().port();
        return Stream.options(Guards.options(new HttpServerOptions())
                .setHost(config.server().host())
                .setPort(port == 0 ? ANY_PORT_SHARED : port)
                .setMaxInitialLineLength(limits.http().requestLineBytes())
                .setMaxHeaderSize(limits.http().headersBytes())
                .setTcpNoDelay(true), limits.stream());
    }
}
