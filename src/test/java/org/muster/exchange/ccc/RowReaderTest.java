package org.muster.exchange.ccc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowReaderTest {
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
    private static final Set<String> CATEGORIES = Set.of("static-assembly", "procession",
            "other-protest");
    private static final String HEADER = "CityTown,StateTerritory,Date,EstimateLow,EstimateHigh,"
            + "Actor,Claim,Location,EventType,ReportedArrests,ReportedParticipantInjuries,"
            + "ReportedPoliceInjuries,Source1\n";
    private static final String PLACES = """
            CityTown,StateTerritory,lat,lon
            Omaha,NE,41.26,-95.93
            omaha,NE,1,1
            Nowhere,KS,0,0
            Unknown,KS,NA,NA
            Wrong,KS,91,5
            Odd,KS,x,5
            """;

    @Test
    void a_row_is_a_protest_and_a_report_of_it() {
        var row = taken(
                "Omaha,NE,4/22/2017,20,40,Sierra Club; Jane Doe,for Jane Doe,Jane Doe's house,"
                        + "march; rally,3,2,1,http://x");
        assertThat(row.readings()).isEmpty();
        assertThat(without(row.plan(), "id").toString())
                .isEqualTo("{\"title\":\"March, rally, Omaha, NE\",\"category\":\"procession\","
                        + "\"organisation\":\"Sierra Club\",\"startsAt\":\"2017-04-22T12:00:00-05:00\","
                        + "\"endsAt\":\"2017-04-22T16:00:00-05:00\","
                        + "\"place\":{\"type\":\"Point\",\"coordinates\":[-95.93,41.26]}}");
        var report = row.report();
        assertThat(report).isNotNull();
        assertThat(report.path("protest")).isEqualTo(row.plan().path("id"));
        assertThat(without(without(report, "id"), "protest").toString())
                .isEqualTo("{\"observedAt\":\"2017-04-22T14:00:00-05:00\","
                        + "\"crowd\":{\"low\":20,\"high\":40,\"method\":\"media\"},"
                        + "\"arrests\":[{\"offence\":\"not-stated\",\"count\":3}],"
                        + "\"injured\":{\"public\":2,\"officers\":1},"
                        + "\"text\":\"Crowd Counting Consortium\"}");
    }

    @Test
    void what_can_name_a_person_is_nowhere_in_it() {
        var row = taken(
                "Omaha,NE,4/22/2017,20,40,Sen. Jane Doe; Jane Doe,for Jane Doe,Jane Doe's house,"
                        + "protest at Jane Doe's,3,2,1,http://x/jane-doe");
        assertThat(row.plan() + " " + row.report()).doesNotContainIgnoringCase("doe");
    }

    @Test
    void a_row_that_tells_of_nobody_has_no_report() {
        assertThat(taken("Omaha,NE,4/22/2017,,,,,,rally,0,0,0,").report()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"several", "see above", "-3", "999999"})
    void arrests_in_words_are_told_and_spoil_nothing(String arrests) {
        var row = taken("Omaha,NE,4/22/2017,20,40,,,,rally," + arrests + ",2,0,");
        assertThat(row.readings()).singleElement()
                .asString()
                .startsWith("ReportedArrests \"" + arrests + "\" ")
                .endsWith(": not taken");
        assertThat(String.valueOf(row.report())).doesNotContain("arrests")
                .contains("\"low\":20", "\"public\":2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"''|no date|''", "soon|no such date|\"soon\"",
                    "2/30/2017|no such date|\"2/30/2017\"", "22/4/2017|no such date|\"22/4/2017\"",
                    "4/22/0017|no such date|\"4/22/0017\"", "42847|no such date|\"42847\"",
                    "9/25/2917|a date that is yet to come|\"9/25/2917\"",
                    "1/3/2026|a date that is yet to come|\"1/3/2026\""})
    void a_row_without_a_day_is_left_out_and_says_why(String date, String reason, String detail) {
        assertThat(row("Omaha,NE," + date + ",20,40,,,,rally,,,,"))
                .isInstanceOfSatisfying(Row.LeftOut.class, out -> {
                    assertThat(out.reason()).isEqualTo(reason);
                    assertThat(out.detail()).isEqualTo(detail);
                    assertThat(out.line().number()).isEqualTo(2);
                });
    }

    @Test
    void a_row_of_blanks_is_left_out() {
        assertThat(row(",,NA, ,,,,,,,,,")).isInstanceOfSatisfying(Row.LeftOut.class,
                out -> assertThat(out.reason()).isEqualTo("nothing that is read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/22/2017", "04/22/2017", "4/22/17", "2017-04-22", "2017-4-22",
            "4/22/2017 0:00", "2017-04-22T00:00:00", "2017-04-22 00:00:00"})
    void days_are_read_as_sheets_write_them(String date) {
        assertThat(taken("Omaha,NE," + date + ",,,,,,rally,,,,").plan().path("startsAt").asText())
                .isEqualTo("2017-04-22T12:00:00-05:00");
    }

    @ParameterizedTest
    @CsvSource({"NY,4/22/2017,-04:00", "NY,1/22/2017,-05:00", "CA,4/22/2017,-07:00",
            "AZ,4/22/2017,-07:00", "CO,4/22/2017,-06:00", "AK,4/22/2017,-08:00",
            "HI,4/22/2017,-10:00", "PR,1/22/2017,-04:00", "GU,4/22/2017,+10:00",
            "tx,3/11/2017,-06:00", "TX,3/12/2017,-05:00"})
    void noon_is_that_of_the_state_on_that_day(String state, String date, String offset) {
        var row = taken("X," + state + "," + date + ",,,,,,rally,,,,");
        assertThat(row.plan().path("startsAt").asText()).endsWith("T12:00:00" + offset);
        assertThat(row.plan().path("endsAt").asText()).endsWith("T16:00:00" + offset);
    }

    @Test
    void a_state_that_is_not_known_or_not_said_has_a_stated_noon() {
        assertThat(taken("Omaha,XX,4/22/2017,,,,,,rally,,,,").readings().getFirst())
                .isEqualTo("StateTerritory \"XX\" is not known: 12:00 to 16:00 of America/Chicago");
        assertThat(taken("Omaha,,4/22/2017,,,,,,rally,,,,").readings().getFirst())
                .isEqualTo("no StateTerritory: 12:00 to 16:00 of America/Chicago");
    }

    @Test
    void the_former_code_of_nebraska_is_read_as_that_of_today() {
        var row = taken("Omaha,NB,4/22/2017,,,,,,rally,,,,");
        assertThat(row.plan().path("place").isNull()).isFalse();
        assertThat(row.plan().path("title").asText()).isEqualTo("Rally, Omaha, NE");
        assertThat(row.readings()).containsExactly("StateTerritory \"NB\": read as NE");
    }

    @ParameterizedTest
    @CsvSource({"Elsewhere,NE", "Omaha,KS", "Nowhere,KS", "Unknown,KS", "Wrong,KS", "Odd,KS"})
    void a_town_without_coordinates_has_no_place(String town, String state) {
        var row = taken(town + "," + state + ",4/22/2017,,,,,,rally,,,,");
        assertThat(row.plan().path("place").isNull()).isTrue();
        assertThat(row.readings()).containsExactly(
                "no coordinates for \"" + town + "\", \"" + state + "\": no place");
    }

    @Test
    void the_same_row_is_the_same_protest_in_whatever_form_and_place_of_the_file() {
        var row = "Omaha,NE,4/22/2017,20,40,,,,rally,,,,";
        var one = taken(row);
        var sheet = """
                EventType;Date;StateTerritory;CityTown;EstimateHigh;EstimateLow
                vigil;4/23/2017;NE;Omaha;;
                rally;4/22/2017;NE ; Omaha;40;20
                """;
        assertThat(rows(sheet).getLast()).isInstanceOfSatisfying(Row.Taken.class, other -> {
            assertThat(other.plan()).isEqualTo(one.plan());
            assertThat(other.report()).isEqualTo(one.report());
        });
    }

    @Test
    void two_rows_that_say_the_same_stay_two_and_keep_their_ids() {
        var row = "Omaha,NE,4/22/2017,20,40,,,,rally,,,,\n";
        var twice = rows(HEADER + row + row).stream().map(Row.Taken.class::cast).toList();
        assertThat(twice).extracting(Row.Taken::plan).doesNotHaveDuplicates().hasSize(2);
        assertThat(twice).extracting(Row.Taken::report).doesNotHaveDuplicates();
        var again = rows(HEADER + row + row).stream().map(Row.Taken.class::cast).toList();
        assertThat(again).extracting(Row.Taken::plan)
                .containsExactlyElementsOf(twice.stream().map(Row.Taken::plan).toList());
    }

    @Test
    void titles_and_texts_are_within_what_the_service_takes() {
        var row = taken("\"" + "Llanfair\u0001 ".repeat(500) + "\",NE,4/22/2017,,,"
                + "Union ".repeat(1000) + ",,," + "march ".repeat(500) + ",,,,");
        assertThat(row.plan().path("title").asText()).hasSizeLessThan(200).doesNotContain("\u0001");
        assertThat(row.plan().has("organisation")).isFalse();
    }

    private static Row.Taken taken(String row) {
        return switch (row(row)) {
            case Row.Taken taken -> taken;
            case Row.LeftOut out -> throw new AssertionError(out);
        };
    }

    private static Row row(String row) {
        var rows = rows(HEADER + row + "\n");
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static List<Row> rows(String sheet) {
        return new Sheets.Good(lines(sheet, Column.OF_A_SHEET),
                Places.of(lines(PLACES, Column.OF_PLACES))).rows(CATEGORIES, NOW);
    }

    private static List<Line> lines(String text, List<Column> needed) {
        return switch (Table.read("sheet.csv", text.getBytes(StandardCharsets.UTF_8), needed)) {
            case Table.Good(var lines) -> lines;
            case Table.None(var why) -> throw new AssertionError(why);
        };
    }

    private static ObjectNode without(ObjectNode node, String field) {
        return node.deepCopy().without(field);
    }
}
