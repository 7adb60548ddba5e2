package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.metrics.MetricTable;
import org.muster.metrics.Scraped;
import org.muster.model.Role;

/** The served {@code /metrics} against the table that was promised, and its numbers against what was done. */
final class MetricsTest {
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String PLAIN = "text/plain";
    private static final String BEGIN = "<!-- metrics:begin -->\n";
    private static final String END = "<!-- metrics:end -->";
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 250_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant observedAt = Instant.now();
    private final Service service;

    MetricsTest(@TempDir Path folder) {
        Config config = switch (Config.load(Path.of("config"), Map.of("MUSTER_SERVER_PORT", "0"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        service = new Service(DataFolder.open(folder.resolve("data")), config, Clocks.system(),
                () -> {});
    }

    @AfterEach
    void end() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, OPEN_METRICS})
    void what_is_served_is_what_was_promised(String type) throws Exception {
        atDesk();
        Scraped scraped = scrape(type);
        for (MetricTable.Promise promise : MetricTable.PROMISED) {
            assertThat(scraped.families().get(promise.family())).as(promise.name())
                    .isNotNull()
                    .satisfies(family -> assertThat(family.kind()).isEqualTo(promise.kind()),
                            family -> assertThat(family.help()).hasSizeGreaterThan(10));
            assertThat(scraped.labels(promise.sample())).as(promise.name())
                    .isEqualTo(promise.labels());
        }
        Set<String> promised = MetricTable.PROMISED.stream()
                .map(MetricTable.Promise::family)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ours(scraped)).extracting(Scraped.Family::name)
                .containsExactlyElementsOf(promised);
        assertThat(scraped.value("muster_recorder_state")).isOne();
        assertThat(scraped.labels("muster_build_info").keySet()).containsExactly("java", "version");
        assertThat(scraped.samples()).extracting(Scraped.Sample::name)
                .contains("jvm_memory_used_bytes", "jvm_threads_live_threads",
                        "process_files_open_files", "process_cpu_usage",
                        "process_start_time_seconds");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                                                                    | text/plain; version=0.0.4
            */*                                                                                     | text/plain; version=0.0.4
            text/html, */*;q=0.1                                                                    | text/plain; version=0.0.4
            application/openmetrics-text;q=0                                                        | text/plain; version=0.0.4
            application/openmetrics-text;q=0.3,text/plain;q=0.5                                     | text/plain; version=0.0.4
            application/openmetrics-text                                                            | application/openmetrics-text; version=1.0.0
            application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | application/openmetrics-text; version=1.0.0
            """)
    void the_format_is_the_one_that_is_asked_for(String accept, String type) throws Exception {
        HttpResponse<String> answer = get(accept);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type + "; charset=utf-8");
        assertThat(answer.body().endsWith("# EOF\n")).isEqualTo(type.contains("openmetrics"));
    }

    @Test
    void the_table_for_operators_is_what_is_served() throws Exception {
        String text = Files.readString(Path.of("docs/operations.md"));
        assertThat(text).contains(BEGIN, END);
        atDesk();
        String right = table(scrape(OPEN_METRICS));
        String found = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
        if (!found.equals(right)) {
            System.out.println("docs/operations.md must hold:\n" + right);
        }
        assertThat(found).isEqualTo(right);
    }

    @Test
    void every_number_tells_what_was_done() throws Exception {
        String unit = token("RT21", Role.FIELD);
        String desk = token("desk-1", Role.CONTROLLER);
        WebSocket screen = http.newWebSocketBuilder()
                .subprotocols("muster.v1")
                .header("Authorization", "Bearer " + desk)
                .buildAsync(URI.create("ws://127.0.0.1:" + service.port() + "/api/v1/stream"),
                        new WebSocket.Listener() {})
                .join();
        screen.sendText("{\"type\":\"subscribe\"}", true).join();
        until(scraped -> scraped.value("muster_stream_clients") == 1);

        String crowd = report("00000000-0000-7000-8000-000000000001", 60);
        assertThat(post(unit, crowd)).isEqualTo(201);
        assertThat(post(unit, crowd)).isEqualTo(200);
        assertThat(post(unit, report("00000000-0000-7000-8000-000000000001", 61))).isEqualTo(409);
        assertThat(post(unit, crowd.replace("crowd", "crowed"))).isEqualTo(422);
        assertThat(post(unit, "{\"observedAt\":\"" + Instant.now() + "\",\"emergency\":true}"))
                .isEqualTo(201);

        Scraped after = until(scraped -> scraped.value("muster_report_to_push_seconds_count") == 2
                && scraped.families().containsKey("muster_desk_flood"));
        assertThat(after.value("muster_reports_total", "outcome", "recorded")).isEqualTo(2);
        assertThat(after.value("muster_reports_total", "outcome", "replayed")).isOne();
        assertThat(after.value("muster_reports_total", "outcome", "refused")).isOne();
        assertThat(after.value("muster_reports_total", "outcome", "invalid")).isOne();
        assertThat(after.value("muster_report_commit_seconds_count")).isEqualTo(2);
        assertThat(after.value("muster_report_commit_seconds_sum")).isPositive()
                .isLessThan(after.value("muster_report_to_push_seconds_sum"));
        assertThat(after.value("muster_journal_batch_entries_sum"))
                .isEqualTo(after.value("muster_journal_entries_total"));
        assertThat(after.value("muster_journal_bytes")).isPositive();
        assertThat(after.value("muster_stream_slow_closed_total")).isZero();
        checkAreas(after);
        checkAlerts(after);
        screen.abort();
        until(scraped -> scraped.value("muster_stream_clients") == 0);
    }

    /** Somebody works alerts, and the service has heard of that. */
    private void atDesk() throws Exception {
        var _ = token("desk-1", Role.CONTROLLER);
        until(scraped -> scraped.families().containsKey("muster_desk_flood"));
    }

    private static void checkAreas(Scraped after) {
        for (String area : List.of("thurcroft", "rotherham", "south-yorkshire")) {
            assertThat(after.value("muster_area_crowd", "area", area, "bound", "low"))
                    .isEqualTo(40);
            assertThat(after.value("muster_area_crowd", "area", area, "bound", "best"))
                    .isEqualTo(49);
            assertThat(after.value("muster_area_crowd", "area", area, "bound", "high"))
                    .isEqualTo(60);
            assertThat(after.value("muster_area_officers", "area", area, "state", "at_scene"))
                    .isEqualTo(25);
            assertThat(after.value("muster_area_open_incidents", "area", area)).isOne();
            assertThat(after.value("muster_area_arrests", "area", area)).isEqualTo(4);
            assertThat(after.value("muster_area_people_per_officer", "area", area)).isEqualTo(1.96);
        }
        assertThat(after.value("muster_area_crowd", "area", "barnsley", "bound", "high")).isZero();
        assertThat(after.value("muster_area_people_per_officer", "area", "barnsley")).isNaN();
    }

    private void checkAlerts(Scraped after) throws Exception {
        assertThat(after.value("muster_alerts_raised_total", "rule", "officer-emergency",
                "severity", "critical")).isOne();
        assertThat(after.value("muster_alerts_active", "severity", "critical", "state",
                "unacknowledged")).isOne();
        assertThat(after.value("muster_alerts_per_10m")).isOne();
        assertThat(after.value("muster_alert_engine_last_look_timestamp_seconds"))
                .isCloseTo(Instant.now().toEpochMilli() / 1_000.0, within(60.0));
        until(scraped -> scraped.value("muster_alert_engine_tested_timestamp_seconds") > 0);
        assertThat(after.value("muster_desk_alerts_per_10m", "desk", "desk-1")).isOne();
        assertThat(after.value("muster_desk_flood", "desk", "desk-1")).isZero();
        assertThat(after.value("muster_alerts_shelved")).isZero();
        assertThat(after.value("muster_disk_free_bytes")).isPositive();
        assertThat(after.value("muster_disk_warn_bytes"))
                .isGreaterThan(after.value("muster_disk_refuse_bytes"));
    }

    /** A row for each metric of ours; what only says the greatest of late is told below the table. */
    private static String table(Scraped scraped) {
        String rows = ours(scraped).stream()
                .map(family -> "| `%s` | %s | %s | %s |\n".formatted(
                        family.name() + (family.kind().equals("counter") ? "_total" : ""),
                        family.kind(), labels(scraped, family), family.help()))
                .collect(Collectors.joining());
        return "| metric | kind | labels | what it says |\n| --- | --- | --- | --- |\n" + rows;
    }

    private static String labels(Scraped scraped, Scraped.Family family) {
        return MetricTable.PROMISED.stream()
                .filter(promise -> promise.family().equals(family.name()))
                .flatMap(promise -> scraped.labels(promise.sample()).entrySet().stream())
                .map(label -> label.getValue().size() > 4 ? "`" + label.getKey() + "`"
                        : "`" + label.getKey() + "` (" + String.join(", ", label.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<Scraped.Family> ours(Scraped scraped) {
        return scraped.families()
                .values()
                .stream()
                .filter(family -> family.name().startsWith("muster_"))
                .filter(family -> !family.name().endsWith("_max"))
                .filter(family -> !family.name().startsWith("muster_build"))
                .toList();
    }

    private Scraped until(Predicate<Scraped> holds) throws Exception {
        long began = System.nanoTime();
        Scraped scraped = scrape(PLAIN);
        while (!holds.test(scraped)) {
            assertThat(System.nanoTime() - began).as("%s", scraped.samples())
                    .isLessThan(PATIENCE_NANOS);
            LockSupport.parkNanos(PAUSE_NANOS);
            scraped = scrape(PLAIN);
        }
        return scraped;
    }

    private Scraped scrape(String type) throws Exception {
        HttpResponse<String> answer = get(type);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        return Scraped.of(answer.body());
    }

    private HttpResponse<String> get(@Nullable String accept) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/metrics"));
        if (accept != null) {
            request.header("Accept", accept);
        }
        HttpResponse<String> answer = http.send(request.build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private int post(String token, String body) throws Exception {
        return http.send(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/v1/reports"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private String report(String id, int high) {
        return "{\"id\":\"" + id + "\",\"category\":\"disturbance\",\"observedAt\":\"" + observedAt
                + "\",\"location\":{\"lat\":53.3966,\"lon\":-1.2537},"
                + "\"crowd\":{\"low\":40,\"high\":" + high + ",\"method\":\"estimate\"},"
                + "\"arrests\":[{\"offence\":\"breach-of-the-peace\",\"count\":4}],"
                + "\"officers\":[{\"unit\":\"RT21\",\"count\":25,\"state\":\"at-scene\"}]}";
    }

    private String token(String name, Role role) {
        return switch (service.access()
                .create(new NewCredential(name, role, List.of(), null, null), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }
}
