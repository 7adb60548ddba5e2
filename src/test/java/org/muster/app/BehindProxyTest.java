package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Role;

/** The whole service behind a proxy, which this test is: limits, cookies and origins go by the client it names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BehindProxyTest {
    private static final String SESSION = "/api/v1/session";
    private static final int BURST = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private Service service;
    private String desk;

    @BeforeAll
    void start(@TempDir Path folder) {
        Config config = switch (Config.load(Path.of("config"),
                Map.of("MUSTER_SERVER_PORT", "0", "MUSTER_SERVER_BEHIND_PROXY", "127.0.0.1",
                        "MUSTER_LIMITS_CONNECTIONS_PER_ADDRESS_MAX", "1",
                        "MUSTER_LIMITS_CONNECTIONS_PER_USER_MAX", "1",
                        "MUSTER_LIMITS_RATES_ADDRESS_PER_SECOND", "1"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        service = new Service(DataFolder.open(folder.resolve("data")), config, Clocks.system(),
                () -> {});
        desk = token(Role.CONTROLLER, "desk-1", List.of());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void the_rate_of_strangers_is_that_of_the_real_client() throws Exception {
        for (int i = 0; i < BURST; i++) {
            assertThat(stranger("198.51.100.1")).isEqualTo(401);
        }
        assertThat(stranger("198.51.100.1")).isEqualTo(429);
        assertThat(stranger("198.51.100.2")).isEqualTo(401);
        assertThat(stranger("198.51.100.2, 198.51.100.1")).isEqualTo(429);
        assertThat(stranger("198.51.100.1, 198.51.100.3")).isEqualTo(401);
    }

    @Test
    void a_proxys_connections_are_not_those_of_one_address() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (var fresh = HttpClient.newHttpClient()) {
                assertThat(fresh
                        .send(get("/health/live").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode()).isEqualTo(200);
            }
        }
        var sockets = List.of(stream("198.51.100.1", "desk-2"), stream("198.51.100.2", "desk-3"));
        assertThat(sockets).allMatch(socket -> !socket.isOutputClosed());
        assertThatThrownBy(() -> stream("198.51.100.1", "desk-4")).cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(429));
        sockets.forEach(WebSocket::abort);
    }

    @Test
    void over_https_of_the_proxy_a_browser_gets_the_cookie_that_no_other_host_can_set()
            throws Exception {
        HttpResponse<String> signedIn = send(signIn().header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "muster.example")
                .header("Origin", "https://muster.example"));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
        assertThat(signedIn.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
        String set = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).startsWith("__Host-muster-session=")
                .contains("Secure", "SameSite=Strict", "Path=/")
                .containsIgnoringCase("HttpOnly")
                .doesNotContain("Domain");
        String cookie = set.substring(0, set.indexOf(';'));
        assertThat(send(get(SESSION).header("Cookie", cookie).header("X-Forwarded-Proto", "https"))
                .statusCode()).isEqualTo(200);
        assertThat(send(get(SESSION).header("Cookie", cookie)).statusCode()).isEqualTo(401);
        assertThat(send(get(SESSION).header("Cookie", cookie.replace("__Host-", ""))
                .header("X-Forwarded-Proto", "https")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example", "http://muster.example", "https://muster.example:8443",
            "https://muster.example.evil.example", "null"})
    void a_page_of_another_origin_signs_nobody_in_and_opens_no_stream(String origin)
            throws Exception {
        assertThat(send(signIn().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "muster.example")
                .header("Origin", origin)).statusCode()).isEqualTo(403);
        HttpResponse<String> stream = send(get("/api/v1/stream").header("X-Test", "1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "muster.example")
                .header("Origin", origin));
        assertThat(stream.statusCode()).isIn(400, 403);
    }

    @Test
    void who_comes_over_plain_http_from_elsewhere_gets_no_cookie() throws Exception {
        HttpResponse<String> refused = send(signIn().header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "http"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("https", "X-Forwarded-Proto");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void metrics_are_for_auditors_who_are_bound_to_no_area() throws Exception {
        HttpResponse<String> nobody = send(get("/metrics"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).isPresent();
        for (Role role : Role.values()) {
            String token = token(role, "all-" + role.slug(), List.of());
            HttpResponse<String> answer = send(
                    get("/metrics").header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as(role.slug())
                    .isEqualTo(role == Role.AUDITOR ? 200 : 403);
        }
        String bound = token(Role.AUDITOR, "bound", List.of("rotherham"));
        HttpResponse<String> refused = send(
                get("/metrics").header("Authorization", "Bearer " + bound));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("--role auditor");
    }

    @Test
    void health_is_open_and_says_only_that_it_is_well() throws Exception {
        assertThat(send(get("/health/live")).body()).isEqualTo("{\"status\":\"live\"}");
        assertThat(send(get("/health/ready")).body()).isEqualTo("{\"status\":\"ready\"}");
    }

    private int stranger(String chain) throws Exception {
        return send(get("/api/v1/picture").header("X-Forwarded-For", chain)
                .header("Authorization", "Bearer nobody")).statusCode();
    }

    private WebSocket stream(String client, String name) {
        return http.newWebSocketBuilder()
                .header("Authorization",
                        "Bearer " + token(Role.CONTROLLER, name + client, List.of()))
                .header("X-Forwarded-For", client)
                .subprotocols("muster.v1")
                .buildAsync(URI.create("ws://127.0.0.1:" + service.port() + "/api/v1/stream"),
                        new WebSocket.Listener() {})
                .join();
    }

    private HttpRequest.Builder signIn() {
        return HttpRequest.newBuilder(uri(SESSION))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + desk + "\"}"));
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(Role role, String name, List<String> areas) {
        return switch (service.access()
                .create(new NewCredential(name.replace('.', '-'), role, areas, null, null),
                        "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }
}
