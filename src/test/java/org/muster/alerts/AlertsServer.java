package org.muster.alerts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;

import org.muster.access.Access;
import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Limits;
import org.muster.config.SignIn;
import org.muster.door.Authentication;
import org.muster.door.Guards;
import org.muster.door.Problems;
import org.muster.door.RequestIds;
import org.muster.door.SignIns;
import org.muster.model.Role;

/** The door for work on alerts on a port of its own. */
final class AlertsServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long SECONDS_MAX = 60;

    final WorkDouble recording = new WorkDouble();
    final Access access;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    AlertsServer(Path folder) {
        InstantSource time = InstantSource.system();
        access = Access.open(folder, time, SignIn.defaults());
        Router router = Router.router(vertx);
        Problems.install(router, request -> true);
        router.route().handler(new RequestIds());
        new AlertsRoute(recording, recording, access, new SignIns(access, time), Limits.defaults())
                .install(router, new Authentication(access, request -> true, who -> 0));
        server = await(
                vertx.createHttpServer(Guards.options(new HttpServerOptions()).setHost("127.0.0.1"))
                        .requestHandler(router)
                        .listen(0));
    }

    String token(String name, Role role, String... areas) {
        var wish = new NewCredential(name, role, List.of(areas), null, null);
        return switch (access.create(wish, "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new IllegalStateException("taken " + taken);
        };
    }

    HttpResponse<String> get(String token, String path) throws Exception {
        return client.send(request(token, path).GET().build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** @param body null for none, and then no type either */
    HttpResponse<String> post(String token, String path, @Nullable String body) throws Exception {
        return post(request(token, path), body);
    }

    /** @param second what the header of the second person says */
    HttpResponse<String> beside(String second, String token, String path, String body)
            throws Exception {
        return post(request(token, path).header(SecondPerson.HEADER, second), body);
    }

    private HttpResponse<String> post(HttpRequest.Builder request, @Nullable String body)
            throws Exception {
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return client.send(
                request.POST(body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest
                .newBuilder(URI.create(
                        "http://127.0.0.1:" + server.actualPort() + AlertsRoute.PATH + "/" + path))
                .header("Authorization", "Bearer " + token);
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
        access.close();
        recording.close();
    }
}
