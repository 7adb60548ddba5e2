package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code muster import ccc} against the service: sheets made here, and four real months when they are there. */
final class CccImportIT {
    private static final Path CCC = Path
            .of(System.getProperty("muster.shared", MusterJar.HOME.resolve("../shared").toString()),
                    "data", "ccc")
            .normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** As many screens as a large control room has. */
    private static final int SCREENS = 50;
    /** Streams of one credential, less one to be on the safe side. */
    private static final int SCREENS_EACH = 7;
    private static final String PLACES = "CityTown,StateTerritory,lat,lon\nOmaha,NE,41.26,-95.93\n";

    @TempDir
    private Path folder;

    @Test
    void sheets_of_all_kinds_become_protests_and_reports_and_a_second_run_adds_nothing()
            throws Exception {
        var one = write("one.csv", """
                CityTown,StateTerritory,Date,EstimateText,EstimateLow,EstimateHigh,Actor,EventType,ReportedArrests
                Omaha ,NE,4/22/2017,,20,40,Sierra Club,march,3
                Omaha,NE,4/22/2017,,,,,rally,
                Omaha,NE,4/22/2017,,,,,rally,
                Omaha,NE,,,,,,rally,
                Omaha,NE,4/22/2917,,,,,rally,
                Nowhere,KS,4/22/2017,hundreds,,,"Jane\u0007
                Doe",vigil,several
                ,,,,,,,,
                """, StandardCharsets.UTF_8);
        var two = write("two.csv", """
                \ufeffDATE;EstimateHigh;EstimateLow;citytown;STATETERRITORY;;\r
                4/23/2017;100;300;Española;NM;;\r
                """, StandardCharsets.UTF_16LE);
        var places = write("places.csv", PLACES, StandardCharsets.UTF_8);
        try (var service = ServiceProcess.start(folder.resolve("data"))) {
            var token = service.token("controller", "import", "--rate", "1000");
            var auditor = new Api(service::url, service.token("auditor", "audit"));
            var ran = run(service, token, places, one, two);
            assertThat(ran.code()).as("%s", ran.output()).isZero();
            assertThat(ran.output().out().subList(0, 6)).containsExactly("8 rows read from 2 files",
                    "  5 protests: 5 recorded, 0 there already",
                    "  3 rows left out: 1 a date that is yet to come, 1 no date, 1 nothing that is read",
                    "3 reports of them: 3 recorded, 0 there already",
                    "  3 with an estimate, 1 with arrests (3 persons), 0 with injured people",
                    "2 rows read in a stated way");
            assertThat(Files.readAllLines(folder.resolve("report.csv"))).containsExactly(
                    "file,line,what,reason", one + ",5,left out,no date",
                    one + ",6,left out,\"a date that is yet to come \"\"4/22/2917\"\"\"",
                    one + ",7,read in a stated way,\"no coordinates for \"\"Nowhere\"\", \"\"KS\"\": no place\"",
                    one + ",7,read in a stated way,\"EstimateText \"\"hundreds\"\": read as 200\"",
                    one + ",7,read in a stated way,\"ReportedArrests \"\"several\"\" tells no number: not taken\"",
                    one + ",9,left out,nothing that is read",
                    two + ",2,read in a stated way,\"no coordinates for \"\"Española\"\", \"\"NM\"\": no place\"",
                    two + ",2,read in a stated way,EstimateLow 300 is above EstimateHigh 100: taken the other way round");
            checkRecord(auditor, 5, 3);
            assertThat(auditor.get("areas/elsewhere").path("arrests").path("total").asInt())
                    .isEqualTo(3);
            assertThat(String.join("",
                    RawEntry.journal(auditor).stream().map(Object::toString).toList()))
                    .doesNotContain("Doe");

            var again = run(service, token, places, two, one);
            assertThat(again.code()).isZero();
            assertThat(again.output().out()).contains("  5 protests: 0 recorded, 5 there already",
                    "3 reports of them: 0 recorded, 3 there already");
            checkRecord(auditor, 5, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"viewer,may not do that (403", "field,may not do that (403",
            "none,does not know this token (401"})
    void a_token_that_may_not_import_is_told_what_would_be_right(String role, String words)
            throws Exception {
        try (var service = ServiceProcess.start(folder.resolve("data"))) {
            var token = role.equals("none") ? "muster_wrong" : service.token(role, "import");
            var ran = run(service, token, write("places.csv", PLACES, StandardCharsets.UTF_8),
                    sheet(20));
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.output().toString()).contains(words)
                    .contains(role.equals("none") ? "Nothing was sent." : "20 not sent")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void an_import_that_is_ended_says_so_and_the_next_goes_on() throws Exception {
        var places = write("places.csv", PLACES, StandardCharsets.UTF_8);
        var sheet = sheet(300);
        try (var service = ServiceProcess.start(folder.resolve("data"))) {
            var auditor = new Api(service::url, service.token("auditor", "audit"));
            // Slow enough to be ended in the middle, whatever the machine.
            var slow = MusterJar.start(words(service,
                    service.token("controller", "slow", "--rate", "5"), places, sheet));
            var output = new Output(slow);
            Eventually.until("some protests are recorded", () -> planned(auditor) > 5,
                    output::toString);
            // Process.destroy would close the output, too, and INT is ignored in a shell's background.
            assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(slow.pid())).start()
                    .waitFor()).isZero();
            assertThat(MusterJar.codeOf(slow, output)).as("%s", output).isEqualTo(143);
            assertThat(output.out()).contains("Stopped before the end.")
                    .anyMatch(line -> line.contains("Give the same command again"));
            var recorded = planned(auditor);
            assertThat(recorded).isLessThan(300);
            assertThat(output.out()).anyMatch(line -> line.startsWith("  300 protests: " + recorded
                    + " recorded, 0 there already, " + (300 - recorded) + " not sent"));

            var fast = run(service, service.token("controller", "fast", "--rate", "1000"), places,
                    sheet);
            // Another sender's ids are there, and no one's but theirs.
            assertThat(fast.output().out()).anyMatch(line -> line.startsWith(
                    "  300 protests: " + (300 - recorded) + " recorded, 0 there already, "
                            + recorded + " there already with other content"));
            assertThat(planned(auditor)).isEqualTo(300);
        }
    }

