package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import org.muster.app.Described.Operation;
import org.muster.app.Partner.Request;
import org.muster.config.Config;
import org.muster.docs.Documents;
import org.muster.door.RawHttp;
import org.muster.model.Role;

/** Every operation of a running service, called by every role, well and badly. */
final class EveryCall {
    final Described api = new Described(Documents.load().openapi());
    final Partner partner = new Partner(api, () -> here().port());
    /** The one that is called just now. */
    @SuppressWarnings("NullAway.Init") // by all(), before the first call
    private Service service;
    @SuppressWarnings("NullAway.Init") // as above
    private Path config;
    @SuppressWarnings("NullAway.Init") // as above
    private Busy busy;
    String metrics = "";
    final List<String> routes = new ArrayList<>();
    final Set<String> entries = new TreeSet<>();

    private Service here() {
        return service;
    }

    /** All of it: on a service that can do everything, on one without disk, on one without patience. */
    void all(Path folder) throws Exception {
        config = Running.config(folder.resolve("config"));
        service = Running.start(config, folder.resolve("data"), Map.of());
        try {
            service.routes().stream().filter(route -> route.getPath() != null).forEach(route -> {
                if (route.methods() != null) {
                    route.methods()
                            .forEach(method -> routes.add(method.name() + ' ' + route.getPath()));
                }
            });
            busy = new Busy(partner, service);
            busy.tell();
            sweep();
            read();
            metrics = partner.send(request(Role.AUDITOR, "GET /metrics")).body();
        } finally {
            service.close();
        }
        full(folder.resolve("data"));
        hasty(folder.resolve("hasty"));
    }

    private Request request(Role role, String line) {
        return busy.as(role, line);
    }

    /** The address of an operation, for something that is there or, with another id, is not. */
    private String line(Operation operation, String id) {
        String path = operation.path().replace("{area}", "rotherham");
        String there = path.contains("/alerts/") ? busy.alert
                : path.contains("/protests/") ? busy.protest
                        : path.contains("/reports/") ? busy.sensitive : busy.incident;
        return operation.method() + ' ' + path.replace("{id}", id.isEmpty() ? there : id);
    }

    /** What every operation refuses in the same way. */
    private void sweep() {
        String nobody = "00000000-0000-4000-8000-000000000000";
        for (Operation operation : api.operations()) {
            Set<String> told = operation.statuses();
            String line = line(operation, "");
            boolean sends = operation.told().has("requestBody");
            Request mine = request(Role.SUPERVISOR, line).with("If-Match", "*");
            boolean asksWho = !operation.told().has("security") || (told.contains("401")
                    && !operation.told().path("security").path(0).isEmpty());
            if (asksWho) {
                partner.send(Request.of(line, null));
            }
            if (told.contains("403")) {
                partner.send(request(Role.ADMIN, line));
            }
            if (told.contains("404")) {
                partner.send(request(Role.SUPERVISOR,
                        line(operation, nobody).replace("rotherham", "nowhere")).json(""));
            }
            if (told.contains("400")) {
                partner.send(sends ? mine.json("{") : request(Role.AUDITOR, line + "?a=%zz"));
            }
            if (told.contains("422")) {
                partner.send(sends ? mine.json("{\"nonsense\":1}")
                        : request(Role.AUDITOR, line + "?nonsense=1"));
            }
            if (told.contains("415")) {
                partner.send(mine.typed("text/plain", "words"));
            }
            if (told.contains("413")) {
                partner.send(mine.json("{\"text\":\"" + "x".repeat(70_000) + "\"}"));
            }
            if (told.contains("410")) {
                partner.send(request(Role.AUDITOR, line
                        + (operation.id().equals("journal") ? "?after=no.1" : "?before=no.1")));
            }
            if (told.contains("501") && !told.contains("200")) {
                partner.send(mine);
            }
        }
    }

    private void read() throws Exception {
        for (Operation operation : api.operations()) {
            if (operation.method().equals("GET") && operation.statuses().contains("200")) {
                for (Role role : Role.values()) {
                    partner.send(request(role, line(operation, "")));
                }
            }
        }
        partner.send(200, request(Role.SUPERVISOR, "GET /api/v1/reports/" + busy.report));
        partner.send(200, Request.of("GET /api/v1/reports/" + busy.report, busy.unit));
        filters();
        rules();
        examples();
        for (String document : List.of("openapi", "asyncapi")) {
            RawHttp.Answer first = partner
                    .send(Request.of("GET /api/v1/" + document + ".yaml", null));
            partner.send(Request.of("GET /api/v1/" + document + ".yaml", null)
                    .with("If-None-Match", first.headers().getOrDefault("etag", "")));
        }
        Request ground = request(Role.VIEWER, "GET /api/v1/ground.geojson");
        partner.send(ground.with("If-None-Match",
                partner.send(ground).headers().getOrDefault("etag", "")));
        partner.send(request(Role.AUDITOR, "GET /metrics").with("Accept",
                "application/openmetrics-text"));
        JsonNode page = partner.send(200, request(Role.AUDITOR, "GET /api/v1/journal?limit=1000"));
        page.path("entries").forEach(entry -> entries.add(entry.path("type").asText()));
        session();
        stream();
    }

