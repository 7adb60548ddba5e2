package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.muster.app.Partner.Request;
import org.muster.docs.Documents;
import org.muster.model.Role;
import org.muster.push.Close;

/** Every message of a busy stream, held against the document that tells of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AsyncApiTest {
    private static final long PATIENCE_SECONDS = 60;

    private final Documents documents = Documents.load();
    private final Described stream = new Described(documents.asyncapi());
    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void watchABusyHour(@TempDir Path folder) throws Exception {
        try (Service service = Running.start(Running.config(folder.resolve("config")),
                folder.resolve("data"), Map.of())) {
            Partner partner = new Partner(new Described(documents.openapi()), service::port);
            Busy busy = new Busy(partner, service);
            List<Watching> all = new ArrayList<>();
            for (Role role : List.of(Role.VIEWER, Role.FIELD, Role.CONTROLLER, Role.AUDITOR)) {
                all.add(watch(service, busy.token(role), ""));
            }
            Watching desk = all.get(2);
            JsonNode beginning = desk.await(message -> is(message, "live"));
            busy.tell();
            assertThat(partner.faults()).isEmpty();
            client(desk, "{\"type\":\"seen\",\"alerts\":[\"" + busy.alert + "\"]}");
            client(desk, "{\"type\":\"looking\",\"alert\":\"" + busy.alert + "\"}");
            all.getFirst().await(message -> is(message, "lookers"));
            all.add(watch(service, busy.token(Role.SUPERVISOR),
                    ",\"areas\":[\"rotherham\"],\"topics\":[\"alerts\",\"incidents\"]"));
            all.add(watch(service, busy.token(Role.AUDITOR),
                    ",\"after\":\"" + beginning.path("cursor").asText() + "\""));
            desk.await(
                    message -> is(message, "alerts") && message.toString().contains("\"seen\":[{"));
            long head = partner.send(200, busy.as(Role.AUDITOR, "GET /api/v1/journal?limit=1000"))
                    .path("entries")
                    .size();
            for (Watching each : all) {
                each.await(message -> is(message, "live") && seq(message) >= head);
            }
            Request journal = busy.as(Role.AUDITOR, "GET /api/v1/journal?limit=1000");
            partner.send(200, journal)
                    .path("entries")
                    .forEach(entry -> types.add(entry.path("type").asText()));
            assertThat(partner.faults()).isEmpty();
            refused(service, busy);
        }
    }

    private void refused(Service service, Busy busy) throws InterruptedException {
        Watching bad = watch(service, busy.token(Role.VIEWER), ",\"after\":\"no.1\"");
        bad.await(message -> is(message, "problem"));
        assertThat(bad.closed()).isEqualTo(4410);
        Watching wrong = watch(service, busy.token(Role.VIEWER), ",\"areas\":[\"nowhere\"]");
        wrong.await(message -> is(message, "problem"));
        assertThat(wrong.closed()).isEqualTo(4400);
    }

    private static boolean is(JsonNode message, String type) {
        return message.path("type").asText().equals(type);
    }

    private static long seq(JsonNode message) {
        String cursor = message.path("cursor").asText();
        return Long.parseLong(cursor.substring(cursor.indexOf('.') + 1), Character.MAX_RADIX);
    }

    private Watching watch(Service service, String token, String more) {
        Watching watching = new Watching();
        watching.socket = http.newWebSocketBuilder()
                .subprotocols("muster.v1")
                .header("Authorization", "Bearer " + token)
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + service.port()
                                + stream.document.at("/channels/stream/address").asText()),
                        watching)
                .join();
        client(watching, "{\"type\":\"subscribe\"" + more + "}");
        return watching;
    }

    private void client(Watching watching, String message) {
        check(Described.read(message));
        WebSocket socket = watching.socket;
        if (socket != null) {
            socket.sendText(message, true).join();
        }
    }

    private synchronized void check(JsonNode message) {
        String type = message.path("type").asText();
        JsonNode described = stream.document.at("/components/messages/" + type);
        if (described.isMissingNode()) {
            faults.add("no message is called " + type + ": " + message);
            return;
        }
        seen.add(type);
        stream.faults("/components/messages/" + type + "/payload", message)
                .forEach(fault -> faults.add(type + ": " + fault));
    }

    @Test
    void the_stream_says_nothing_that_is_not_described() {
        assertThat(faults).isEmpty();
    }

    @Test
    void every_message_that_is_described_was_said() {
        Set<String> told = new TreeSet<>();
        stream.document.at("/components/messages").fieldNames().forEachRemaining(told::add);
        assertThat(seen).isEqualTo(told);
        assertThat(types).contains("alert-seen");
    }

    @Test
    void every_example_keeps_to_its_schema_and_every_reference_leads_somewhere() {
        Map<String, List<String>> wrong = new TreeMap<>();
        stream.examples().forEach((example, schema) -> {
            List<String> found = stream.faults(schema, stream.document.at(example));
            if (!found.isEmpty()) {
                wrong.put(example, found);
            }
        });
        assertThat(wrong).isEmpty();
        for (JsonNode reference : stream.document.findValues("$ref")) {
            assertThat(reference.asText()).startsWith("#/");
            assertThat(stream.document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void every_close_code_of_ours_is_told() {
        Set<Integer> told = new TreeSet<>();
        stream.document.path("x-close-codes").forEach(each -> told.add(each.path("code").asInt()));
        for (Close close : Close.values()) {
            assertThat(told).contains(close.code());
        }
    }

    @Test
    void what_is_not_described_is_found() {
        assertThat(stream.faults("/components/messages/live/payload",
                Described.read("{\"type\":\"live\",\"cursor\":\"a.1\"}"))).isEmpty();
        assertThat(stream.faults("/components/messages/live/payload",
                Described.read("{\"type\":\"live\",\"cursor\":\"a.1\",\"more\":1}"))).isNotEmpty();
        assertThat(stream.faults("/components/messages/units/payload",
                Described.read("{\"type\":\"units\",\"units\":[]}"))).isNotEmpty();
    }

    /** One stream: each message is checked when it comes. */
    private final class Watching implements WebSocket.Listener {
        private final List<JsonNode> messages = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable WebSocket socket;
        private int closed;

        @Override
        public synchronized @Nullable CompletionStage<?> onText(WebSocket on, CharSequence data,
                boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = Described.read(text.toString());
                text.setLength(0);
                messages.add(message);
                check(message);
            }
            notifyAll();
            on.request(1);
            return null;
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onClose(WebSocket on, int status,
                String reason) {
            closed = status;
            notifyAll();
            return null;
        }

        synchronized JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (messages.stream().noneMatch(wanted) && System.nanoTime() < deadline) {
                TimeUnit.SECONDS.timedWait(this, 1);
            }
            return messages.stream()
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(messages.toString()));
        }

        synchronized int closed() throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (closed == 0 && System.nanoTime() < deadline) {
                TimeUnit.SECONDS.timedWait(this, 1);
            }
            return closed;
        }
    }
}
