package org.muster.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.door.Authentication;
import org.muster.door.Hop;
import org.muster.door.Problems;
import org.muster.door.Strangers;
import org.muster.model.Rejection;
import org.muster.wire.Json;

/** What operators and their tools ask: is it up, is it recording, and the metrics. */
final class OperationsRoutes {
    private static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Executor scrapers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("scrape-", 0).factory());
    private final PrometheusMeterRegistry registry;
    private final Supplier<Optional<Rejection>> refusal;
    private final Strangers strangers;
    private final @Nullable Authentication authentication;

    /**
     * @param refusal why nothing is recorded at the moment, if so
     * @param strangers bounds how often an address may scrape, which costs more than the questions after health
     * @param authentication asks who scrapes, because others than this machine may; null on loopback, where nobody is
     *     asked
     */
    OperationsRoutes(PrometheusMeterRegistry registry, Supplier<Optional<Rejection>> refusal,
            Strangers strangers, @Nullable Authentication authentication) {
        this.registry = registry;
        this.refusal = refusal;
        this.strangers = strangers;
        this.authentication = authentication;
    }

    void install(Router router) {
        router.get("/health/live").handler(request -> status(request, "live"));
        router.get("/health/ready").handler(this::ready);
        if (authentication == null) {
            router.get("/metrics").handler(this::boundByAddress).handler(this::metrics);
        } else {
            router.get("/metrics")
                    .handler(authentication)
                    .handler(OperationsRoutes::boundByRole)
                    .handler(this::metrics);
        }
    }

    private void ready(RoutingContext request) {
        Optional<Rejection> why = refusal.get();
        if (why.isEmpty()) {
            status(request, "ready");
        } else if (authentication == null) {
            Problems.answer(request, why.get());
        } else {
            // Everybody may ask, so nothing is said of the inside.
            Problems.answer(request, new Rejection(why.get().code(),
                    "Nothing can be recorded at the moment. The service's log says why."));
        }
    }

    private static void status(RoutingContext request, String status) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Buffer.buffer(Json.object(out -> out.writeStringField("status", status))));
    }

    private void boundByAddress(RoutingContext request) {
        if (strangers.mayTry(request.request())) {
            request.next();
        } else {
            Problems.answer(request, strangers.tooMany());
        }
    }

    /** Figures of every area, and of the service itself. */
    private static void boundByRole(RoutingContext request) {
        if (Scope.of(Authentication.credential(request)).mayReadMetrics()) {
            request.next();
        } else {
            Problems.answer(request, new Rejection(Rejection.Code.FORBIDDEN,
                    "Metrics tell of every area, so they are for auditors that are bound to none:"
                            + " muster token create --role auditor --name prometheus."));
        }
    }

    private void metrics(RoutingContext request) {
        String type = type(request.parsedHeaders().accept());
        Hop.back(request, CompletableFuture.supplyAsync(() -> registry.scrape(type), scrapers),
                text -> request.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(text));
    }

    /** OpenMetrics for who would rather have that than plain text; plain text for everybody else. */
    private static String type(List<MIMEHeader> accepted) {
        float open = 0;
        float plain = 0;
        for (MIMEHeader each : accepted) {
            if (each.component().equals("application")
                    && each.subComponent().equals("openmetrics-text")) {
                open = Math.max(open, each.weight());
            } else if (each.component().equals("text") || each.component().equals("*")) {
                plain = Math.max(plain, each.weight());
            }
        }
        return open > 0 && open >= plain ? OPEN_METRICS : PLAIN;
    }
}