    /** What a partner copies from the document is taken. */
    private void examples() {
        for (Operation operation : api.operations()) {
            if (operation.statuses().contains("201")) {
                operation.told()
                        .at("/requestBody/content/application~1json/examples")
                        .forEach(example -> partner.send(201,
                                request(Role.CONTROLLER, line(operation, ""))
                                        .json(example.path("value").toString())));
            }
        }
    }

    /** Read again while they cannot be used, and then as they were. */
    private void rules() throws IOException {
        Path file = config.resolve(Config.RULES_FILE);
        String good = Files.readString(file);
        Request reload = request(Role.SUPERVISOR, "POST /api/v1/rules/reload");
        Files.writeString(file, good.replace("scope:", "scpoe:"));
        partner.send(422, reload);
        Files.writeString(file, good);
        partner.send(200, reload);
    }

    private void filters() {
        for (String list : List.of("incidents?status=reported,ongoing&category=disturbance",
                "protests?status=planned,live&category=static-assembly")) {
            partner.send(200, request(Role.AUDITOR, "GET /api/v1/" + list
                    + "&area=rotherham&since=2014-09-06T00:00:00Z&until=2034-09-06T00:00:00Z&limit=1"));
        }
        for (String list : List.of("incidents", "protests")) {
            Request rows = request(Role.AUDITOR, "GET /api/v1/" + list + "?limit=1");
            partner.send(200, rows.with("Accept", "application/geo+json"));
            partner.send(200, rows.with("Accept", "text/csv"));
            partner.send(406, rows.with("Accept", "image/png"));
        }
        partner.send(200, request(Role.AUDITOR, "GET /api/v1/incidents?q=ivanhoe"));
        partner.send(200, request(Role.AUDITOR, "GET /api/v1/watchlist?area=rotherham"));
        partner.send(200, Request.of("GET /api/v1/tasks", busy.unit));
        partner.send(200, request(Role.AUDITOR, "GET /api/v1/crime-recording?area=rotherham"
                + "&from=2014-09-06T00:00:00Z&to=2034-09-06T00:00:00Z"));
        partner.send(200, request(Role.AUDITOR, "GET /api/v1/protests?q=march"));
        for (String subject : List.of("area&id=rotherham", "protest&id=" + busy.protest,
                "incident&id=" + busy.incident)) {
            partner.send(200, request(Role.AUDITOR, "GET /api/v1/series?subject=" + subject));
        }
        partner.send(404, request(Role.AUDITOR, "GET /api/v1/series?subject=area&id=nowhere"));
        JsonNode feed = partner.send(200,
                request(Role.AUDITOR, "GET /api/v1/feed?area=rotherham&limit=2"));
        String next = feed.path("next").asText();
        for (String list : List.of("feed", "alerts", "incidents", "protests",
                "incidents/" + busy.incident + "/timeline",
                "protests/" + busy.protest + "/timeline")) {
            partner.send(200, request(Role.AUDITOR, "GET /api/v1/" + list + "?before=" + next));
        }
        for (String list : List.of("feed", "incidents/" + busy.incident + "/timeline")) {
            partner.send(200,
                    request(Role.AUDITOR, "GET /api/v1/" + list + "?until=2034-09-06T00:00:00Z"));
        }
        partner.send(200, request(Role.AUDITOR, "GET /api/v1/timeline?area=rotherham"
                + "&from=2014-09-06T00:00:00Z&to=2034-09-06T00:00:00Z"));
        partner.send(200, request(Role.AUDITOR, "GET /api/v1/journal?after=" + next));
        partner.send(200,
                request(Role.VIEWER, "GET /api/v1/alerts?rule=officer-emergency&state=cleared"));
        partner.send(501, request(Role.VIEWER, "GET /api/v1/picture?clock=observed"));
        partner.send(200, request(Role.VIEWER, "GET /api/v1/picture?at=" + Instant.now()));
        partner.send(422, request(Role.VIEWER, "GET /api/v1/picture?at=2999-01-01T00:00:00Z"));
    }

