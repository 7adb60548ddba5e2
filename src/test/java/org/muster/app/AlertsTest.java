package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Role;

/** One alert of a shipped rule through the whole service: raised by a report, worked by two desks, cleared. */
final class AlertsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 60;
    private static final String RULE = "major-incident";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Service service;
    private final String unit;
    private final String desk1;
    private final String desk2;

    AlertsTest(@TempDir Path folder) {
        Config config = switch (Config.load(Path.of("config"), Map.of("MUSTER_SERVER_PORT", "0"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        service = new Service(DataFolder.open(folder.resolve("data")), config, Clocks.system(),
                () -> {});
        unit = token("RT21", Role.FIELD);
        desk1 = token("desk-1", Role.CONTROLLER);
        desk2 = token("desk-2", Role.SUPERVISOR);
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void a_report_raises_an_alert_that_two_desks_work_and_one_clears() throws Exception {
        Told told = watch(desk1);
        told.until("live", message -> true);
        JsonNode receipt = post(unit, "/reports", report(), 201);
        String incident = receipt.path("incident").asText();

        // What the receipt brought about is there as soon as the receipt is.
        JsonNode alert = get(desk2, "/alerts?state=unacknowledged&rule=" + RULE).at("/items/0");
        String id = alert.path("id").asText();
        assertThat(alert.at("/subject/id").asText()).isEqualTo(incident);
        assertThat(alert.path("evidence")).extracting(JsonNode::asLong)
                .containsExactly(receipt.path("seq").asLong());
        assertThat(get(desk2, "/incidents/" + incident).path("alerts")).extracting(JsonNode::asText)
                .contains(id);
        assertThat(get(desk2, "/areas/thurcroft").at("/alerts/critical").asInt()).isPositive();
        JsonNode entry = told
                .until("entries", message -> message.toString().contains("alert-raised"))
                .path("entries")
                .findValue("finding");
        assertThat(entry.path("message")).isEqualTo(alert.path("message"));
        told.until("alerts", message -> message.toString().contains(id));

        told.say("{\"type\":\"seen\",\"alerts\":[\"" + id + "\"]}");
        told.until("alerts", message -> message.toString().contains("\"who\":\"desk-1\""));
        assertThat(work(desk1, id, "acknowledge", "", 200).path("state").asText())
                .isEqualTo("acknowledged");
        JsonNode refused = work(desk2, id, "acknowledge", "", 409);
        assertThat(refused.path("detail").asText()).contains("desk-1");
        assertThat(refused.at("/alert/acknowledgedBy").asText()).isEqualTo("desk-1");
        work(desk1, id, "acknowledge", "", 200);
        work(desk1, id, "comment", "{\"text\":\"Dogs are coming.\"}", 200);
        work(desk1, id, "assign", "{\"to\":\"desk-2\"}", 200);
        assertThat(work(desk2, id, "clear", "{\"reason\":\"Seen to.\"}", 200).path("clearedBy")
                .asText()).isEqualTo("desk-2");
        work(desk1, id, "clear", "{\"reason\":\"Seen to.\"}", 409);

        JsonNode whole = get(desk1, "/alerts/" + id);
        assertThat(whole.path("history")).extracting(deed -> deed.path("who").asText())
                .containsExactly("system", "desk-1", "desk-1", "desk-1", "desk-2");
        assertThat(whole.at("/seen/0/who").asText()).isEqualTo("desk-1");
        assertThat(get(desk2, "/incidents/" + incident).path("alerts")).extracting(JsonNode::asText)
                .doesNotContain(id);
        told.until("alerts", message -> message.toString().contains("\"state\":\"cleared\""));
        tells(get(desk1, "/feed?limit=1000"), id);
        tells(get(desk1, "/incidents/" + incident + "/timeline"), id);
        assertThat(send("GET", "/metrics", desk1, "").body()).contains(
                "muster_alerts_raised_total{rule=\"" + RULE + "\",severity=\"critical\"} 1.0");
    }

    private static void tells(JsonNode page, String alert) {
        List<String> words = new ArrayList<>();
        page.path("items").forEach(item -> {
            if (item.path("alert").asText().equals(alert)) {
                words.add(item.path("words").asText());
            }
        });
        assertThat(words).hasSize(5);
        assertThat(words.getFirst()).startsWith("desk-2 cleared: ").endsWith(" (Seen to.)");
        assertThat(words.getLast()).startsWith("Critical alert: ");
        assertThat(page.path("items").findValuesAsText("words"))
                .anyMatch(said -> said.startsWith("RT21: new incident: "));
    }

    private static String report() {
        return "{\"category\":\"disturbance\",\"title\":\"Ivanhoe Road\",\"observedAt\":\""
                + Instant.now() + "\",\"location\":{\"lat\":53.3966,\"lon\":-1.2537},"
                + "\"methane\":{\"major\":\"declared\"},"
                + "\"officers\":[{\"unit\":\"RT21\",\"count\":2,\"state\":\"at-scene\"}]}";
    }

    private JsonNode work(String token, String id, String verb, String body, int status)
            throws Exception {
        return post(token, "/alerts/" + id + "/" + verb, body, status);
    }

    private JsonNode post(String token, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1" + path, token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(String token, String path) throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1" + path, token, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String token(String name, Role role) {
        return switch (service.access()
                .create(new NewCredential(name, role, List.of(), null, null), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }

    private Told watch(String token) {
        Told told = new Told();
        told.socket = http.newWebSocketBuilder()
                .subprotocols("muster.v1")
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://127.0.0.1:" + service.port() + "/api/v1/stream"), told)
                .join();
        told.say("{\"type\":\"subscribe\"}");
        return told;
    }

    private interface Sought {

        boolean is(JsonNode message);
    }

    /** What one stream says, message by message. */
    private static final class Told implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder begun = new StringBuilder();
        private @Nullable WebSocket socket;

        void say(String text) {
            if (socket != null) {
                socket.sendText(text, true).join();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data,
                boolean last) {
            begun.append(data);
            if (last) {
                messages.add(begun.toString());
                begun.setLength(0);
            }
            from.request(1);
            return null;
        }

        /** The next message of this type that is sought; those before it are passed over. */
        JsonNode until(String type, Sought sought) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < deadline) {
                String text = messages.poll(1, TimeUnit.SECONDS);
                JsonNode message = text == null ? null : JSON.readTree(text);
                if (message != null && message.path("type").asText().equals(type)
                        && sought.is(message)) {
                    return message;
                }
            }
            throw new AssertionError("not told in time: " + type);
        }
    }
}
