package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import org.muster.exercise.load.Machine;

/** What is said to a person before anything is started. */
final class BenchCommandTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ingest --connections 0     | --connections 0 is not between 1 and 5000.
            ingest --rate -1           | --rate -1 is not between 0 and 1000000.
            ingest --seconds 0.05      | --seconds 0.05 is not between 0.1 and 600.
            ingest --seconds NaN       | --seconds NaN is not between 0.1 and 600.
            batch --lines 0            | --lines 0 is not between 1 and 10000000.
            batch --rounds 101         | --rounds 101 is not between 1 and 100.
            stream --watchers 0        | --watchers 0 is not between 1 and 20000.
            stream --watchers 5 --stuck 5 | --stuck 5 is not between 0 and 4.
            core --data-root /none     | --data-root /none is no folder that can be written to.
            core --json /none/x.json   | --json /none/x.json lies in no folder that there is.
            ingest --sekonds 2         | Possible solutions: --seconds
            """)
    void a_wrong_argument_is_named_with_what_would_be_right(String words, String said) {
        assertThat(run(words.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(said);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void more_watchers_than_descriptors_are_refused_with_both_numbers() {
        var most = Machine.descriptorsMax();
        if (most > 20_000) {
            System.out.println("descriptors: " + most + ", more than any bench asks for");
            assertThat(BenchServers.connectionsMax(20_000)).isEqualTo(Math.min(20_000, most - 256));
            return;
        }
        assertThat(run("stream", "--watchers", Long.toString(most))).isEqualTo(2);
        assertThat(err.toString()).contains("needs " + (most + 256) + " open files",
                "may have " + most, "ulimit -n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "batch", "stream"})
    void a_jar_that_is_none_is_named_and_leaves_nothing_behind(String bench) throws IOException {
        var jar = Files.writeString(folder.resolve("x.jar"), "nothing");
        assertThat(run(bench, "--jar", jar.toString(), "--data-root", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains(jar + " is no jar");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(jar);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "batch", "stream", "core"})
    void each_has_help_with_examples(String bench) {
        assertThat(run(bench, "--help")).isZero();
        assertThat(out.toString()).contains("--seconds", "--rounds", "--json", "--data-root",
                "Examples:", "muster bench " + bench);
    }

    @Test
    void the_help_of_all_lists_them_and_not_the_one_that_is_held_against() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("ingest", "batch", "stream", "core")
                .doesNotContain("bare  ");
    }

    @Test
    void the_core_is_measured_in_turns_with_every_figure() throws IOException {
        var json = folder.resolve("core.json");
        assertThat(run("core", "--seconds", "0.2", "--rounds", "1", "--json", json.toString(),
                "--data-root", folder.toString())).as("%s", err).isZero();
        assertThat(out.toString()).contains("20 rules, 100 areas ÷ Jackson + HashMap",
                "reports a second", "rules asked, each", "Ten times the areas",
                "Five times the rules", "allocated, bytes each", "p99.9, ms");
        assertThat(Files.readString(json)).contains("\"ratios\"", "\"allocatedBytesEach\"");
    }

    private int run(String... words) {
        return new CommandLine(new BenchCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