    private void session() {
        Request signIn = Request.of("POST /api/v1/session", null);
        String origin = "http://127.0.0.1:" + service.port();
        partner.send(403, signIn.json("{\"token\":\"x\"}").with("Origin", "http://elsewhere"));
        partner.send(401, signIn.json("{\"token\":\"x\"}"));
        RawHttp.Answer signedIn = partner.send(signIn.json("{\"token\":\"" + busy.unit + "\"}"));
        String cookie = signedIn.headers().getOrDefault("set-cookie", "").split(";", 2)[0];
        Request ticket = Request.of("POST /api/v1/stream/ticket", null).with("Cookie", cookie);
        partner.send(403, ticket);
        partner.send(200, ticket.with("Origin", origin));
        Request out = Request.of("DELETE /api/v1/session", null).with("Cookie", cookie);
        partner.send(403, out);
        partner.send(out.with("Origin", origin));
        for (int i = 0; i < 6; i++) {
            partner.send(signIn.json("{\"token\":\"wrong\"}"));
        }
    }

    private Request upgrade(Request request) {
        return request.with("Connection", "Upgrade")
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Version", "13")
                .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .with("Sec-WebSocket-Protocol", "muster.v1");
    }

    private void stream() {
        Request open = Request.of("GET /api/v1/stream", null);
        partner.send(400, open);
        partner.send(401, upgrade(open));
        partner.send(403, upgrade(request(Role.ADMIN, "GET /api/v1/stream")));
        partner.send(upgrade(request(Role.VIEWER, "GET /api/v1/stream")));
    }

    /** The same folder on a disk that has too little left. */
    private void full(Path data) throws Exception {
        Path rules = config.resolve(Config.RULES_FILE);
        String good = Files.readString(rules);
        service = Running.full(config, data);
        Files.writeString(rules, "rules: []");
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (partner.send(Request.of("GET /health/ready", null)).status() != 503
                    && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            Map<String, String> bodies = Map.of("report",
                    "{\"observedAt\":\"2014-09-06T20:40:00Z\","
                            + "\"allQuiet\":true,\"location\":{\"lat\":53.4,\"lon\":-1.3}}",
                    "planProtest",
                    "{\"title\":\"T\",\"category\":\"procession\",\"startsAt\":\"2034-09-06T20:40:00Z\"}",
                    "changePlan",
                    "{\"title\":\"T\",\"category\":\"procession\",\"startsAt\":\"2034-09-06T20:40:00Z\"}",
                    "assignAlert", "{\"to\":null}", "commentAlert", "{\"text\":\"T\"}",
                    "shelveAlert", "{\"until\":\"2034-09-06T20:40:00Z\",\"reason\":\"T\"}",
                    "clearAlert", "{\"reason\":\"T\"}");
            for (Operation operation : api.operations()) {
                if (operation.statuses().contains("503")) {
                    partner.send(request(Role.SUPERVISOR, line(operation, "")).with("If-Match", "*")
                            .json(bodies.getOrDefault(operation.id(), "")));
                }
            }
        } finally {
            Files.writeString(rules, good);
            service.close();
        }
    }

    /** One without patience, with slow bodies and with strangers, that others than this machine may reach. */
    private void hasty(Path data) {
        service = Running.start(config, data,
                Map.of("MUSTER_LIMITS_HTTP_BODY_WITHIN", "1s", "MUSTER_LIMITS_RATES_ADDRESS_BURST",
                        "5", "MUSTER_SERVER_BEHIND_PROXY", "192.0.2.7"));
        try {
            Partner unseen = new Partner(api, service::port);
            Busy here = new Busy(unseen, service);
            here.tell();
            assertThat(unseen.faults()).isEmpty();
            Busy before = busy;
            busy = here;
            partner.send(401, Request.of("GET /metrics", null));
            partner.send(403, request(Role.VIEWER, "GET /metrics"));
            partner.send(200, request(Role.AUDITOR, "GET /metrics"));
            for (Operation operation : api.operations()) {
                if (operation.statuses().contains("408")) {
                    partner.send(408,
                            request(Role.SUPERVISOR, line(operation, "")).json("")
                                    .with("If-Match", "*")
                                    .with("Content-Length", "9"));
                }
            }
            for (Operation operation : api.operations()) {
                Request request = Request.of(line(operation, ""), null);
                Request stranger = operation.id().equals("stream") ? upgrade(request) : request;
                for (int i = 0; operation.statuses().contains("429") && i < 20; i++) {
                    partner.send(stranger);
                }
            }
            busy = before;
        } finally {
            service.close();
        }
    }
}
