package org.muster.exchange.ccc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a spreadsheet makes of a sheet when it saves it. */
final class TableTest {
    private static final String SHEET = """
            CityTown,StateTerritory,Date,EstimateText
            Hagåtña,GU,4/22/2017,"dozens, or more"
            Española,NM,4/23/2017,20
            """;

    static Stream<byte[]> encodings() {
        return Stream.of(SHEET.getBytes(StandardCharsets.UTF_8),
                marked(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
                marked(StandardCharsets.UTF_16LE, 0xff, 0xfe),
                marked(StandardCharsets.UTF_16BE, 0xfe, 0xff),
                SHEET.getBytes(StandardCharsets.UTF_16LE),
                SHEET.getBytes(StandardCharsets.UTF_16BE),
                SHEET.getBytes(Charset.forName("windows-1252")));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void any_usual_encoding_reads_the_same(byte[] bytes) {
        assertThat(lines(bytes)).extracting(line -> line.cell(Column.TOWN))
                .containsExactly("Hagåtña", "Española");
        assertThat(lines(bytes).getFirst().cell(Column.ESTIMATE)).isEqualTo("dozens, or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void any_usual_delimiter_reads_the_same(String delimiter) {
        var sheet = "CityTown,StateTerritory,Date,EstimateText\nLa Jolla,CA,4/22/2017,\"a \"\"few\"\" d"
                + "ozen\"\n";
        assertThat(lines(sheet.replace(",", delimiter))).singleElement()
                .satisfies(line -> assertThat(line.cells()).containsEntry(Column.TOWN, "La Jolla")
                        .containsEntry(Column.ESTIMATE, "a \"few\" dozen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_end_reads_the_same_and_lines_are_counted_in_the_file(String end) {
        var sheet = "CityTown,StateTerritory,Date,Claim\nA,CA,4/22/2017,\"two\nlines\"\n\nB,CA,4/22/2017,";
        assertThat(lines(sheet.replace("\n", end))).extracting(Line::number)
                .containsExactly(2L, 5L);
    }

    @Test
    void line_ends_may_be_mixed() {
        assertThat(lines(
                "CityTown,StateTerritory,Date\r\nA,CA,1/2/2017\nB,CA,1/2/2017\rC,CA,1/2/2017"))
                .extracting(line -> line.cell(Column.TOWN))
                .containsExactly("A", "B", "C");
    }

    @Test
    void columns_may_stand_in_any_order_and_case_with_others_between_them() {
        assertThat(lines(
                "x,DATE,,City Town, statEterritory ,BestGuess,,,\n1,4/22/2017,,A,CA,7,,,,,\n"))
                .singleElement()
                .satisfies(line -> assertThat(line.cells()).containsOnly(
                        Map.entry(Column.DATE, "4/22/2017"), Map.entry(Column.TOWN, "A"),
                        Map.entry(Column.STATE, "CA"), Map.entry(Column.BEST, "7")));
    }

    @Test
    void a_row_that_is_cut_short_has_blanks_and_one_that_is_too_long_loses_the_rest() {
        assertThat(lines("CityTown,StateTerritory,Date\nA\nB,CA,4/22/2017,and,more\n"))
                .extracting(line -> line.cells().size())
                .containsExactly(1, 3);
    }

    @Test
    void a_row_of_blanks_is_a_row_and_a_line_of_nothing_is_none() {
        assertThat(lines("CityTown,StateTerritory,Date\n,,\n\n , NA ,na\n")).extracting(Line::cells)
                .containsExactly(Map.of(), Map.of());
    }

    @Test
    void the_line_in_which_excel_says_its_delimiter_is_none_of_the_sheet() {
        assertThat(lines("sep=;\nCityTown;StateTerritory;Date\nA;CA;4/22/2017\n")).singleElement()
                .satisfies(line -> assertThat(line.number()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = {"` Lake\u00a0\u00a0Arrowhead \t`|Lake Arrowhead",
                    "`New\u001c\u0007 York`|New York", "`St.\u202e Louis\ufeff`|St. Louis",
                    "`\u2028Joplin`|Joplin"})
    void cells_are_cleaned_of_stray_blanks_and_of_what_cannot_be_seen(String town, String clean) {
        assertThat(lines("CityTown,StateTerritory,Date\n\"" + town + "\",CA,4/22/2017\n"))
                .singleElement()
                .satisfies(line -> assertThat(line.cell(Column.TOWN)).isEqualTo(clean));
    }

    @Test
    void quotes_that_stand_wrong_do_no_harm() {
        var sheet = """
                CityTown,StateTerritory,Date
                A "a" x,CA,4/22/2017
                 B "b",CA,4/22/2017
                 "C" ,CA,4/22/2017
                """;
        assertThat(lines(sheet)).extracting(line -> line.cell(Column.STATE))
                .containsExactly("CA", "CA", "CA");
    }

    @Test
    void words_behind_a_closing_quote_are_told_with_their_line() {
        assertThat(read("CityTown,StateTerritory,Date\nA,CA,4/22/2017\n\"B\" x,CA,4/22/2017\n"
                .getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(Table.None.class,
                        none -> assertThat(none.why()).startsWith("is no CSV: ")
                                .contains("line 3"));
    }

    @Test
    void bytes_that_are_no_text_say_so() {
        assertThat(read(new byte[] {0, 0, 0, 1}))
                .isEqualTo(new Table.None("is no text: save the sheet as CSV"));
    }

    @Test
    void a_quote_that_is_never_closed_takes_the_rest_and_no_more() {
        assertThat(lines(
                "CityTown,StateTerritory,Date\nA,CA,4/22/2017\n\"B,CA,4/22/2017\nC,CA,1/1/2017"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"''|has no column CityTown, StateTerritory, Date in its first line",
                    "a,b,c|has no column CityTown, StateTerritory, Date in its first line",
                    "CityTown,StateTerritory,lat,lon|has no column Date in its first line",
                    "PK\u0003\u0004rest|is a workbook or an archive: save the sheet as CSV"})
    void a_file_that_is_no_such_sheet_says_so_in_one_sentence(String text, String why) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Table.None(why));
    }

    @Test
    void a_file_that_cannot_be_read_says_so(@TempDir Path folder) throws Exception {
        assertThat(Table.read(folder.resolve("none.csv"), Column.OF_A_SHEET))
                .isEqualTo(new Table.None("cannot be read (NoSuchFileException)"));
        Files.writeString(folder.resolve("a.csv"), SHEET);
        assertThat(Table.read(folder.resolve("a.csv"), Column.OF_A_SHEET))
                .isInstanceOf(Table.Good.class);
    }

    private static List<Line> lines(String text) {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> lines(byte[] bytes) {
        return switch (read(bytes)) {
            case Table.Good(var lines) -> lines;
            case Table.None(var why) -> throw new AssertionError(why);
        };
    }

    private static Table read(byte[] bytes) {
        return Table.read("sheet.csv", bytes, Column.OF_A_SHEET);
    }

    private static byte[] marked(Charset charset, int... mark) {
        var bytes = new ByteArrayOutputStream();
        for (var one : mark) {
            bytes.write(one);
        }
        bytes.writeBytes(SHEET.getBytes(charset));
        return bytes.toByteArray();
    }
}
