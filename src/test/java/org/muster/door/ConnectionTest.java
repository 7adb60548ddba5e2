package org.muster.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Rejection;
import org.muster.push.RawSocket;

/** What becomes of connections that bring nothing, too slowly, too many, or what is no request. */
final class ConnectionTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration PATIENT = Duration.ofMinutes(10);
    private static final String GET = "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /echo HTTP/1.1\r\nHost: x\r\n";
    private static final int BODY_MAX = 1024;

    private final Vertx vertx = Vertx.vertx();
    private Guards guards = new Guards(vertx, new Guards.Bounds(PATIENT, PATIENT, PATIENT, 1, 1));
    private final Queue<Rejection> refused = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /ok HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n",
            "GET /ok HTTP/1.1\r\nHost: x\r\nX-A: b\r\n\tc\r\n\r\n",
            "GET /ok HTTP/1.1\r\nHost: x\r\nX-A: b\r\n \r\n\r\n",
            "GET /ok HTTP/1.1\r\n X-A: b\r\nHost: x\r\n\r\n",
            "GET /ok HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET /ok HTTP/1.1\nHost: x\n\n",
            "GET /ok HTTP/1.1\r\nHost: x\nX-A: b\r\n\r\n", "GET /ok HTTP/2.0\r\nHost: x\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            POST + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            POST + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
            POST + "Transfer-Encoding: gzip\r\n\r\n",
            POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            POST + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n",
            POST + "Transfer-Encoding: chunked\r\n\r\n2\nab\n0\n\n"})
    void what_is_no_request_is_refused_and_the_connection_closed(String request) throws Exception {
        HttpServer server = server(PATIENT, PATIENT, 20);
        try (RawHttp http = new RawHttp(server.actualPort())) {
            // A good one before, and one behind that must not be taken for a request of its own.
            http.send(GET);
            assertThat(http.answer().status()).isEqualTo(200);
            http.send(request + GET);
            var answer = http.answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"malformed\"");
            assertThat(http.rest()).isEmpty();
        }
    }

    @Test
    void wherever_a_request_is_cut_it_is_read_the_same() throws Exception {
        HttpServer server = server(PATIENT, PATIENT, 20);
        byte[] two = (POST + "Content-Length: 8\r\n\r\n{\r\n \r\n }" + POST
                + "Transfer-Encoding: chunked\r\n\r\n4\r\n\n a\n\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int cut = 1; cut < two.length; cut++) {
            try (RawHttp http = new RawHttp(server.actualPort())) {
                http.send(Arrays.copyOf(two, cut));
                http.send(Arrays.copyOfRange(two, cut, two.length));
                assertThat(http.answer().body()).as("cut at %s", cut).isEqualTo("{\r\n \r\n }");
                assertThat(http.answer().body()).as("cut at %s", cut).isEqualTo("\n a\n");
            }
        }
    }

    @Test
    void a_broken_body_is_told_to_whoever_reads_it() throws Exception {
        HttpServer server = server(SHORT, PATIENT, 20);
        for (String broken : List.of("Transfer-Encoding: chunked\r\n\r\n1\r\nxxx",
                "Content-Length: 9\r\n\r\nx", "Content-Length: 9999\r\n\r\nx")) {
            try (RawHttp http = new RawHttp(server.actualPort())) {
                http.send(POST + broken);
                http.answer();
                assertThat(http.isClosed()).isTrue();
            }
        }
        try (RawHttp gone = new RawHttp(server.actualPort())) {
            gone.send(POST + "Content-Length: 9\r\n\r\nx");
        }
        assertThat(refused).extracting(Rejection::code)
                .containsExactly(Rejection.Code.MALFORMED, Rejection.Code.TIMED_OUT,
                        Rejection.Code.TOO_LARGE);
    }

    @Test
    void a_connection_that_brings_no_request_is_closed() throws Exception {
        HttpServer server = server(SHORT, PATIENT, 20);
        try (RawHttp http = new RawHttp(server.actualPort())) {
            http.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(http.isClosed()).isTrue();
        }
        try (RawHttp silent = new RawHttp(server.actualPort())) {
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\nX-Slow: ", "\r\n",
            "DELETE /ok HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx"})
    void the_next_request_of_a_kept_connection_has_no_more_time_than_the_first(String begun)
            throws Exception {
        HttpServer server = server(SHORT, PATIENT, 20);
        try (RawHttp http = new RawHttp(server.actualPort())) {
            http.send(GET);
            assertThat(http.answer().status()).isEqualTo(200);
            http.send(begun);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void a_kept_connection_without_another_request_is_closed() throws Exception {
        HttpServer server = server(PATIENT, SHORT, 20);
        try (RawHttp http = new RawHttp(server.actualPort())) {
            http.send(GET);
            assertThat(http.answer().status()).isEqualTo(200);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void an_address_has_so_many_connections_and_no_more() throws Exception {
        HttpServer server = server(PATIENT, PATIENT, 2);
        try (RawHttp first = new RawHttp(server.actualPort());
                RawHttp second = new RawHttp(server.actualPort());
                RawHttp third = new RawHttp(server.actualPort())) {
            assertThat(third.isClosed()).isTrue();
            for (RawHttp http : List.of(first, second)) {
                http.send(GET);
                assertThat(http.answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_stream_counts_among_its_addresss_connections_as_long_as_it_lives_and_no_longer()
            throws Exception {
        HttpServer server = server(PATIENT, PATIENT, 2);
        for (int round = 0; round < 5; round++) {
            try (RawSocket one = new RawSocket(server.actualPort(), "");
                    RawSocket other = new RawSocket(server.actualPort(), "")) {
                assertThat(List.of(one.status(), other.status())).containsExactly(101, 101);
                try (RawHttp third = new RawHttp(server.actualPort())) {
                    assertThat(third.isClosed()).isTrue();
                }
            }
            awaitNone();
        }
    }

    private void awaitNone() {
        long began = System.nanoTime();
        while (guards.connections() > 0 && System.nanoTime() - began < PATIENT.toNanos() / 10) {
            Thread.onSpinWait();
        }
        assertThat(guards.connections()).isZero();
    }

    private HttpServer server(Duration within, Duration idle, int perAddressMax)
            throws IOException {
        guards = new Guards(vertx, new Guards.Bounds(within, within, idle, perAddressMax, 30));
        Router router = Router.router(vertx);
        Problems.install(router, request -> true);
        router.route().handler(guards.requests());
        router.route("/ok").handler(ctx -> ctx.response().end());
        router.get("/api/v1/stream").handler(ctx -> ctx.request().toWebSocket());
        router.post("/echo")
                .handler(ctx -> new Bodies(BODY_MAX, within).read(ctx,
                        body -> ctx.response().end(Buffer.buffer(body)), refused::add));
        var options = Guards.options(new HttpServerOptions());
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(router)
                .invalidRequestHandler(new InvalidRequests());
        guards.watch(server, options);
        return server.listen(0, "127.0.0.1").await();
    }
}
