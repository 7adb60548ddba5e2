package org.muster.plans;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import org.muster.door.Problems;
import org.muster.door.RequestIds;
import org.muster.door.SecurityHeaders;
import org.muster.model.Glossary;
import org.muster.model.Places;
import org.muster.model.Position;
import org.muster.model.Role;
import org.muster.model.Shape;

/** The door for plans on a port of its own. South of 53.4 lies Sheffield, north of it Rotherham. */
final class PlansServer implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    private static final long SECONDS_MAX = 60;

    final PlanningDouble recording = new PlanningDouble();
    final Access access;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    volatile long tempoSeconds;

    PlansServer(Path folder) {
        access = Access.open(folder, InstantSource.system(), SignIn.defaults());
        Router router = Router.router(vertx);
        Problems.install(router, request -> true);
        router.route().handler(new RequestIds()).handler(new SecurityHeaders());
        new PlansRoute(recording, recording,
                new Glossary(Set.of("static-assembly"), Set.of(), Set.of()), new Halves(),
                Limits.defaults())
                .install(router, new Authentication(access, request -> true, who -> tempoSeconds));
        server = await(
                vertx.createHttpServer(Guards.options(new HttpServerOptions()).setHost("127.0.0.1"))
                        .requestHandler(router)
                        .listen(0));
    }

    private static final class Halves implements Places {

        @Override
        public List<String> areasOf(double lat, double lon) {
            return List.of(lat < 53.4 ? "sheffield" : "rotherham", "south-yorkshire");
        }

        @Override
        public List<String> areasOf(Shape shape) {
            Position first = switch (shape) {
                case Shape.Point(Position at) -> at;
                case Shape.Line(List<Position> positions) -> positions.getFirst();
                case Shape.Polygon(List<List<Position>> rings) -> rings.getFirst().getFirst();
            };
            return areasOf(first.lat(), first.lon());
        }
    }

    String token(String name, Role role, String... areas) {
        var wish = new NewCredential(name, role, List.of(areas), null, null);
        return switch (access.create(wish, "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new IllegalStateException("taken " + taken);
        };
    }

    /** @param headers names and values by turns */
    HttpResponse<String> send(String token, String method, String path, String body,
            String... headers) throws Exception {
        var request = HttpRequest
                .newBuilder(URI.create(
                        "http://127.0.0.1:" + server.actualPort() + "/api/v1/protests" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String token, String body) throws Exception {
        return send(token, "POST", "", body, "Content-Type", "application/json");
    }

    HttpResponse<String> put(String token, String id, String body, String ifMatch)
            throws Exception {
        return send(token, "PUT", "/" + id, body, "Content-Type", "application/json", "If-Match",
                ifMatch);
    }

    static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    /** A good plan, with more fields behind it. */
    static String plan(String more) {
        return """
                {"title": "EDL demonstration", "category": "static-assembly",
                 "startsAt": "2014-09-13T13:45:00+01:00"%s}""".formatted(more);
    }

    /** A good plan with this place. */
    static String at(String place) {
        return plan(", \"place\": " + place);
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
