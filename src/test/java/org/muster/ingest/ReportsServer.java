package org.muster.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

import org.muster.access.Access;
import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Limits;
import org.muster.config.SignIn;
import org.muster.door.Authentication;
import org.muster.door.Guards;
import org.muster.door.InvalidRequests;
import org.muster.door.Problems;
import org.muster.door.RequestIds;
import org.muster.door.SecurityHeaders;
import org.muster.door.Tempo;
import org.muster.metrics.ReportMeters;
import org.muster.model.PlacesByPoint;
import org.muster.model.Role;

/** The way in for reports on a port of its own, with credentials and a recorder for tests. */
final class ReportsServer implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    private static final long SECONDS_MAX = 60;

    final RecordingDouble recording = new RecordingDouble();
    final Access access;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    volatile long tempoSeconds;

    ReportsServer(Path folder) {
        this(folder, Limits.defaults().http());
    }

    ReportsServer(Path folder, Limits.Http http) {
        Limits shipped = Limits.defaults();
        Limits limits = new Limits(http, shipped.json(), shipped.stream(), shipped.connections(),
                shipped.rates(), shipped.recorder(), shipped.disk());
        access = Access.open(folder, InstantSource.system(), SignIn.defaults());
        Router router = Router.router(vertx);
        Problems.install(router, request -> true);
        router.route().handler(new RequestIds()).handler(new SecurityHeaders());
        new ReportsRoute(vertx, recording, Said.WORDS,
                (PlacesByPoint) (lat, lon) -> List.of("town", "county"), credential -> tempoSeconds,
                limits, System::nanoTime, new ReportMeters(new SimpleMeterRegistry()))
                .install(router, new Authentication(access, request -> true, Tempo.FREE));
        server = await(
                vertx.createHttpServer(Guards.options(new HttpServerOptions()).setHost("127.0.0.1"))
                        .requestHandler(router)
                        .invalidRequestHandler(new InvalidRequests())
                        .listen(0));
    }

    /** Limits as shipped but for the deadlines. */
    static Limits.Http within(Duration body, Duration line) {
        Limits.Http shipped = Limits.defaults().http();
        return new Limits.Http(shipped.requestLineBytes(), shipped.headersBytes(),
                shipped.bodyBytes(), shipped.headerWithin(), body, line, shipped.idleWithin(),
                shipped.batchLinesMax());
    }

    int port() {
        return server.actualPort();
    }

    /** A new credential's token. */
    String token(String name, Role role) {
        var wish = new NewCredential(name, role, List.of(), null, null);
        return switch (access.create(wish, "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new IllegalStateException("taken " + taken);
        };
    }

    HttpResponse<String> post(String token, String body) throws Exception {
        return post(token, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String token, String type, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port() + "/api/v1/reports");
    }

    /** A good report about a new incident. */
    static String good() {
        return good(UUID.randomUUID());
    }

    static String good(UUID id) {
        return "{\"id\":\"" + id + "\",\"category\":\"disturbance\","
                + "\"observedAt\":\"2014-09-06T21:40:00+01:00\","
                + "\"location\":{\"lat\":53.3966,\"lon\":-1.2537}}";
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    @Override
    public void close() {
        await(vertx.close());
        client.close();
        recording.close();
        access.close();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }
}
