package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code muster import ccc …} as far as it comes without a service. */
final class CccCommandTest {
    /** Nothing listens there: the port is for nobody but the system's first services. */
    private static final String NOBODY = "http://127.0.0.1:1";

    @TempDir
    private Path folder;
    private Path sheet;
    private Path places;

    /** What a run of the command came to. */
    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        sheet = Files.writeString(folder.resolve("sheet.csv"),
                "CityTown,StateTerritory,Date\nOmaha,NE,4/22/2017\n");
        places = Files.writeString(folder.resolve("places.csv"),
                "CityTown,StateTerritory,lat,lon\nOmaha,NE,41.26,-95.93\n");
    }

    @Test
    void a_service_that_is_not_there_is_told_and_nothing_was_sent() {
        var ran = run(NOBODY, sheet.toString());
        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.out).isEmpty();
        assertThat(ran.err)
                .contains("The service takes nothing now (no answer (ConnectException))",
                        "Nothing was sent.")
                .doesNotContain("\tat ");
    }

    @Test
    void files_that_are_no_sheets_are_all_named_before_anything_is_sent() throws Exception {
        var other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        var ran = run(NOBODY, sheet.toString(), other.toString(), places.toString(),
                folder.resolve("none.csv").toString());
        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err.lines()).containsExactly(
                other + " has no column CityTown, StateTerritory, Date in its first line",
                places + " has no column Date in its first line",
                folder.resolve("none.csv") + " cannot be read (NoSuchFileException)",
                "Nothing was sent.");
    }

    @Test
    void a_table_without_places_is_told() throws Exception {
        Files.writeString(places, "CityTown,StateTerritory,lat,lon\nOmaha,NE,NA,NA\n");
        var ran = run(NOBODY, sheet.toString());
        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err).contains(places + " holds no place with coordinates");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8080", "ftp://127.0.0.1/", "http:///x", "muster"})
    void an_address_that_is_none_is_a_wrong_argument(String url) {
        var ran = run(url, sheet.toString());
        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err).contains("http://127.0.0.1:8080").doesNotContain("\tat ");
    }

    @Test
    void the_list_of_rows_left_out_never_takes_the_place_of_what_is_read() throws Exception {
        for (var input : List.of(sheet, places)) {
            var ran = run(NOBODY, sheet.toString(), "--report", input.toString());
            assertThat(ran.code).isEqualTo(2);
            assertThat(ran.err).contains("it would be lost");
            assertThat(Files.size(input)).isPositive();
        }
        var ran = run(NOBODY, sheet.toString(), "--report", folder.resolve("no/where").toString());
        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err).contains("cannot be written (NoSuchFileException)");
    }

    @ParameterizedTest
    @CsvSource({"import", "import --help", "import ccc --help"})
    void help_comes_with_examples(String arguments) {
        var ran = execute(List.of(arguments.substring("import".length()).strip().split(" ")));
        assertThat(ran.out + ran.err).contains("Examples:", "muster import ccc");
    }

    private Ran run(String url, String... files) {
        var arguments = new ArrayList<>(List.of("ccc"));
        arguments.addAll(List.of(files));
        arguments.addAll(List.of("--places", places.toString(), "--url", url, "--token", "t"));
        return execute(arguments);
    }

    private static Ran execute(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var given = arguments.stream().filter(word -> !word.isEmpty()).toArray(String[]::new);
        var code = new CommandLine(new ImportCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(given);
        return new Ran(code, out.toString(), err.toString());
    }
}
