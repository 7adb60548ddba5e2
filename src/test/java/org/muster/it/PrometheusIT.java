package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.house.Dashboard;
import org.muster.tls.Papers;

/** The shipped Prometheus configuration, rules and dashboards with a real Prometheus that scrapes a demo. */
final class PrometheusIT {
    private static final Path SHIPPED = MusterJar.HOME.resolve("config/prometheus");
    private static final Pattern LINK = Pattern
            .compile(".*(http://127\\.0\\.0\\.1:[0-9]+/)#token=(\\S+)");
    /** The last comparison of a rule: what is measured, and against what. */
    private static final Pattern COMPARISON = Pattern.compile("(.+) (?:==|<|>) (.+)",
            Pattern.DOTALL);
    /** Rules that have nothing to look at when there is no certificate: a demo has none. */
    private static final List<String> UNDER_TLS = List.of("MusterCertificateExpires",
            "MusterCertificateRefused");

    @TempDir
    private Path scratch;

    @Test
    void configuration_and_rules_are_sound_and_each_rule_fires_when_it_should_and_only_then()
            throws Exception {
        assertThat(Prometheus.promtool(null, "check", "config",
                SHIPPED.resolve("prometheus.yml").toString())).contains("SUCCESS");
        assertThat(Prometheus.promtool(null, "check", "rules",
                SHIPPED.resolve("rules.yml").toString())).contains("SUCCESS");
        assertThat(Prometheus.promtool(null, "test", "rules",
                MusterJar.HOME.resolve("src/test/prometheus/rules-test.yml").toString()))
                .contains("SUCCESS");
        var tests = Files.readString(MusterJar.HOME.resolve("src/test/prometheus/rules-test.yml"));
        assertThat(Files.readString(SHIPPED.resolve("rules.yml"))
                .lines()
                .filter(line -> line.contains("- alert: "))
                .map(line -> line.substring(line.indexOf(':') + 2))).isNotEmpty()
                .allSatisfy(alert -> assertThat(tests).contains("alertname=\"" + alert + "\""));
    }

    @Test
    void a_demo_is_scraped_and_every_panel_and_every_rule_finds_what_it_asks_for()
            throws Exception {
        var demo = MusterJar.start(
                MusterJar.command(scratch, List.of("demo", "--port", "0", "--speed", "900")));
        var output = new Output(demo);
        try {
            Eventually.until("the demo invites", () -> !demo.isAlive() || !link(output).isEmpty(),
                    output::toString);
            var service = URI.create(link(output).getFirst());
            var from = Instant.now();
            try (var prometheus = Prometheus.start(configured(service), scratch.resolve("storage"));
                    var screen = new StreamWatcher(() -> service, link(output).getLast())) {
                Eventually.until("the scenario is over",
                        () -> !demo.isAlive() || output.err()
                                .stream()
                                .anyMatch(line -> line.contains("The scenario is over")),
                        output::toString);
                assertThat(screen.problems()).isEmpty();
                collectGarbage(demo.pid());
                scrapedAgain(prometheus);
                checkTarget(prometheus);
                checkNumbers(prometheus, service);
                checkPanels(prometheus, from);
                checkRules(prometheus, UNDER_TLS);
                demo.destroy();
                MusterJar.codeOf(demo, output);
                Eventually.until("the service is told to be down",
                        () -> firing(prometheus).contains("MusterDown"),
                        prometheus.output()::toString);
            }
        } finally {
            demo.destroyForcibly();
        }
    }

    @Test
    void under_tls_it_scrapes_with_the_token_of_an_auditor_and_not_without() throws Exception {
        var papers = Papers.make(scratch, "muster");
        var token = Files.writeString(scratch.resolve("muster.token"), "muster_nobody");
        try (var service = ServiceProcess.start(scratch.resolve("data"),
                Map.of("MUSTER_SERVER_TLS_CERTIFICATE", papers.certificate().toString(),
                        "MUSTER_SERVER_TLS_KEY", papers.key().toString()));
                var prometheus = Prometheus.start(configured(secured(),
                        Map.of("muster.example.org:8443", service.url().getAuthority(),
                                "/etc/prometheus/muster-ca.pem", papers.certificate().toString(),
                                "/etc/prometheus/muster.token", token.toString())),
                        scratch.resolve("storage"))) {
            Eventually.until("it is refused", () -> target(prometheus).contains("401"),
                    () -> target(prometheus));
            Files.writeString(token, service.token("auditor", "prometheus") + "\n");
            Eventually.until("it is let in", () -> target(prometheus).contains("\"up\""),
                    () -> target(prometheus));
            var left = "muster_tls_certificate_expiry_timestamp_seconds - time()";
            Eventually.until("it knows of the certificate", () -> !now(prometheus, left).isEmpty(),
                    prometheus.output()::toString);
            assertThat(prometheus.value(left)).isBetween(89 * 86_400.0, 91 * 86_400.0);
            assertThat(prometheus.value("muster_tls_certificate_refused")).isZero();
        }
    }

