package org.muster.push;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import org.muster.access.Access;
import org.muster.access.Admission;
import org.muster.door.SameOrigin;
import org.muster.model.Rejection;

/** What the request for a stream must bring, read from its header. */
final class Handshake {

    private static final String BEARER = "Bearer ";
    private static final String TICKET = "ticket.";
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    /** Sixteen bytes in Base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    private final HttpServerRequest request;
    private final List<String> protocols;

    Handshake(HttpServerRequest request) {
        this.request = request;
        this.protocols = request.headers()
                .getAll(PROTOCOLS)
                .stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }

    /** What is wrong with it before it is known who asks. */
    Optional<Rejection> fault() {
        if (!request.method().equals(HttpMethod.GET)
                || !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            return refused(Rejection.Code.MALFORMED,
                    "This address speaks WebSocket: ask for an upgrade");
        }
        if (!isOurPage(request.getHeader(HttpHeaders.ORIGIN))) {
            return refused(Rejection.Code.FORBIDDEN, "Pages of other sites may not open streams");
        }
        if (!isVersion13()) {
            return refused(Rejection.Code.MALFORMED,
                    "The upgrade is not that of WebSocket version 13 (RFC 6455)");
        }
        return protocols.contains(Stream.PROTOCOL) ? Optional.empty()
                : refused(Rejection.Code.MALFORMED, "Offer the subprotocol " + Stream.PROTOCOL);
    }

    /** What the library would refuse without our words, or take for an older version. */
    private boolean isVersion13() {
        String connection = request.getHeader(HttpHeaders.CONNECTION);
        String key = request.getHeader("Sec-WebSocket-Key");
        return connection != null && connection.toLowerCase(Locale.ROOT).contains("upgrade")
                && "13".equals(request.getHeader("Sec-WebSocket-Version")) && key != null
                && KEY.matcher(key).matches();
    }

    /** Who asks: by the Authorization header or, for browsers, which cannot set one here, by a one-time ticket. */
    CompletableFuture<Optional<Admission>> admission(Access access) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return bearer
                    ? access.find(authorization.substring(BEARER.length()).strip())
                            .thenApply(found -> found
                                    .map(credential -> new Admission(credential, null)))
                    : CompletableFuture.completedFuture(Optional.empty());
        }
        return CompletableFuture.completedFuture(protocols.stream()
                .filter(offered -> offered.startsWith(TICKET))
                .findFirst()
                .flatMap(offered -> access.redeem(offered.substring(TICKET.length()))));
    }

    /** The address it comes from. */
    String address() {
        String host = request.remoteAddress() == null ? null
                : request.remoteAddress().hostAddress();
        return host == null ? "unknown" : host;
    }

    /** Browsers always say which page asks; it must have been served from the very host it asks. */
    private boolean isOurPage(@Nullable String origin) {
        return origin == null || SameOrigin.isOwn(request, origin);
    }

    private static Optional<Rejection> refused(Rejection.Code code, String detail) {
        return Optional.of(new Rejection(code, detail));
    }
}
