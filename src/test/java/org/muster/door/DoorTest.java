package org.muster.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.access.Access;
import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.SignIn;
import org.muster.model.Rejection;
import org.muster.model.Role;

/** Who gets in, and what each answer carries. */
final class DoorTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String SESSION = "/api/v1/session";

    @TempDir
    private Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private Access access;
    private HttpServer server;
    private String token;
    private volatile boolean strangersMayTry = true;
    private final AtomicReference<Optional<Rejection>> noStream = new AtomicReference<>(
            Optional.empty());

    @BeforeEach
    void start() throws Exception {
        InstantSource time = now::get;
        access = Access.open(folder, time, SignIn.defaults());
        var wish = new NewCredential("desk-1", Role.CONTROLLER, List.of("rotherham"), null, null);
        token = ((Creation.Created) access.create(wish, "test")).token();
        var guards = new Guards(vertx, new Guards.Bounds(SHORT, SHORT, SHORT, 20, 30));
        Strangers strangers = request -> strangersMayTry;
        var authentication = new Authentication(access, strangers, Tempo.FREE);
        Router router = Router.router(vertx);
        Problems.install(router, strangers);
        router.route()
                .handler(guards.requests())
                .handler(new RequestIds())
                .handler(new SecurityHeaders());
        new SessionRoutes(access, new SignIns(access, time), new Bodies(1024, SHORT),
                (who, address) -> noStream.get()).install(router, authentication);
        router.get("/api/v1/broken").handler(ctx -> {
            throw new IllegalStateException("secret inside");
        });
        var options = Guards.options(new HttpServerOptions());
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .invalidRequestHandler(new InvalidRequests());
        guards.watch(server, options);
        server.listen(0, "127.0.0.1").await();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
        client.close();
        access.close();
    }

    @Test
    void every_answer_carries_an_id_and_the_security_headers() throws Exception {
        for (String path : List.of(SESSION, "/nothing", "/api/v1/broken")) {
            var headers = send(get(path)).headers();
            assertThat(headers.firstValue("X-Request-Id")).isPresent();
            assertThat(headers.firstValue("Content-Security-Policy")).contains(
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
                            + " blob:; connect-src 'self'; font-src 'self'; manifest-src 'self';"
                            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        }
        assertThat(send(get(SESSION)).headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({"abc-1.2_X,true", "a b,false", "<script>,false"})
    void a_clients_request_id_is_kept_when_it_is_a_plain_word(String id, boolean kept)
            throws Exception {
        var answer = send(get(SESSION).header("X-Request-Id", id));
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow().equals(id))
                .isEqualTo(kept);
    }

    @Test
    void what_the_router_refuses_is_a_problem() throws Exception {
        var nothing = send(get("/nothing"));
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(nothing.body()).contains("\"code\":\"not-found\"", "\"type\":", "\"title\":");
        var method = send(request(SESSION).method("PATCH", HttpRequest.BodyPublishers.noBody()));
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("DELETE, GET, POST");
        var broken = send(get("/api/v1/broken"));
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain("secret", "Exception", "org.muster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic abc", "Bearer", "Bearer nobody"})
    void who_has_no_valid_token_is_challenged(String header) throws Exception {
        var answer = send(get(SESSION).header("Authorization", header));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        strangersMayTry = false;
        var again = send(get(SESSION).header("Authorization", header));
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_token_made_a_moment_ago_by_somebody_else_is_found() throws Exception {
        try (Access other = Access.open(folder, now::get, SignIn.defaults())) {
            var wish = new NewCredential("desk-2", Role.VIEWER, List.of(), null, null);
            String fresh = ((Creation.Created) other.create(wish, "test")).token();
            var answer = send(get(SESSION).header("Authorization", "Bearer " + fresh));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo("{\"name\":\"desk-2\",\"role\":\"viewer\",\"areas\":[]}");
        }
    }

    @Test
    void a_browser_signs_in_stays_in_and_signs_out() throws Exception {
        var signedIn = signIn(token);
        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(signedIn.body()).contains("\"areas\":[\"rotherham\"]");
        String set = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).startsWith("muster-session=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/");
        String cookie = set.substring(0, set.indexOf(';'));
        assertThat(send(get(SESSION).header("Cookie", cookie)).statusCode()).isEqualTo(200);
        var ticket = post("/api/v1/stream/ticket", "").header("Cookie", cookie);
        assertThat(send(ticket).statusCode()).isEqualTo(403);
        assertThat(send(ticket.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(send(ticket.copy().header("Origin", "http://evil.example")).statusCode())
                .isEqualTo(403);
        assertThat(send(ticket.copy().header("Origin", origin())).body())
                .startsWith("{\"ticket\":\"");
        assertThat(send(request(SESSION).DELETE()
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")).statusCode()).isEqualTo(204);
        assertThat(send(get(SESSION).header("Cookie", cookie)).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"FORBIDDEN, 403, ", "TOO_MANY_REQUESTS, 429, 1", "BUSY, 503, 1"})
    void where_a_stream_would_be_refused_the_ticket_is_in_the_same_words(Rejection.Code code,
            int status, @Nullable String wait) throws Exception {
        var ticket = post("/api/v1/stream/ticket", "").header("Authorization", "Bearer " + token);
        noStream.set(Optional.of(new Rejection(code, "Why, and who can help.")));
        var answer = send(ticket);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("Why, and who can help.").doesNotContain("ticket\":");
        assertThat(answer.headers().firstValue("Retry-After").orElse(null)).isEqualTo(wait);
        noStream.set(Optional.empty());
        assertThat(send(ticket).statusCode()).isEqualTo(200);
    }

    @Test
    void a_desks_cookie_ends_with_its_browser_and_that_of_a_field_unit_with_its_session()
            throws Exception {
        assertThat(signIn(token).headers().firstValue("Set-Cookie").orElseThrow())
                .doesNotContain("Max-Age", "Expires");
        var unit = new NewCredential("RT21", Role.FIELD, List.of(), null, null);
        String phone = ((Creation.Created) access.create(unit, "test")).token();
        assertThat(signIn(phone).headers().firstValue("Set-Cookie").orElseThrow())
                .contains("Max-Age=" + SignIn.defaults().sessionFor().toSeconds());
    }

    @Test
    void after_five_failed_sign_ins_wrong_tokens_wait_and_right_ones_do_not() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("wrong").statusCode()).isEqualTo(401);
        }
        var waits = signIn("wrong");
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).contains("901");
        assertThat(signIn(token).statusCode()).isEqualTo(200);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(15)));
        assertThat(signIn("wrong").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{|400", "[]|422", "{}|422", "{\"token\":5}|422",
            "{\"token\":\"a\",\"more\":1}|422"})
    void a_sign_in_that_is_no_token_is_refused(String body, int status) throws Exception {
        var answer = send(post(SESSION, body).header("Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void another_site_cannot_sign_a_browser_in() throws Exception {
        var request = post(SESSION, "{\"token\":\"" + token + "\"}")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site");
        assertThat(send(request).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> signIn(String secret) throws Exception {
        return send(post(SESSION, "{\"token\":\"" + secret + "\"}").header("Content-Type",
                "application/json"));
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    private String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
