package org.muster.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.access.Access;
import org.muster.access.RateLimiter;
import org.muster.alerts.AlertsRoute;
import org.muster.alerts.RulesRoute;
import org.muster.config.Config;
import org.muster.config.Limits;
import org.muster.config.Tiles;
import org.muster.core.Fact;
import org.muster.docs.DocsRoutes;
import org.muster.door.Authentication;
import org.muster.door.Bodies;
import org.muster.door.Problems;
import org.muster.door.RequestIds;
import org.muster.door.SecurityHeaders;
import org.muster.door.SessionRoutes;
import org.muster.door.SignIns;
import org.muster.door.Strangers;
import org.muster.door.Tempo;
import org.muster.geo.GroundMap;
import org.muster.ingest.ReportsRoute;
import org.muster.metrics.ReportMeters;
import org.muster.metrics.StreamMeters;
import org.muster.model.AlertSubject;
import org.muster.model.Glossary;
import org.muster.model.Rejection;
import org.muster.model.Reloaded;
import org.muster.model.Slug;
import org.muster.plans.PlansRoute;
import org.muster.push.Stream;
import org.muster.push.Watchers;
import org.muster.query.BaseMap;
import org.muster.query.FactMeaning;
import org.muster.query.LaterRoutes;
import org.muster.query.QueryRoutes;
import org.muster.recorder.Recorder;
import org.muster.tls.Pair;
import org.muster.view.CommitListener;

/** Every way in and out over HTTP, on one router. */
final class Doors {
    private static final String STREAM = "/api/v1/stream";
    private static final Executor VIRTUAL_THREADS = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("push-", 0).factory());

    private final Vertx vertx;
    private final Config config;
    private final Clocks clocks;
    private final Access access;
    private final RecordKeeping record;
    private final PrometheusMeterRegistry registry;
    private final HttpDoors http;
    private final Watchers watchers;
    private @Nullable ReportsRoute reports;
    private volatile @Nullable Rejection leaving;

    /** @param pair what it shows under TLS; null for plain HTTP */
    Doors(Vertx vertx, Config config, Clocks clocks, Access access, RecordKeeping record,
            PrometheusMeterRegistry registry, @Nullable Pair pair) {
        this.vertx = vertx;
        this.config = config;
        this.clocks = clocks;
        this.access = access;
        this.record = record;
        this.registry = registry;
        this.http = new HttpDoors(vertx, config, pair);
        this.watchers = new Watchers(record.views(), record.reader(), VIRTUAL_THREADS,
                clocks.nanos(), config.limits().stream(), config.stream(),
                new StreamMeters(registry));
    }

    /** Who must hear of each commit. */
    CommitListener watchers() {
        return watchers;
    }

    /** Refuses new requests and ends the batches that are still sent; done when all that was read is answered. */
    CompletableFuture<Void> refuse(Rejection why) {
        leaving = why;
        return reports == null ? CompletableFuture.completedFuture(null) : reports.leave(why);
    }

    /** Closes every stream because the service leaves. */
    void closeStreams(Rejection why) {
        watchers.closeAll(why);
    }

    Future<Integer> listen(Router router) {
        return http.listen(router);
    }

    /** Shows another pair under TLS to whoever connects from now on. */
    Future<Boolean> show(Pair pair) {
        return http.show(pair);
    }

    /**
     * @param notReady why nothing could be recorded now, if so
     * @param reload has the rules read again, for the person of that name; blocks
     */
    Router router(Recorder recorder, Supplier<Optional<Rejection>> notReady,
            Function<String, Reloaded> reload) {
        Limits limits = config.limits();
        RateLimiter rates = new RateLimiter(limits.rates(), clocks.day());
        Strangers strangers = request -> rates.takeFrom(address(request)).isZero();
        RateLimiter others = new RateLimiter(limits.rates(), clocks.day());
        Authentication authentication = new Authentication(access, strangers,
                who -> seconds(others.take(who)));
        Router router = Router.router(vertx);
        Problems.install(router, strangers);
        router.route()
                .handler(http.guards().requests())
                .handler(new RequestIds())
                .handler(new SecurityHeaders())
                .handler(this::stillHere);
        new OperationsRoutes(registry, notReady, strangers,
                config.server().leavesLoopback() ? authentication : null).install(router);
        Stream stream = new Stream(vertx, access, strangers, watchers, recorder, limits,
                config.stream());
        SignIns signIns = new SignIns(access, clocks.day());
        new SessionRoutes(access, signIns,
                new Bodies(limits.http().bodyBytes(), limits.http().bodyWithin()), stream::refusal)
                .install(router, authentication);
        Glossary glossary = Glossary.of(config.settings());
        reports = new ReportsRoute(vertx, recorder, glossary, config.areaMap(),
                who -> seconds(rates.take(who)), limits, clocks.nanos(),
                new ReportMeters(registry));
        // Single reports have a tempo of their own, and a batch has none.
        reports.install(router, new Authentication(access, strangers, Tempo.FREE));
        new PlansRoute(recorder, record.views(), glossary, config.areaMap(), limits).install(router,
                authentication);
        new AlertsRoute(recorder, record.views(), access, signIns, limits).install(router,
                authentication);
        new RulesRoute(reload, VIRTUAL_THREADS).install(router, authentication);
        new QueryRoutes(record.views(), record.reader(), record.index(), record.past(),
                config.areaMap()::geoJson, base(), recorder, Doors::meaning)
                .install(router, authentication);
        LaterRoutes.install(router, authentication);
        new DocsRoutes().install(router);
        router.get(STREAM).handler(stream);
        Pages.install(router, clocks.day(), config.tiles().url().origin());
        return router;
    }

    private BaseMap base() {
        Tiles tiles = config.tiles();
        GroundMap ground = config.groundMap();
        return new BaseMap(
                tiles.url().isOn()
                        ? new BaseMap.Tiles(tiles.url().template(), tiles.attribution(),
                                tiles.minZoom(), tiles.maxZoom())
                        : null,
                Buffer.buffer(ground.geoJson()), ground.version(), !ground.isEmpty());
    }

    private void stillHere(RoutingContext request) {
        Rejection why = leaving;
        if (why == null) {
            request.next();
        } else {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Problems.answer(request, why);
        }
    }

    private static String address(HttpServerRequest request) {
        String host = request.remoteAddress().hostAddress();
        return host == null ? "unknown" : host;
    }

    /** Whole seconds, rounded up, as Retry-After has them. */
    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /** What a fact tells; its name when it is of another version. */
    private static FactMeaning meaning(String scope, String fact) {
        return Slug.find(AlertSubject.Type.class, scope)
                .flatMap(type -> Fact.find(type, fact))
                .map(known -> new FactMeaning(known.meaning(), known.kind() == Fact.Kind.FLAG))
                .orElse(new FactMeaning(fact, false));
    }
}
