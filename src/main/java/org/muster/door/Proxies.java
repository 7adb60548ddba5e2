package org.muster.door;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;

import org.muster.config.Network;

/**
 * Believes what the listed proxies say of who asks, for which host, and whether over TLS; from everybody else such
 * headers are taken away. Behind it a request's {@code remoteAddress()}, {@code authority()}, {@code scheme()} and
 * {@code isSSL()} are those of the real client's request.
 *
 * <p>The library believes everybody, and the first address of a chain, which is the client's own word when a proxy
 * appends to what it got. So the headers are rewritten to what is true before the library reads them. Of a chain counts
 * the address furthest right that is no listed proxy: each of them wrote down the one before it.
 */
public final class Proxies {
    /** Nobody is believed. */
    public static final Proxies NONE = new Proxies(List.of());

    private static final CharSequence FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    /** What the library would read, or a part added later might. */
    private static final List<CharSequence> ALL = List.of(FOR, PROTO, HOST,
            HttpHeaders.createOptimized("X-Forwarded-Port"),
            HttpHeaders.createOptimized("X-Forwarded-Ssl"),
            HttpHeaders.createOptimized("Forwarded"));
    private static final int HOPS_MAX = 16;
    private static final Pattern AUTHORITY = Pattern
            .compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");

    private final List<Network> trusted;

    public Proxies(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** What a server calls for each request; to be asked once, before requests come. */
    public Handler<HttpServerRequest> before(Router router) {
        if (trusted.isEmpty()) {
            return router;
        }
        router.allowForward(AllowForwardHeaders.X_FORWARD);
        return request -> {
            settle(request);
            router.handle(request);
        };
    }

    /** Whether a peer is one of the proxies, so that its connections are many people's. */
    boolean isOne(@Nullable SocketAddress peer) {
        return address(peer).filter(this::isTrusted).isPresent();
    }

    private void settle(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> chain = headers.getAll(FOR);
        String scheme = last(headers.getAll(PROTO));
        String host = last(headers.getAll(HOST));
        ALL.forEach(headers::remove);
        Optional<InetAddress> peer = address(request.connection().remoteAddress());
        if (peer.filter(this::isTrusted).isEmpty()) {
            return;
        }
        headers.set(FOR, client(peer.get(), chain).getHostAddress());
        if (scheme.equals("http") || scheme.equals("https")) {
            headers.set(PROTO, scheme);
        }
        HostAndPort asked = request.authority();
        if (AUTHORITY.matcher(host).matches()) {
            headers.set(HOST, host);
        } else if (asked != null) {
            // The library forgets the port of the Host when it is told the scheme.
            headers.set(HOST, asked.toString());
        }
    }

    /** Who asked the first of our proxies; of a chain that cannot be read, whoever stands right of that. */
    private InetAddress client(InetAddress peer, List<String> headers) {
        List<String> chain = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        InetAddress client = peer;
        int end = Math.max(0, chain.size() - HOPS_MAX);
        for (int i = chain.size() - 1; i >= end && isTrusted(client); i--) {
            Optional<InetAddress> before = Network.address(withoutPort(chain.get(i)));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    /** Some proxies write {@code 192.0.2.7:4711}, {@code [2001:db8::7]:4711} or {@code [2001:db8::7]}. */
    private static String withoutPort(String hop) {
        int bracket = hop.indexOf(']');
        if (hop.startsWith("[") && bracket > 0) {
            String rest = hop.substring(bracket + 1);
            return rest.isEmpty() || PORT.matcher(rest).matches() ? hop.substring(1, bracket) : hop;
        }
        int colon = hop.indexOf(':');
        return colon > 0 && PORT.matcher(hop.substring(colon)).matches() ? hop.substring(0, colon)
                : hop;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** The nearest proxy's word, which is the last. */
    private static String last(List<String> values) {
        return values.isEmpty() ? ""
                : values.getLast().substring(values.getLast().lastIndexOf(',') + 1).strip();
    }

    private static Optional<InetAddress> address(@Nullable SocketAddress peer) {
        String host = peer == null ? null : peer.hostAddress();
        if (host == null) {
            return Optional.empty();
        }
        int zone = host.indexOf('%');
        return Network.address(zone < 0 ? host : host.substring(0, zone));
    }
}
