package org.muster.door;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Headers that keep a browser from doing what no page of ours asks for; on every answer. */
public final class SecurityHeaders implements Handler<RoutingContext> {

    /** Only our own scripts, styles and connections; nothing inline, no frames. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; "
            + "style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; "
            + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Its name. */
    public static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CSP_VALUE = HttpHeaders
            .createOptimized(CONTENT_SECURITY_POLICY);
    private static final CharSequence SNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence TRANSPORT = HttpHeaders
            .createOptimized("Strict-Transport-Security");
    /** A year; this host alone, because the operator's others are not ours to decide. */
    private static final CharSequence HTTPS_ONLY = HttpHeaders.createOptimized("max-age=31536000");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    /** The policy of a page that shows pictures of one other origin besides. */
    public static String withPicturesFrom(String origin) {
        return CONTENT_SECURITY_POLICY.replace("blob:", "blob: " + origin);
    }

    @Override
    public void handle(RoutingContext ctx) {
        put(ctx.request());
        ctx.next();
    }

    /** Puts them on the answer to a request, also one that no route has seen. */
    static void put(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        headers.set(CSP, CSP_VALUE).set(SNIFF, NO_SNIFF).set(REFERRER, NO_REFERRER);
        if (request.isSSL()) {
            headers.set(TRANSPORT, HTTPS_ONLY);
        }
        String path = request.path();
        if (path != null && path.startsWith("/api/")) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }
}
