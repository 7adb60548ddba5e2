package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.door.RawHttp;
import org.muster.model.Rejection;
import org.muster.model.Role;

/** A single report over HTTP: what comes back, and what is not even read. */
final class SingleReportsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder;
    private ReportsServer server;
    private String token;

    @BeforeEach
    void start() {
        server = new ReportsServer(folder, ReportsServer.within(SHORT, SHORT));
        token = server.token("desk-1", Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_same_report_again_is_answered_with_the_first_receipt() throws Exception {
        UUID id = UUID.randomUUID();
        HttpResponse<String> first = server.post(token, ReportsServer.good(id));
        HttpResponse<String> second = server.post(token,
                ReportsServer.good(id).replace("21:40:00+01:00", "20:40:00.000Z"));
        HttpResponse<String> other = server.post(token,
                ReportsServer.good(id).replace("53.3966", "53.4"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).doesNotContain("leafHash");
    }

    @Test
    void an_answer_waits_for_the_recorder() throws Exception {
        server.recording.hold();
        try (RawHttp early = new RawHttp(server.port());
                RawHttp late = new RawHttp(server.port())) {
            early.send(head("") + length(ReportsServer.good()));
            late.send(head("") + length(ReportsServer.good()));
            server.recording.awaitHeld(2);
            server.recording.release(new Random(7));
            assertThat(early.answer().status()).isEqualTo(201);
            assertThat(late.answer().status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Rejection.Code.class, names = {"BUSY", "RECORDER_STOPPED", "DISK_LOW"})
    void what_cannot_be_recorded_now_may_be_sent_again(Rejection.Code why) throws Exception {
        server.recording.stop(why);
        HttpResponse<String> answer = server.post(token, ReportsServer.good());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void too_many_single_reports_are_told_when_to_come_again() throws Exception {
        server.tempoSeconds = 3;
        HttpResponse<String> answer = server.post(token, ReportsServer.good());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(server.post(token, "application/x-ndjson",
                ReportsServer.good().getBytes(StandardCharsets.UTF_8)).body())
                .contains("\"status\":201");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"VIEWER", "AUDITOR", "ADMIN"})
    void who_may_not_report_is_told_so(Role role) throws Exception {
        assertThat(server.post(server.token("x", role), ReportsServer.good()).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=utf-16", "application/jsonl"})
    void another_media_type_is_refused(String type) throws Exception {
        byte[] body = ReportsServer.good().getBytes(StandardCharsets.UTF_8);
        assertThat(server.post(token, type, body).statusCode()).isEqualTo(415);
    }

    @Test
    void a_compressed_body_is_refused() throws Exception {
        var request = HttpRequest.newBuilder(server.uri())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(ReportsServer.good()));
        assertThat(server.send(request).statusCode()).isEqualTo(415);
    }

    @Test
    void a_charset_that_is_utf8_is_welcome() throws Exception {
        byte[] body = ReportsServer.good().getBytes(StandardCharsets.UTF_8);
        assertThat(server.post(token, "Application/JSON; charset=\"UTF-8\"", body).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_body_of_64_KiB_is_read_and_one_byte_more_is_too_large() throws Exception {
        String good = ReportsServer.good();
        String most = good + " ".repeat(64 * 1024 - good.length());
        assertThat(server.post(token, most).statusCode()).isEqualTo(201);
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head("Content-Length: 65537\r\n"));
            assertThat(http.answer().status()).isEqualTo(413);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void a_chunked_body_that_grows_too_large_is_refused_and_the_connection_closed()
            throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head("Transfer-Encoding: chunked\r\n"));
            for (int i = 0; i < 5; i++) {
                http.chunk(" ".repeat(16 * 1024).getBytes(StandardCharsets.US_ASCII));
            }
            RawHttp.Answer answer = http.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(http.isClosed()).isTrue();
        }
        assertThat(server.post(token, ReportsServer.good()).statusCode()).isEqualTo(201);
    }

    @Test
    void a_body_that_does_not_come_is_given_up() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head("Content-Length: 500\r\n") + "{\"observedAt\"");
            assertThat(http.answer().status()).isEqualTo(408);
            assertThat(http.isClosed()).isTrue();
        }
        assertThat(server.recording.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5|Content-Length: 6|", "Content-Length: x|",
            "Content-Length: 2|Transfer-Encoding: chunked|", "Transfer-Encoding: nonsense|",
            "Content-Length : 2|", "X-Bare: a\nX-More: b|Content-Length: 2|"})
    void a_request_that_can_be_read_in_two_ways_is_refused_and_the_connection_closed(String headers)
            throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head(headers.replace("|", "\r\n")) + "0\r\n\r\n");
            RawHttp.Answer answer = http.answer();
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(http.isClosed()).isTrue();
        }
        assertThat(server.recording.stored()).isEmpty();
    }

    @Test
    void headers_that_are_too_long_are_refused() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head("X-Long: " + "a".repeat(9000) + "\r\n"));
            assertThat(http.answer().status()).isEqualTo(431);
        }
    }

    @Test
    void an_early_refusal_leaves_the_connection_usable() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            String body = ReportsServer.good();
            http.send(head("").replace(token, "nobody") + length(body));
            assertThat(http.answer().status()).isEqualTo(401);
            http.send(head("") + length(body));
            assertThat(http.answer().status()).isEqualTo(201);
        }
    }

    private String head(String more) {
        return "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\n" + more + (more.isEmpty() ? "" : "\r\n");
    }

    private static String length(String body) {
        return "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
