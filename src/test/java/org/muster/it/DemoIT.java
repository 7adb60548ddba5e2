package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.exercise.Scenario;
import org.muster.exercise.ScenarioRead;
import org.muster.exercise.ScenarioReader;

/** The demo as a visitor runs it, only faster. */
final class DemoIT {
    private static final Scenario SCENARIO = shipped();

    @TempDir
    private Path scratch;

    @Test
    void it_invites_plays_every_step_and_leaves_nothing_behind() throws Exception {
        try (var demo = DemoProcess.start(scratch, 20_000)) {
            demo.awaitEnd();
            var output = demo.output();
            assertThat(demo.isAlive()).as("%s", output).isTrue();
            assertThat(output.err()).as("%s", output)
                    .anyMatch(line -> line
                            .contains(SCENARIO.steps().size() + " steps recorded, 0 failed"));
            var link = demo.link();
            var desk = new Api(() -> URI.create(link.group(1) + "/"), link.group(2));
            checkPicture(desk);
            checkAlerts(desk);
            assertThat(demoFolders()).hasSize(1);
            assertThat(demo.stop()).as("%s", output).isZero();
            assertThat(demoFolders()).isEmpty();
        }
    }

    @Test
    void a_port_that_is_taken_is_told_with_what_to_do() throws Exception {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ended = MusterJar.run(scratch, "demo", "--port",
                    Integer.toString(holder.getLocalPort()));
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.output().out()).isEmpty();
            assertThat(String.join("\n", ended.output().err())).contains("--port",
                    ":" + holder.getLocalPort());
            assertThat(demoFolders()).isEmpty();
        }
    }

    @Test
    void a_speed_that_is_none_is_wrong_usage() throws Exception {
        assertThat(MusterJar.run(scratch, "demo", "--speed", "0").code()).isEqualTo(2);
        assertThat(MusterJar.run(scratch, "demo", "--help").output().out())
                .anyMatch(line -> line.contains("muster demo --port 0"));
    }

    /** The day is over: everybody has gone home, and only the assault is still open. */
    private static void checkPicture(Api desk) throws Exception {
        var root = desk.get("areas/south-yorkshire");
        assertThat(root.path("reports").path("total").asLong()).isEqualTo(standing());
        assertThat(root.path("incidents").path("open").asInt()).isEqualTo(1);
        assertThat(root.path("incidents").path("openedLast24h").asInt()).isEqualTo(3);
        assertThat(root.path("protests").path("live").asInt()).isZero();
        assertThat(root.path("arrests").path("total").asInt()).isEqualTo(5);
        for (var state : List.of("atScene", "enRoute", "requested", "planned")) {
            assertThat(root.path("officers").path(state).asInt()).as(state).isZero();
        }
        assertThat(desk.get("areas/thurcroft").path("reports").path("total").asInt())
                .isGreaterThan(20);
        assertThat(desk.get("areas/doncaster").path("coverage").asText()).isEqualTo("quiet");
        var protests = desk.get("picture").path("protests");
        assertThat(protests).hasSize(2)
                .allSatisfy(
                        protest -> assertThat(protest.path("status").asText()).isEqualTo("ended"))
                .allSatisfy(protest -> assertThat(protest.path("clashes")).hasSize(1));
    }

    /** What the story's desk answered bears its name; what was left to who watches ended with its subject. */
    private static void checkAlerts(Api desk) throws Exception {
        var answered = new TreeMap<String, String>();
        for (var alert : desk.get("alerts").path("items")) {
            assertThat(alert.path("state").asText()).as("%s", alert).isEqualTo("cleared");
            var by = alert.path("acknowledgedBy").asText();
            answered.put(alert.path("rule").asText(), by + ", " + alert.path("clearedBy").asText());
        }
        assertThat(answered).containsEntry("crowd-per-officer", "desk-2, system")
                .containsEntry("officer-emergency", "desk-2, desk-2")
                .containsEntry("protest-clash", "null, system")
                .containsEntry("crowd-above-plan", "null, system");
    }

    /** Reports that nothing stands in place of. */
    private static long standing() {
        return SCENARIO.steps()
                .stream()
                .filter(step -> step.kind() == Scenario.Kind.REPORT)
                .mapToLong(step -> step.says().has("corrects") ? 0 : 1)
                .sum();
    }

    private static Scenario shipped() {
        return switch (ScenarioReader.shipped()) {
            case ScenarioRead.Good(var scenario) -> scenario;
            case ScenarioRead.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private List<Path> demoFolders() throws Exception {
        try (var files = Files.list(scratch)) {
            return files.filter(file -> file.getFileName().toString().startsWith("muster-demo-"))
                    .toList();
        }
    }
}
