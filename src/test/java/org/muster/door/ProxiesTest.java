package org.muster.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Random;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.config.Network;

/** Whom a request is taken for, over a real socket from 127.0.0.1. */
final class ProxiesTest {
    private static final List<Network> LOCAL = List.of(network("127.0.0.0", 8),
            network("10.0.0.0", 8), network("2001:db8:1::", 48));
    private static final List<Network> ELSEWHERE = List.of(network("192.0.2.1", 32));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"-|127.0.0.1", "203.0.113.9|203.0.113.9",
            // The client's own words stand left of what the proxy wrote.
            "127.0.0.1, 203.0.113.9|203.0.113.9", "198.51.100.1,203.0.113.9|203.0.113.9",
            // Listed proxies behind each other.
            "203.0.113.9, 10.1.1.1, 10.1.1.2|203.0.113.9",
            "198.51.100.1, 203.0.113.9, 10.1.1.2|203.0.113.9", "10.9.9.9, 10.1.1.1|10.9.9.9",
            // Forms of proxies.
            "203.0.113.9:4711|203.0.113.9", "[2001:db8:2::9]:4711|2001:db8:2:0:0:0:0:9",
            "[2001:db8:2::9]|2001:db8:2:0:0:0:0:9", "2001:db8:2::9|2001:db8:2:0:0:0:0:9",
            "2001:db8:2::9, 2001:db8:1::1|2001:db8:2:0:0:0:0:9", "::ffff:203.0.113.9|203.0.113.9",
            // What cannot be read counts for nothing, and neither does what stands left of it.
            "unknown|127.0.0.1", "203.0.113.9, unknown|127.0.0.1",
            "203.0.113.9, _hidden, 10.1.1.1|10.1.1.1", "203.0.113.9,|127.0.0.1",
            "example.org|127.0.0.1", "203.0.113.9:99999999|127.0.0.1", "1.2.3|127.0.0.1",
            "999.1.1.1|127.0.0.1", "1 or 1=1|127.0.0.1", "[203.0.113.9|127.0.0.1"})
    void a_listed_proxys_chain_counts_up_to_the_first_address_that_is_no_proxy(String chain,
            String client) throws Exception {
        assertThat(seen(LOCAL, chain == null ? "" : "X-Forwarded-For: " + chain + "\r\n"))
                .isEqualTo(client + " http muster.example:8080 false");
    }

    @Test
    void a_chain_may_come_in_many_headers_and_longer_than_any_is_cut() throws Exception {
        assertThat(seen(LOCAL, "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 10.1.1.1\r\n"))
                .startsWith("203.0.113.9 ");
        assertThat(seen(LOCAL, "X-Forwarded-For: 203.0.113.9" + ", 10.1.1.1".repeat(400) + "\r\n"))
                .startsWith("10.1.1.1 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"X-Forwarded-Proto: https|https muster.example:8080 true",
            "X-Forwarded-Proto: http|http muster.example:8080 false",
            "X-Forwarded-Proto: http, https|https muster.example:8080 true",
            "X-Forwarded-Proto: HTTPS|http muster.example:8080 false",
            "X-Forwarded-Proto: gopher|http muster.example:8080 false",
            "X-Forwarded-Host: desk.example|http desk.example false",
            "X-Forwarded-Host: evil.example, desk.example:8443|http desk.example:8443 false",
            "X-Forwarded-Host: [2001:db8::7]:8443|http [2001:db8::7]:8443 false",
            "X-Forwarded-Host: a b|http muster.example:8080 false",
            "X-Forwarded-Host: desk.example/x|http muster.example:8080 false",
            "X-Forwarded-Host: user@desk.example|http muster.example:8080 false",
            "X-Forwarded-Port: 1|http muster.example:8080 false",
            "X-Forwarded-Ssl: on|http muster.example:8080 false",
            "Forwarded: for=203.0.113.9;proto=https;host=x|http muster.example:8080 false"})
    void a_listed_proxys_scheme_and_host_count(String header, String seen) throws Exception {
        assertThat(seen(LOCAL, header + "\r\n")).isEqualTo("127.0.0.1 " + seen);
    }

    @Test
    void nobody_else_is_believed() throws Exception {
        String forged = String.join("\r\n", "X-Forwarded-For: 203.0.113.9",
                "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example",
                "Forwarded: for=203.0.113.9", "X-Forwarded-Port: 1", "X-Forwarded-Ssl: on", "");
        assertThat(seen(ELSEWHERE, forged)).isEqualTo("127.0.0.1 http muster.example:8080 false");
        assertThat(seen(List.of(), forged)).isEqualTo("127.0.0.1 http muster.example:8080 false");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void absurd_chains_harm_nobody(long seed) throws Exception {
        var random = new Random(seed);
        String letters = "0123456789.:,[]%/ abcdef\"_-\t;";
        for (int i = 0; i < 60; i++) {
            var chain = new StringBuilder("x");
            for (int n = random.nextInt(200); n > 0; n--) {
                chain.append(letters.charAt(random.nextInt(letters.length())));
            }
            String seen = seen(LOCAL, "X-Forwarded-For: " + chain + "\r\nX-Forwarded-Host: " + chain
                    + "\r\nX-Forwarded-Proto: " + chain + "\r\n");
            assertThat(seen).as(chain.toString()).matches("[0-9a-f.:]+ https? .* (true|false)");
            assertThat(Network.address(seen.substring(0, seen.indexOf(' ')))).isPresent();
        }
    }

    private String seen(List<Network> trusted, String headers) throws Exception {
        Router router = Router.router(vertx);
        router.get("/").handler(ctx -> {
            var request = ctx.request();
            ctx.end(request.remoteAddress().hostAddress() + " " + request.scheme() + " "
                    + request.authority() + " " + request.isSSL());
        });
        var server = vertx.createHttpServer(new HttpServerOptions())
                .requestHandler(new Proxies(trusted).before(router))
                .listen(0, "127.0.0.1")
                .await();
        try (var http = new RawHttp(server.actualPort())) {
            return http.send("GET / HTTP/1.1\r\nHost: muster.example:8080\r\n" + headers + "\r\n")
                    .answer()
                    .body();
        } finally {
            server.close().await();
        }
    }

    private static Network network(String base, int bits) {
        return new Network(InetAddress.ofLiteral(base), bits);
    }
}
