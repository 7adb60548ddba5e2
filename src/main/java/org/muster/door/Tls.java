package org.muster.door;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;

import org.muster.tls.Pair;

/** How a server speaks TLS: 1.3 and 1.2, forward secrecy and authenticated encryption only, HTTP/1.1 inside. */
public final class Tls {
    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");
    private static final List<String> SUITES = List.of("TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private Tls() {}

    /**
     * Switches it on.
     *
     * @param within for the handshake; then the connection is closed
     */
    public static HttpServerOptions options(HttpServerOptions options, Pair pair, Duration within) {
        SUITES.forEach(options::addEnabledCipherSuite);
        // HTTP/2 has no place for the deadlines and the strictness that every request is held to.
        options.setSsl(true)
                .setUseAlpn(false)
                .setKeyCertOptions(shown(pair))
                .setEnabledSecureTransportProtocols(new LinkedHashSet<>(VERSIONS));
        options.setSslHandshakeTimeout(within.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        return options;
    }

    /** The same with another pair, for a server that runs. */
    public static ServerSSLOptions with(Pair pair, HttpServerOptions options) {
        return options.getSslOptions().copy().setKeyCertOptions(shown(pair));
    }

    private static KeyCertOptions shown(Pair pair) {
        return new PemKeyCertOptions().addCertValue(Buffer.buffer(pair.chainPem()))
                .addKeyValue(Buffer.buffer(pair.keyPem()));
    }
}
