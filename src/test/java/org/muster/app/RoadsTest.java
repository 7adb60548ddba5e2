package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Cursor;
import org.muster.model.Role;

/**
 * A mark in every free word of sensitive reports, of what was said of the same incident before and after, and of their
 * corrections: it comes back on no road, for no role, but the one on which supervisors and auditors read a report in full.
 */
final class RoadsTest {
    private static final String MARK = "zqxmark";
    private static final String EXACT_LAT = "53.39663";
    private static final String METHANE = ",\"methane\":{\"major\":\"standby\",\"exactLocation\":\""
            + MARK + "\",\"type\":\"" + MARK + "\",\"hazards\":[\"" + MARK + "\"],\"access\":\""
            + MARK + "\"}";
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Service service;

    RoadsTest(@TempDir Path folder) {
        Config config = switch (Config.load(Path.of("config"),
                Map.of("MUSTER_SERVER_PORT", "0", "MUSTER_LIMITS_RATES_ADDRESS_BURST", "10000"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
        service = new Service(DataFolder.open(folder.resolve("data")), config, Clocks.system(),
                () -> {});
        for (Role role : Role.values()) {
            tokens.put(role, switch (service.access()
                    .create(new NewCredential(role.slug(), role, List.of(), null, null), "test")) {
                case Creation.Created created -> created.token();
                case Creation.NameTaken taken -> throw new AssertionError(taken);
            });
        }
    }

    @AfterEach
    void end() {
        service.close();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    void what_is_said_in_confidence_comes_back_on_one_road_alone() throws Exception {
        String beginning = field(get("/api/v1/picture", Role.AUDITOR), "cursor");
        String opened = report(Role.FIELD,
                "\"category\":\"assault\"," + words() + METHANE.replace("standby", "declared"));
        String alert = field(get("/api/v1/alerts", Role.AUDITOR), "id");
        assertThat(get("/api/v1/alerts/" + alert, Role.AUDITOR))
                .as("the alert had the title while that was no secret")
                .contains(MARK);
        String about = "\"incident\":\"" + field(opened, "incident") + "\",";
        String told = report(Role.FIELD, about + "\"sensitive\":true," + words() + METHANE);
        String plain = report(Role.FIELD, words());
        Map<Role, Told> live = new EnumMap<>(Role.class);
        for (Role role : readers()) {
            live.put(role, watch(role, ""));
        }
        report(Role.CONTROLLER, about + words());
        String corrected = report(Role.CONTROLLER,
                about + "\"corrects\":\"" + field(told, "id") + "\"," + words());
        report(Role.FIELD, "\"sensitive\":true,\"allQuiet\":true," + words());
        report(Role.FIELD,
                "\"corrects\":\"" + field(plain, "id") + "\",\"sensitive\":true," + words());
        String last = report(Role.FIELD,
                "\"category\":\"static-assembly\",\"sensitive\":true," + words());

        String cursor = field(last, "cursor");
        for (Role role : readers()) {
            clean(role + " live", Objects.requireNonNull(live.get(role)).until(cursor));
            clean(role + " resumed", watch(role, ",\"after\":\"" + beginning + "\"").until(cursor));
            clean(role + " anew", watch(role, "").until(cursor));
        }
        for (Role role : Role.values()) {
            for (String row : RightsTest.rows().toList()) {
                String[] request = row.replace("INCIDENT", field(opened, "incident"))
                        .replace("/protests/1", "/protests/" + field(last, "protest"))
                        .replace("/alerts/1", "/alerts/" + alert)
                        .split(" ", 2);
                if (request[0].equals("GET") && !request[1].endsWith("/stream")) {
                    clean(role + " " + row, get(request[1], role));
                }
            }
            for (String list : List.of("/api/v1/incidents", "/api/v1/protests")) {
                assertThat(get(list + "?q=" + MARK, role)).as("%s finds nothing by it", role)
                        .doesNotContain("\"id\"");
                for (String form : List.of("text/csv", "application/geo+json")) {
                    clean(role + " " + form, send("GET", list, role, form, "").body());
                }
            }
        }
        inFullByItsIdAlone(List.of(opened, told, plain, corrected, last));
        clean("log",
                log.list.stream()
                        .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                        .toList()
                        .toString());
    }

    private void inFullByItsIdAlone(List<String> receipts) throws Exception {
        int readings = 0;
        for (String receipt : receipts) {
            String path = "/api/v1/reports/" + field(receipt, "id");
            for (Role role : List.of(Role.VIEWER, Role.FIELD, Role.CONTROLLER, Role.ADMIN)) {
                clean(role + " " + path, get(path, role));
            }
            for (Role role : List.of(Role.SUPERVISOR, Role.AUDITOR)) {
                assertThat(get(path, role)).contains(MARK).contains(EXACT_LAT);
                readings++;
                String record = get("/api/v1/journal?limit=1000", Role.AUDITOR);
                clean("the record", record);
                assertThat(record.split("\"type\":\"report-read\"", -1)).hasSize(readings + 1);
            }
        }
    }

    private static void clean(String where, String text) {
        assertThat(text.contains(MARK) || text.contains(EXACT_LAT)).as(() -> where + ": " + text)
                .isFalse();
    }

    private static List<Role> readers() {
        return List.of(Role.VIEWER, Role.FIELD, Role.CONTROLLER, Role.SUPERVISOR, Role.AUDITOR);
    }

    private static String words() {
        return "\"title\":\"" + MARK + "\",\"text\":\"" + MARK + "\",\"reason\":\"" + MARK
                + "\",\"location\":{\"lat\":" + EXACT_LAT
                + ",\"lon\":-1.2537,\"accuracy\":5,\"place\":\"" + MARK + "\"}";
    }

    private String report(Role role, String fields) throws Exception {
        var answer = send("POST", "/api/v1/reports", role, "*/*",
                "{\"observedAt\":\"" + Instant.now() + "\"," + fields + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        clean("receipt", answer.body());
        return answer.body();
    }

    private String get(String path, Role role) throws Exception {
        return send("GET", path, role, "*/*", "").body();
    }

    private HttpResponse<String> send(String method, String path, Role role, String accept,
            String body) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Authorization", "Bearer " + tokens.get(role))
                .header("Accept", accept)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String field(String json, String name) {
        String found = json.replaceAll("(?s).*?\"" + name + "\":\"([^\"]+)\".*", "$1");
        assertThat(found).as("%s of %s", name, json).isNotEqualTo(json);
        return found;
    }

    private Told watch(Role role, String after) {
        Told told = new Told();
        http.newWebSocketBuilder()
                .subprotocols("muster.v1")
                .header("Authorization", "Bearer " + tokens.get(role))
                .buildAsync(URI.create("ws://127.0.0.1:" + service.port() + "/api/v1/stream"), told)
                .join()
                .sendText("{\"type\":\"subscribe\"" + after + "}", true)
                .join();
        return told;
    }

    /** All that one stream says. */
    private static final class Told implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public synchronized @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data,
                boolean last) {
            text.append(data);
            notifyAll();
            socket.request(1);
            return null;
        }

        /** What was said until it has caught up with the cursor. */
        synchronized String until(String cursor) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (live() < seq(cursor) && System.nanoTime() < deadline) {
                TimeUnit.SECONDS.timedWait(this, 1);
            }
            assertThat(live()).as(text::toString).isGreaterThanOrEqualTo(seq(cursor));
            return text.toString();
        }

        private long live() {
            Matcher live = Pattern.compile("\"type\":\"live\",\"cursor\":\"([^\"]+)\"")
                    .matcher(text);
            long last = -1;
            while (live.find()) {
                last = seq(live.group(1));
            }
            return last;
        }

        private static long seq(String cursor) {
            return Cursor.parse(cursor).orElseThrow().seq();
        }
    }
}
