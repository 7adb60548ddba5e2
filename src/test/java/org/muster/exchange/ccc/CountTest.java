package org.muster.exchange.ccc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = {"0|0", "7|7", "1200|1200", "1,200|1200", "1.200|1200", "1 200|1200",
                    "1'200|1200", "1,200,000|1200000", "200.0|200", "200.00|200", "0012|12"})
    void numbers_are_read_as_spreadsheets_write_them(String text, int number) {
        assertThat(count(text)).isEqualTo(new Count.Whole(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"hundreds|200|200", "thousands|2000|2000", "tens of thousands|20000|20000",
                    "hundreds of thousands|200000|200000", "dozens|24|24", "scores|40|40",
                    "Several Hundred|200|200", "a few dozen|24|24", "a couple thousand|2000|2000",
                    "a couple of hundred|200|200", "about a hundred|100|100", "a dozen|12|12",
                    "two dozen|24|24", "about 2 dozen|24|24", "half a dozen|6|6",
                    "a half-dozen|6|6", "about three-dozen|36|36", "200 to 300|200|300",
                    "15-20|15|20", "~50|50|50", "200+|200|200", "1.8k|1800|1800",
                    "1,500 or more|1500|1500", "20 (picture)|20|20",
                    "hundreds; about 2000|200|2000", "UCWU and dozens|24|24", "two people|2|2",
                    "between 100-200, tens of thousands|100|20000", "2 million|2000000|2000000"})
    void words_are_read_as_the_consortium_reads_them(String text, int low, int high) {
        assertThat(count(text)).isInstanceOfSatisfying(Count.Read.class, read -> {
            assertThat(read.low()).isEqualTo(low);
            assertThat(read.high()).isEqualTo(high);
            assertThat(read.words()).isEqualTo("EstimateText \"" + text + "\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"several", "a handful", "many", "a huge crowd", "(see above)",
            "several of them", "15-Oct", "Oct-15", "?", "-", "a", "half"})
    void words_without_a_number_are_told(String text) {
        assertThat(count(text))
                .isEqualTo(new Count.Unusable("EstimateText \"" + text + "\" tells no number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hundreds expected", "FB: 1.8k going", "about 600 were invited",
            "300 RSVPs"})
    void who_was_expected_is_not_who_came(String text) {
        assertThat(count(text)).isEqualTo(new Count.Unusable(
                "EstimateText \"" + text + "\" tells who was expected, not who came"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-20|is below 0", "99999999|is more than 5000000",
            "12 million|is more than 5000000", "99999999999999999999999999|is more than 5000000",
            "hundreds of millions|is more than 5000000"})
    void what_the_service_would_not_take_is_told(String text, String why) {
        assertThat(count(text))
                .isEqualTo(new Count.Unusable("EstimateText \"" + text + "\" " + why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NA", "na", " NA "})
    void nothing_is_nothing(String text) {
        assertThat(count(text)).isEqualTo(new Count.Blank());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 5_000})
    void a_long_text_is_shown_in_part(int length) {
        assertThat(count("𝛑".repeat(length))).isInstanceOfSatisfying(Count.Unusable.class,
                unusable -> assertThat(unusable.why()).contains("𝛑".repeat(60))
                        .doesNotContain("𝛑".repeat(61)));
    }

    private static Count count(String text) {
        return Count.of(Line.cleaned("a.csv", 2, Map.of(Column.ESTIMATE, text)), Column.ESTIMATE,
                Estimate.PEOPLE_MAX);
    }
}
