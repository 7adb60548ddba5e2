package org.muster.docs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.door.Hop;

/**
 * {@code /api/v1/openapi.yaml}, {@code /api/v1/asyncapi.yaml} and {@code /docs}, for everybody: they tell what can be
 * asked, and nothing of what is known. Made at the first request and kept.
 */
public final class DocsRoutes {
    private static final int NOT_MODIFIED = 304;
    private static final int TAG_BYTES = 12;

    private final Executor making = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("docs-", 0).factory());
    private final AtomicReference<@Nullable CompletableFuture<Shelf>> shelf = new AtomicReference<>();

    /** One thing to be had. */
    @SuppressWarnings("ArrayRecordComponent") // made once and sent, never compared
    private record Paper(String mediaType, String entityTag, byte[] bytes) {
        static Paper of(String mediaType, byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Paper(mediaType,
                        '"' + HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES)) + '"',
                        bytes);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** All there is to be had. */
    private record Shelf(Paper openapi, Paper asyncapi, Paper page) {
        static Shelf filled() {
            Documents documents = Documents.load();
            return new Shelf(Paper.of("application/yaml", Documents.openapiFile()),
                    Paper.of("application/yaml", documents.asyncapiFile()),
                    Paper.of("text/html; charset=utf-8",
                            new DocsPage(documents).html().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Adds the routes. */
    public void install(Router router) {
        router.get("/api/v1/" + Documents.OPENAPI).handler(ctx -> give(ctx, Shelf::openapi));
        router.get("/api/v1/" + Documents.ASYNCAPI).handler(ctx -> give(ctx, Shelf::asyncapi));
        router.get("/docs").handler(ctx -> give(ctx, Shelf::page));
    }

    private void give(RoutingContext ctx, Function<Shelf, Paper> which) {
        Hop.back(ctx, filled(), found -> send(ctx, which.apply(found)));
    }

    private CompletableFuture<Shelf> filled() {
        CompletableFuture<Shelf> made = shelf.get();
        if (made != null) {
            return made;
        }
        // Who is second makes it too, and nobody minds.
        CompletableFuture<Shelf> mine = CompletableFuture.supplyAsync(Shelf::filled, making);
        shelf.set(mine);
        return mine;
    }

    /** A client may keep it, and asks each time whether it is still the one. */
    private static void send(RoutingContext ctx, Paper paper) {
        ctx.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, paper.entityTag());
        if (ctx.isFresh()) {
            ctx.response().setStatusCode(NOT_MODIFIED).end();
            return;
        }
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, paper.mediaType())
                .end(Buffer.buffer(paper.bytes()));
    }
}