    /** The shipped file with the job for a service beyond loopback in place of the other. */
    private static String secured() throws IOException {
        var shipped = Files.readString(SHIPPED.resolve("prometheus.yml"));
        var plain = shipped.indexOf("  - job_name: muster\n");
        var begin = shipped.indexOf("  # - job_name: muster\n");
        var end = shipped.indexOf("\n\n", begin);
        assertThat(List.of(plain, begin, end)).isSorted().allMatch(at -> at > 0);
        return shipped.substring(0, plain)
                + shipped.substring(begin, end).replaceAll("(?m)^  # ", "  ");
    }

    private static String target(Prometheus prometheus) {
        try {
            return prometheus.get("/api/v1/targets").path("activeTargets").toString();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The shipped file for another service. */
    private Path configured(URI service) throws IOException {
        return configured(Files.readString(SHIPPED.resolve("prometheus.yml")),
                Map.of("127.0.0.1:8080", service.getAuthority()));
    }

    /** With other words in it, and in more of a hurry. */
    private Path configured(String shipped, Map<String, String> words) throws IOException {
        var folder = Files.createDirectories(scratch.resolve("prometheus"));
        Files.copy(SHIPPED.resolve("rules.yml"), folder.resolve("rules.yml"));
        var changed = shipped;
        for (var word : words.entrySet()) {
            assertThat(changed).contains(word.getKey());
            changed = changed.replace(word.getKey(), word.getValue());
        }
        changed = changed.replace("scrape_interval: 5s", "scrape_interval: 1s")
                .replace("evaluation_interval: 5s", "evaluation_interval: 1s")
                .replace("scrape_timeout: 4s", "scrape_timeout: 1s");
        assertThat(changed).doesNotContain(": 5s", ": 4s");
        return Files.writeString(folder.resolve("prometheus.yml"), changed);
    }

    /** Pauses have a metric from the first of them on. */
    private static void collectGarbage(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var done = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run").redirectErrorStream(true)
                .start();
        var said = new String(done.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(done.waitFor()).as(said).isZero();
    }

    /** Until what was counted last is there, in two samples. */
    private static void scrapedAgain(Prometheus prometheus) {
        var wanted = "count_over_time(jvm_gc_pause_seconds_count[1m]) >= 3";
        Eventually.until("it is scraped again", () -> !now(prometheus, wanted).isEmpty(),
                prometheus.output()::toString);
    }

    private static void checkTarget(Prometheus prometheus) throws Exception {
        var targets = prometheus.get("/api/v1/targets").path("activeTargets");
        assertThat(targets).hasSize(1);
        assertThat(targets.get(0).path("health").asText()).as("%s", targets).isEqualTo("up");
        // Only OpenMetrics names the family of a counter without its suffix.
        var metadata = prometheus.get("/api/v1/targets/metadata?metric=muster_reports");
        assertThat(metadata).hasSize(1);
        assertThat(metadata.get(0).path("type").asText()).isEqualTo("counter");
        assertThat(metadata.get(0).path("help").asText()).contains("Reports");
        assertThat(prometheus.value("scrape_samples_scraped")).isBetween(200.0, 2_000.0);
    }

    /** What Prometheus has is what the service says, and the text format is without reproach too. */
    private static void checkNumbers(Prometheus prometheus, URI service) throws Exception {
        var recorded = prometheus.value("muster_reports_total{outcome=\"recorded\"}");
        assertThat(recorded).isGreaterThan(30);
        assertThat(prometheus.value("muster_report_commit_seconds_count")).isEqualTo(recorded);
        assertThat(prometheus.value("muster_report_to_push_seconds_count")).isPositive()
                .isLessThanOrEqualTo(recorded);
        assertThat(prometheus.value("muster_journal_batch_entries_sum"))
                .isEqualTo(prometheus.value("muster_journal_entries_total"));
        var text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.resolve("metrics"))
                        .header("Accept", "text/plain")
                        .build(), BodyHandlers.ofString())
                .body();
        var ours = text.lines()
                .filter(line -> line.startsWith("muster_") || line.startsWith("# HELP muster_")
                        || line.startsWith("# TYPE muster_"))
                .toList();
        assertThat(Prometheus.promtool(String.join("\n", ours) + "\n", "check", "metrics"))
                .isBlank();
    }

    private static void checkPanels(Prometheus prometheus, Instant from) throws Exception {
        var empty = new TreeMap<String, String>();
        var asked = 0;
        for (var dashboard : Dashboard.all(MusterJar.HOME)) {
            for (var variable : dashboard.variables()) {
                var query = variable.path("query").path("query").asText();
                if (!query.isEmpty() && values(prometheus, query).isEmpty()) {
                    empty.put(dashboard + ", variable", query);
                }
            }
            for (var panel : dashboard.panels()) {
                for (var query : panel.queries()) {
                    asked++;
                    if (prometheus.during(filled(query), from, Instant.now()).isEmpty()) {
                        empty.put(panel.title(), query);
                    }
                }
            }
        }
        System.out.printf("queries of panels with data: %d of %d%n", asked - empty.size(), asked);
        assertThat(asked).isGreaterThan(60);
        assertThat(empty).isEmpty();
    }

    /** A rule that finds nothing to compare would be silent for ever. */
    private static void checkRules(Prometheus prometheus, List<String> blind) throws Exception {
        var rules = prometheus.get("/api/v1/rules").path("groups").findValues("rules").getFirst();
        assertThat(rules).hasSizeGreaterThan(10);
        for (var rule : rules) {
            assertThat(rule.path("health").asText()).as("%s", rule).isEqualTo("ok");
            assertThat(rule.path("labels").path("severity").asText()).as("%s", rule)
                    .isIn("critical", "warning");
            var sides = COMPARISON.matcher(rule.path("query").asText());
            assertThat(sides.matches()).as("%s", rule).isTrue();
            var measured = prometheus.get("/api/v1/query?query=" + Prometheus.coded(sides.group(1)))
                    .path("result");
            assertThat(measured.isEmpty()).as("%s", rule)
                    .isEqualTo(blind.contains(rule.path("name").asText()));
            assertThat(prometheus.get("/api/v1/query?query=" + Prometheus.coded(sides.group(2)))
                    .path("result")).as("%s", rule).isNotEmpty();
        }
        // The story raises more alerts than a desk could read in ten minutes; all else is well.
        assertThat(firing(prometheus)).isSubsetOf("MusterAlertFlood", "MusterDeskFlood",
                "MusterDiskLow");
    }

    private static List<String> firing(Prometheus prometheus) {
        return now(prometheus, "ALERTS{alertstate=\"firing\"}").stream()
                .map(labels -> labels.getOrDefault("alertname", ""))
                .toList();
    }

    private static List<Map<String, String>> now(Prometheus prometheus, String expression) {
        try {
            return prometheus.now(expression);
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    /** As Grafana does it for label_values(metric, label). */
    private static List<String> values(Prometheus prometheus, String query) throws Exception {
        var inside = query.substring(query.indexOf('(') + 1, query.lastIndexOf(')'));
        var comma = inside.lastIndexOf(',');
        var values = new ArrayList<String>();
        prometheus
                .get("/api/v1/label/" + inside.substring(comma + 1).strip()
                        + "/values?match[]=".replace("[]", "%5B%5D")
                        + Prometheus.coded(filled(inside.substring(0, comma))))
                .forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String filled(String query) {
        return query.replace("$__rate_interval", "1m")
                .replace("$whole", "south-yorkshire")
                .replace("$area", ".*")
                .replace("$job", "muster")
                .replace("$instance", ".*");
    }

    /** Where the demo listens and the onlooker's token; empty before it says so. */
    private static List<String> link(Output output) {
        return output.out()
                .stream()
                .map(LINK::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> List.of(found.group(1), found.group(2)))
                .orElse(List.of());
    }
}
