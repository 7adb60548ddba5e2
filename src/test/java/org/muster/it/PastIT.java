package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, watched while it plays, and asked afterwards how it was. */
final class PastIT {
    private static final Pattern LINK = Pattern
            .compile(".*(http://127\\.0\\.0\\.1:[0-9]+/)#token=(\\S+)");
    private static final int MOMENTS = 100;

    @TempDir
    private Path scratch;

    @Test
    void a_hundred_moments_of_the_demo_are_told_afterwards_as_they_were_shown_seed_913()
            throws Exception {
        var process = MusterJar.start(
                MusterJar.command(scratch, List.of("demo", "--port", "0", "--speed", "400")));
        var output = new Output(process);
        try {
            Eventually.until("the demo listens",
                    () -> output.out().stream().anyMatch(line -> LINK.matcher(line).matches()),
                    output::toString);
            var link = output.out()
                    .stream()
                    .map(LINK::matcher)
                    .filter(Matcher::matches)
                    .findFirst()
                    .orElseThrow();
            var desk = new Api(() -> URI.create(link.group(1)), link.group(2));
            var live = watch(desk, process, output);
            assertThat(live).as("pictures recorded live").hasSizeGreaterThan(3 * MOMENTS);
            compare(desk, live,
                    RawEntry.journal(new Api(() -> URI.create(link.group(1)), auditor())));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<JsonNode> watch(Api desk, Process process, Output output) throws Exception {
        var live = new ArrayList<JsonNode>();
        while (process.isAlive()
                && output.err().stream().noneMatch(line -> line.contains("The scenario is over"))) {
            live.add(desk.get("picture"));
            for (var i = 0; i < 3; i++) {
                Eventually.pause();
            }
        }
        // Until what was shown last is past, and no other entry can have its moment.
        var last = live.getLast().path("at").asText();
        Eventually.until("the present is later", () -> {
            try {
                return desk.get("areas/rotherham").path("asOf").asText().compareTo(last) > 0;
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }, output::toString);
        return live;
    }

    /** Where another entry has the moment that a picture was shown at, the two differ by that entry, and are no proof. */
    private static void compare(Api desk, List<JsonNode> live, List<RawEntry> journal)
            throws Exception {
        var chance = new Random(913);
        var compared = 0;
        var passedOver = 0;
        var openIncidents = 0;
        while (compared < MOMENTS && passedOver < 10 * MOMENTS) {
            var shown = live.get(chance.nextInt(live.size()));
            var at = shown.path("at").asText();
            var seq = seq(shown);
            if (journal.stream()
                    .anyMatch(entry -> entry.seq() > seq
                            && entry.json().path("at").asText().equals(at))) {
                passedOver++;
                continue;
            }
            assertThat(desk.get("picture?at=" + at)).as("at %s, entry %d", at, seq)
                    .isEqualTo(shown);
            compared++;
            openIncidents += shown.path("incidents").size();
        }
        assertThat(compared).as("%d had an entry of the same moment after them", passedOver)
                .isEqualTo(MOMENTS);
        assertThat(openIncidents).as("there was something to see").isGreaterThan(MOMENTS);
        System.out.println(compared + " moments compared, of " + live.size() + " pictures, over "
                + journal.size() + " entries; " + passedOver
                + " passed over for a later entry of the same millisecond");
    }

    private static long seq(JsonNode picture) {
        var cursor = picture.path("cursor").asText();
        return Long.parseLong(cursor.substring(cursor.indexOf('.') + 1), Character.MAX_RADIX);
    }

    private String auditor() throws Exception {
        Path data;
        try (var files = Files.list(scratch)) {
            data = files.filter(file -> file.getFileName().toString().startsWith("muster-demo-"))
                    .findFirst()
                    .orElseThrow();
        }
        var ended = MusterJar.run(scratch, "token", "create", "--data", data.toString(), "--role",
                "auditor", "--name", "audit");
        assertThat(ended.code()).as("%s", ended.output()).isZero();
        return ended.output().out().getLast();
    }
}
