package org.muster.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;

/**
 * Stands in for the service inside the browser: the bundle as it is in the jar, under the CSP that the real one sends,
 * and a stream that says what the test tells it to. It is used by the test's thread only.
 */
final class ScriptedService {
    static final String ORIGIN = "http://muster.test";
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "map",
            "application/json");

    private final List<String> subscriptions = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final BrowserContext profile;
    private String role = "controller";
    private Optional<Instant> date = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> reference = Optional.empty();
    private boolean down;
    private int tickets;
    private Optional<WebSocketRoute> socket = Optional.empty();

    ScriptedService(BrowserContext profile) {
        this.profile = profile;
        profile.route(ORIGIN + "/**", this::file);
        profile.route(ORIGIN + "/api/v1/**",
                route -> json(route, 200, "{\"items\":[],\"next\":null}"));
        profile.route(ORIGIN + "/api/v1/feed?*", route -> json(route, 200, Said.NO_ITEMS));
        profile.route(ORIGIN + "/api/v1/timeline?*",
                route -> json(route, 200, Said.NOTHING_HAPPENED));
        profile.route(ORIGIN + "/api/v1/incidents/*/timeline?*",
                route -> json(route, 200, Said.NO_ITEMS));
        profile.route(ORIGIN + "/api/v1/catalogue", route -> json(route, 200, Said.catalogue()));
        profile.route(ORIGIN + "/api/v1/session", this::session);
        profile.route(ORIGIN + "/api/v1/stream/ticket", this::ticket);
        profile.route(ORIGIN + "/api/v1/areas.geojson", route -> json(route, 200, Said.outlines()));
        profile.route(ORIGIN + "/api/v1/incidents/*", this::ended);
        profile.route(ORIGIN + "/api/v1/protests/*", this::ended);
        profile.route(ORIGIN + "/api/v1/alerts/*", this::ended);
        profile.route(ORIGIN + "/api/v1/alerts/health", route -> json(route, 200, Said.NO_ITEMS));
        profile.routeWebSocket("ws://muster.test/api/v1/stream", this::connected);
    }

    void role(String name) {
        role = name;
    }

    /** How requests for a path are answered from now on. */
    void answer(String path, int status, String body) {
        profile.route(ORIGIN + "/api/v1" + path, route -> {
            String sent = route.request().postData();
            asked.add(route.request().method() + " " + path + (sent == null ? "" : " " + sent));
            json(route, status, body);
        });
    }

    /** No answer comes to requests for a path from now on. */
    void answerNothing(String path) {
        profile.route(ORIGIN + "/api/v1" + path, Route::abort);
    }

    /** What was asked of the paths of {@link #answer}, with what was sent. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What the answers' Date header says from now on. */
    void date(Instant instant) {
        date = Optional.of(instant);
    }

    /** Which version of the page's files it has from now on. */
    void version(String tag) {
        version = Optional.of("W/\"" + tag + "\"");
    }

    /** The id that requests have from now on. */
    void reference(String id) {
        reference = Optional.of(id);
    }

    /** Neither answers requests nor keeps its sockets from now on. */
    void goDown() {
        down = true;
        socket.ifPresent(open -> open.close());
        socket = Optional.empty();
    }

    void comeBack() {
        down = false;
    }

    void close(int code) {
        socket.orElseThrow().close(new WebSocketRoute.CloseOptions().setCode(code));
        socket = Optional.empty();
    }

    void say(String message) {
        socket.orElseThrow().send(message);
    }

    /** What clients subscribed with, from the first on. */
    List<String> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** What clients said on the stream after that. */
    List<String> told() {
        return List.copyOf(told);
    }

    private void connected(WebSocketRoute opened) {
        socket = Optional.of(opened);
        opened.onMessage(frame -> {
            boolean subscribes = frame.text().contains("\"subscribe\"");
            (subscribes ? subscriptions : told).add(frame.text());
        });
    }

    private void session(Route route) {
        if (down) {
            route.abort();
            return;
        }
        String body = String.valueOf(route.request().postData());
        boolean refused = route.request().method().equals("POST") && !body.contains("good");
        json(route, refused ? 401 : 200, refused ? "{\"status\":401,\"detail\":\"unknown token\"}"
                : "{\"name\":\"desk-1\",\"role\":\"" + role + "\",\"areas\":[]}");
    }

    private void ticket(Route route) {
        if (down) {
            route.abort();
            return;
        }
        tickets++;
        json(route, 200, "{\"ticket\":\"t" + tickets + "\"}");
    }

    /** What is asked for by its id is over. */
    private void ended(Route route) {
        String path = route.request().url();
        String id = path.substring(path.lastIndexOf('/') + 1);
        json(route, 200,
                path.contains("/alerts/") ? SaidAlerts.over(id, "Cleared " + id)
                        : path.contains("/protests/")
                                ? Said.protest(id, "Ended " + id, "ended", Instant.now())
                                : Said.incident(id, "Closed " + id, "closed"));
    }

    private void json(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions().setStatus(status)
                .setHeaders(headers("application/json"))
                .setBody(body));
    }

    private Map<String, String> headers(String type) {
        Map<String, String> headers = new HashMap<>(
                Map.of("Content-Type", type, "Content-Security-Policy", CSP));
        version.ifPresent(tag -> headers.put("ETag", tag));
        reference.ifPresent(id -> headers.put("X-Request-Id", id));
        date.ifPresent(instant -> headers.put("Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC))));
        return headers;
    }

    private void file(Route route) {
        String path = route.request().url().substring(ORIGIN.length());
        String name = path.startsWith("/#") || path.equals("/") ? "/index.html" : path;
        try (InputStream in = ScriptedService.class.getResourceAsStream("/web" + name)) {
            if (in == null) {
                route.fulfill(new Route.FulfillOptions().setStatus(404));
                return;
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
            route.fulfill(new Route.FulfillOptions().setBodyBytes(in.readAllBytes())
                    .setHeaders(headers(type)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
