package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.config.ShippedConfig;

/** {@code muster rehearse} beside a running service, and the shipped rules over four real months. */
final class RehearseIT {
    private static final Path CCC = Path
            .of(System.getProperty("muster.shared", MusterJar.HOME.resolve("../shared").toString()),
                    "data", "ccc")
            .normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MANY = 10;
    /**
     * The eves of days on which many protests were against each other, everywhere and at the same hour: the sheets know
     * the day alone, and what was written down afterwards counts as known a day ahead.
     */
    private static final Set<LocalDate> EVES = Set.of(LocalDate.parse("2017-06-02"),
            LocalDate.parse("2017-06-09"), LocalDate.parse("2017-08-25"));
    private static final String RULES = """
            rules:
              - id: officer-emergency
                title: Officer in danger
                severity: %s
                scope: incident
                when: incident.crowd.high > 10
                message: "{incident.crowd.high} people"
            """;

    @TempDir
    private Path folder;

    @Test
    void it_reads_beside_the_service_and_ends_with_1_when_a_critical_alert_would_be_missed()
            throws Exception {
        Path config = ShippedConfig.copiedTo(folder.resolve("config"));
        Path old = config.resolve("rules.yaml");
        Files.writeString(old, RULES.formatted("critical"));
        Path milder = Files.writeString(folder.resolve("milder.yaml"), RULES.formatted("high"));
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), RULES.formatted("loud"));
        try (var service = ServiceProcess.start(folder.resolve("data"), "--config",
                config.toString())) {
            var desk = new Api(service::url, service.token("controller", "desk-2"));
            var report = Api.JSON.createObjectNode()
                    .put("observedAt", Instant.now().toString())
                    .put("category", "disturbance");
            report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
            report.putObject("crowd").put("low", 50).put("high", 50).put("method", "count");
            assertThat(desk.report(report).status()).isEqualTo(201);

            var same = run(old, "--config", config.toString());
            assertThat(same.code()).as("%s", same.output()).isZero();
            assertThat(same.output().out())
                    .anyMatch(line -> line.startsWith(
                            "The old rules, run again, raised 1 of the record's 1 alerts"))
                    .contains("No critical alert of the past would be missed.");
            var missed = run(milder, "--config", config.toString());
            assertThat(missed.code()).as("%s", missed.output()).isEqualTo(1);
            assertThat(missed.output().out())
                    .contains("Critical alerts of the past that would be missed: 1.");
            var faulty = run(wrong, "--config", config.toString());
            assertThat(faulty.code()).as("%s", faulty.output()).isEqualTo(2);
            assertThat(faulty.output().toString()).contains("severity", "line 4",
                    "Nothing was rehearsed.");
            assertThat(service.isAlive()).isTrue();
        }
    }

    @Test
    void the_shipped_rules_flood_nobody_over_four_real_months_but_where_the_data_do()
            throws Exception {
        if (!Files.isDirectory(CCC)) {
            System.err.println("RehearseIT's real months are skipped: there is no folder " + CCC
                    + "; -Dmuster.shared=DIR names the folder that holds data/ccc.");
        }
        assumeTrue(Files.isDirectory(CCC), "no folder " + CCC);
        try (var service = ServiceProcess.start(folder.resolve("data"))) {
            var words = new ArrayList<>(List.of("import", "ccc"));
            IntStream.of(4, 6, 8, 9)
                    .mapToObj(month -> CCC
                            .resolve(String.format(Locale.ROOT, "ccc-2017-%02d.csv", month)))
                    .forEach(sheet -> words.add(sheet.toString()));
            words.addAll(List.of("--places", CCC.resolve("location_lookup_2017.csv").toString(),
                    "--url", service.url().toString(), "--token",
                    service.token("controller", "import", "--rate", "2000"), "--report",
                    folder.resolve("report.csv").toString()));
            var imported = MusterJar.runWithin(PATIENCE, folder.resolve("scratch"),
                    words.toArray(String[]::new));
            assertThat(imported.code()).as("%s", imported.output()).isZero();
        }
        var ran = run(MusterJar.HOME.resolve("config/rules.yaml"), "--clock", "observed", "--json");
        assertThat(ran.code()).as("%s", ran.output().err()).isZero();
        JsonNode found = Api.parsed(String.join("", ran.output().out()));
        assertThat(found.path("inputs").asInt()).isGreaterThanOrEqualTo(5_359);
        assertThat(found.path("refused").asInt()).isZero();
        found.path("rules")
                .forEach(row -> assertThat(
                        row.path("only-old").asInt() + row.path("only-new").asInt()).as("%s", row)
                        .isZero());
        JsonNode load = found.path("desks").path(0).path("new");
        System.err.println("RehearseIT: " + found.path("rules") + " " + load);
        assertThat(load.path("shareAbove").asDouble()).isLessThan(0.001);
        assertThat(crowdedDays(found)).isSubsetOf(EVES);
    }

    /** Days on which a desk for everything was called more than ten times in ten minutes. */
    private static Set<LocalDate> crowdedDays(JsonNode found) {
        List<Instant> calls = found.path("alerts")
                .valueStream()
                .map(pair -> Instant.parse(pair.path("new").path("raisedAt").asText()))
                .sorted()
                .toList();
        Set<LocalDate> days = new TreeSet<>();
        for (int i = MANY; i < calls.size(); i++) {
            if (Duration.between(calls.get(i - MANY), calls.get(i)).toMinutes() < MANY) {
                days.add(LocalDate.ofInstant(calls.get(i), ZoneOffset.UTC));
            }
        }
        return days;
    }

    private MusterJar.Ended run(Path rules, String... more) throws Exception {
        var words = new ArrayList<>(
                List.of("rehearse", rules.toString(), "--data", folder.resolve("data").toString()));
        words.addAll(List.of(more));
        if (!words.contains("--config")) {
            words.addAll(List.of("--config", MusterJar.HOME.resolve("config").toString()));
        }
        return MusterJar.runWithin(PATIENCE, folder.resolve("scratch"),
                words.toArray(String[]::new));
    }
}