    @Test
    void four_real_months_are_accounted_for_to_the_row_while_fifty_screens_watch()
            throws Exception {
        if (!Files.isDirectory(CCC)) {
            System.err.println("CccImportIT's real months are skipped: there is no folder " + CCC
                    + "; -Dmuster.shared=DIR names the folder that holds data/ccc.");
        }
        assumeTrue(Files.isDirectory(CCC), "no folder " + CCC);
        var sheets = IntStream.of(4, 6, 8, 9)
                .mapToObj(month -> CCC
                        .resolve(String.format(Locale.ROOT, "ccc-2017-%02d.csv", month)))
                .toArray(Path[]::new);
        var places = CCC.resolve("location_lookup_2017.csv");
        try (var service = ServiceProcess.start(folder.resolve("data"))) {
            var token = service.token("controller", "import", "--rate", "2000");
            var auditor = new Api(service::url, service.token("auditor", "audit"));
            var screens = new ArrayList<StreamWatcher>();
            try {
                var desk = "";
                for (var i = 0; i < SCREENS; i++) {
                    desk = i % SCREENS_EACH == 0 ? service.token("controller", "desk-" + i) : desk;
                    screens.add(new StreamWatcher(service::url, desk));
                }
                Eventually.until("every screen has its picture",
                        () -> screens.stream().allMatch(StreamWatcher::hasPicture),
                        service.output()::toString);
                var ran = run(service, token, places, sheets);
                assertThat(ran.code()).as("%s", ran.output()).isZero();
                System.err.println("CccImportIT: " + String.join(" | ", ran.output().out()));
                assertThat(ran.output().out().subList(0, 6)).containsExactly(
                        "3,182 rows read from 4 files",
                        "  3,180 protests: 3,180 recorded, 0 there already",
                        "  2 rows left out: 1 a date that is yet to come, 1 no date",
                        "2,179 reports of them: 2,179 recorded, 0 there already",
                        "  2,147 with an estimate, 124 with arrests (1,124 persons), 30 with injured people",
                        "84 rows read in a stated way");
                checkRecord(auditor, 3_180, 2_179);
                Eventually.until("every screen has every report",
                        () -> screens.stream().allMatch(screen -> screen.entries().size() >= 2_179),
                        () -> screens.stream()
                                .map(screen -> screen.entries().size())
                                .toList()
                                .toString());
                assertThat(screens).allSatisfy(screen -> {
                    assertThat(screen.connections()).isEqualTo(1);
                    assertThat(screen.problems()).isEmpty();
                    assertThat(screen.entries()).hasSize(2_179);
                });
            } finally {
                screens.forEach(StreamWatcher::close);
            }
            var again = run(service, token, places, sheets);
            assertThat(again.code()).isZero();
            assertThat(again.output().out()).contains(
                    "  3,180 protests: 0 recorded, 3,180 there already",
                    "2,179 reports of them: 0 recorded, 2,179 there already");
            checkRecord(auditor, 3_180, 2_179);
        }
    }

    private static void checkRecord(Api auditor, int protests, int reports) throws Exception {
        var journal = RawEntry.journal(auditor);
        assertThat(journal).filteredOn(entry -> type(entry).equals("protest-planned"))
                .hasSize(protests);
        assertThat(journal).filteredOn(RawEntry::isReport).hasSize(reports);
        // What is past and was told in its time stays past.
        assertThat(journal).extracting(CccImportIT::type)
                .doesNotContain("protest-started", "protest-changed");
    }

    private static String type(RawEntry entry) {
        return entry.json().path("type").asText();
    }

    private static int planned(Api auditor) {
        try {
            return (int) RawEntry.journal(auditor)
                    .stream()
                    .filter(entry -> type(entry).equals("protest-planned"))
                    .count();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private MusterJar.Ended run(ServiceProcess service, String token, Path places, Path... sheets)
            throws IOException, InterruptedException {
        return MusterJar.runWithin(PATIENCE, folder.resolve("scratch"),
                arguments(service, token, places, sheets).toArray(String[]::new));
    }

    private List<String> words(ServiceProcess service, String token, Path places, Path... sheets)
            throws IOException {
        return MusterJar.command(Files.createDirectories(folder.resolve("scratch")),
                arguments(service, token, places, sheets));
    }

    private List<String> arguments(ServiceProcess service, String token, Path places,
            Path... sheets) {
        var arguments = new ArrayList<>(List.of("import", "ccc"));
        for (var sheet : sheets) {
            arguments.add(sheet.toString());
        }
        arguments.addAll(List.of("--places", places.toString(), "--url", service.url().toString(),
                "--token", token, "--report", folder.resolve("report.csv").toString()));
        return arguments;
    }

    private Path sheet(int rows) throws IOException {
        var sheet = new StringBuilder("CityTown,StateTerritory,Date,EstimateText\n");
        for (var i = 1; i <= rows; i++) {
            sheet.append("Omaha,NE,4/22/2017,").append(i).append('\n');
        }
        return write("sheet.csv", sheet.toString(), StandardCharsets.UTF_8);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }
}
