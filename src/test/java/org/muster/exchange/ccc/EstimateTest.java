package org.muster.exchange.ccc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EstimateTest {
    private final List<String> readings = new ArrayList<>();

    @Test
    void low_best_and_high_stand_as_they_are() {
        assertThat(estimate("about 30", "20", "29", "40")).isEqualTo(new Estimate(20, 29, 40));
        assertThat(readings).isEmpty();
    }

    @Test
    void the_service_hears_that_newspapers_said_it() {
        var report = JsonNodeFactory.instance.objectNode();
        new Estimate(20, null, 40).write(report);
        assertThat(report.toString())
                .isEqualTo("{\"crowd\":{\"low\":20,\"high\":40,\"method\":\"media\"}}");
    }

    @Test
    void low_above_high_is_taken_the_other_way_round() {
        assertThat(estimate("", "300", "250", "200")).isEqualTo(new Estimate(200, 250, 300));
        assertThat(readings).containsExactly(
                "EstimateLow 300 is above EstimateHigh 200: taken the other way round");
    }

    @ParameterizedTest
    @CsvSource({"19", "41"})
    void a_best_guess_outside_is_not_taken(String best) {
        assertThat(estimate("", "20", best, "40")).isEqualTo(new Estimate(20, null, 40));
        assertThat(readings)
                .containsExactly("BestGuess " + best + " is not from 20 to 40: not taken");
    }

    @ParameterizedTest
    @CsvSource({"38,'','',EstimateLow", "38,21,'',EstimateLow", "'',21,38,EstimateHigh",
            "'',38,'',BestGuess"})
    void one_number_alone_is_both_ends(String low, String best, String high, String column) {
        assertThat(estimate("dozens", low, best, high)).isEqualTo(new Estimate(38, null, 38));
        assertThat(readings).containsExactly(column + " 38 stands alone: taken for both ends");
    }

    @Test
    void words_in_columns_of_numbers_are_read_each_for_its_end() {
        assertThat(estimate("", "200 to 300", "", "thousands"))
                .isEqualTo(new Estimate(200, null, 2_000));
        assertThat(readings).containsExactly("EstimateLow \"200 to 300\": read as 200",
                "EstimateHigh \"thousands\": read as 2000");
    }

    @Test
    void words_that_tell_nothing_leave_the_other_numbers() {
        assertThat(estimate("", "many", "", "40")).isEqualTo(new Estimate(40, null, 40));
        assertThat(readings).containsExactly("EstimateLow \"many\" tells no number: not taken",
                "EstimateHigh 40 stands alone: taken for both ends");
    }

    @Test
    void without_numbers_the_words_count() {
        assertThat(estimate("tens of thousands", "", "NA", ""))
                .isEqualTo(new Estimate(20_000, null, 20_000));
        assertThat(readings).containsExactly("EstimateText \"tens of thousands\": read as 20000");
        assertThat(estimate("200 to 300", "", "", "")).isEqualTo(new Estimate(200, null, 300));
        assertThat(estimate("70", "", "", "")).isEqualTo(new Estimate(70, null, 70));
    }

    @ParameterizedTest
    @CsvSource({"a handful,'','',''", "'',0,0,0", "'','',0,''", "0,'','',''"})
    void a_crowd_of_nobody_and_words_without_a_number_are_no_estimate(String text, String low,
            String best, String high) {
        assertThat(Estimate.read(line(text, low, best, high), readings)).isEmpty();
        assertThat(readings.getLast()).endsWith(": no estimate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA"})
    void nothing_said_is_nothing_to_tell(String text) {
        assertThat(Estimate.read(line(text, "", "", ""), readings)).isEmpty();
        assertThat(readings).isEmpty();
    }

    private Estimate estimate(String text, String low, String best, String high) {
        return Estimate.read(line(text, low, best, high), readings).orElseThrow();
    }

    private static Line line(String text, String low, String best, String high) {
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.ESTIMATE, text);
        cells.put(Column.LOW, low);
        cells.put(Column.BEST, best);
        cells.put(Column.HIGH, high);
        return Line.cleaned("a.csv", 2, cells);
    }
}
