package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench as a person runs it, as short as it can be: real processes, every figure, nothing left. */
final class BenchIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> OF_EVERY_PROCESS = List.of("perSecond", "p50Millis",
            "p90Millis", "p99Millis", "p999Millis", "maxMillis", "cpuMicrosEach", "coresBusy",
            "heapMiB", "residentMiB", "writtenBytesEach");
    private static final List<String> OF_THE_RECORD = List.of("commitsPerSecond",
            "entriesPerCommit", "diskFlushesPerSecond", "commitsOfDiskFlushes");

    @TempDir
    private Path folder;
    private Path root = Path.of("");

    @BeforeEach
    void aRootForWhatIsWritten() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
    }

    @Test
    void single_reports_are_measured_and_what_was_accepted_is_stored() throws Exception {
        var json = bench("ingest", "--connections", "4");
        assertThat(figures(json, "Muster")).containsAll(OF_EVERY_PROCESS)
                .containsAll(OF_THE_RECORD);
        assertThat(figures(json, "bare Vert.x")).containsAll(OF_EVERY_PROCESS)
                .doesNotContainAnyElementsOf(OF_THE_RECORD);
        assertThat(json.at("/sides/Muster/figures/refused/median").asInt()).isZero();
        assertStored(json);
    }

    @Test
    void reports_at_a_rate_come_no_faster_than_it() throws Exception {
        var json = bench("ingest", "--connections", "3", "--rate", "60");
        assertThat(json.at("/sides/Muster/figures/perSecond/high").asDouble()).isBetween(1.0, 61.0);
        assertStored(json);
    }

    @Test
    void batches_are_measured_and_what_was_accepted_is_stored() throws Exception {
        var json = bench("batch", "--connections", "2", "--lines", "300");
        assertThat(figures(json, "Muster")).containsAll(OF_EVERY_PROCESS)
                .containsAll(OF_THE_RECORD);
        assertStored(json);
    }

    @Test
    void screens_show_every_report_and_a_stuck_one_is_not_waited_for() throws Exception {
        var json = bench("stream", "--watchers", "70", "--stuck", "1", "--burst", "20");
        assertThat(figures(json, "Muster")).containsAll(OF_EVERY_PROCESS);
        assertStored(json);
        for (var shown : List.of(json.at("/checks/1"), json.at("/checks/2"))) {
            assertThat(shown.path("what").asText()).isEqualTo("shown of reports times screens");
            assertThat(shown.path("found").asLong()).isPositive()
                    .isEqualTo(shown.path("expected").asLong())
                    .matches(count -> count % 69 == 0, "is a multiple of the screens that read");
        }
    }

    @Test
    void an_interrupted_bench_takes_its_processes_and_its_folder_with_it() throws Exception {
        Files.createDirectories(folder.resolve("scratch"));
        var process = MusterJar
                .start(MusterJar.command(folder.resolve("scratch"), List.of("bench", "ingest",
                        "--seconds", "60", "--connections", "2", "--data-root", root.toString())));
        var output = new Output(process);
        Eventually.until("both servers run", () -> process.children().count() >= 2,
                output::toString);
        var children = process.children().toList();
        // Not INT: where that is ignored, as in a shell's background, children begin with it ignored.
        var kill = new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
        assertThat(MusterJar.codeOf(process, output)).as("%s", output).isEqualTo(143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(root).isEmptyDirectory();
        assertThat(output.err()).anyMatch(line -> line.contains("Interrupted"));
    }

    private JsonNode bench(String... words) throws IOException, InterruptedException {
        var json = folder.resolve("figures.json");
        var arguments = new ArrayList<>(List.of("bench"));
        arguments.addAll(Arrays.asList(words));
        arguments.addAll(List.of("--seconds", "1", "--rounds", "2", "--json", json.toString(),
                "--data-root", root.toString()));
        var ended = MusterJar.runWithin(PATIENCE, folder.resolve("scratch"),
                arguments.toArray(String[]::new));
        assertThat(ended.code()).as("%s", ended.output()).isZero();
        assertThat(ended.output().out()).as("%s", ended.output())
                .anyMatch(line -> line.contains("Muster ÷ bare Vert.x"));
        assertThat(root).isEmptyDirectory();
        return Api.parsed(Files.readString(json));
    }

    /** What every round of a side has. */
    private static List<String> figures(JsonNode json, String side) {
        var rounds = json.at("/sides/" + side + "/rounds");
        assertThat(rounds).hasSize(2);
        var names = new ArrayList<String>();
        rounds.path(0).fieldNames().forEachRemaining(name -> {
            if (rounds.path(1).path(name).isNumber()) {
                names.add(name);
            }
        });
        return names;
    }

    private static void assertStored(JsonNode json) {
        var stored = json.at("/checks/0");
        assertThat(stored.path("what").asText()).isEqualTo("stored of accepted reports");
        assertThat(stored.path("found").asLong()).isGreaterThan(400)
                .isEqualTo(stored.path("expected").asLong());
    }
}
