package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

/** What is made of the turns. */
final class FindingsTest {
    private static final Machine MACHINE = new Machine(2, 24_000, "Linux amd64", "a VM 25", 1.5);

    private final Findings findings = findings(
            List.of(turn("own", 1, 100), turn("base", 1, 400), turn("own", 2, 90),
                    turn("base", 2, 300), turn("own", 3, 120), turn("base", 3, 200)),
            new Check("stored of accepted", 310, 310));

    @Test
    void the_median_of_an_odd_and_an_even_number_of_rounds_is_told_with_the_extremes() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ratio_is_taken_round_by_round_and_not_of_medians() {
        assertThat(findings.ratio("own", Figure.PER_SECOND)).contains(new Spread(0.3, 0.25, 0.6));
        assertThat(findings.of("own", Figure.PER_SECOND)).contains(new Spread(100, 90, 120));
    }

    @Test
    void what_was_not_measured_or_is_zero_at_the_baseline_has_no_ratio() {
        assertThat(findings.ratio("own", Figure.HEAP)).isEmpty();
        var idle = findings(List.of(turn("own", 1, 100), turn("base", 1, 0)));
        assertThat(idle.ratio("own", Figure.PER_SECOND)).isEmpty();
        assertThat(idle.of("base", Figure.PER_SECOND)).contains(new Spread(0, 0, 0));
    }

    @Test
    void the_table_has_a_row_a_figure_in_columns_and_leaves_out_what_was_not_measured() {
        assertThat(FindingsTable.lines(findings)).containsExactly(
                "2 cores, 24,000 MiB, Linux amd64, a VM 25, load before 1.5", "rounds: 3", "",
                "                           own           base        own ÷ base",
                "reports a second  100 (90–120)  300 (200–400)  0.30 (0.25–0.60)", "",
                "stored of accepted: 310 of 310", "Read the ratios.");
    }

    @Test
    void one_round_has_no_spread_and_a_side_without_the_figure_a_dash() {
        var own = new Turn("own", 1, Map.of(Figure.PER_SECOND, 1234.4, Figure.COMMITS, 7.0));
        assertThat(FindingsTable.lines(findings(List.of(own, turn("base", 1, 2468.8))))).contains(
                "reports a second  1,234  2,469        0.50",
                "commits a second      7      –           –");
    }

    @Test
    void a_check_that_does_not_hold_cannot_be_overlooked() {
        var lost = findings(List.of(turn("own", 1, 1), turn("base", 1, 1)),
                new Check("stored of accepted", 310, 309));
        assertThat(lost.areSound()).isFalse();
        assertThat(FindingsTable.lines(lost))
                .contains("stored of accepted: 309 of 310 – THIS DOES NOT HOLD");
        assertThat(findings.areSound()).isTrue();
    }

    @Test
    void the_document_has_every_turn_the_spread_and_the_ratios() throws JsonProcessingException {
        var json = new JsonMapper().readTree(FindingsJson.text(findings));
        assertThat(json.at("/sides/own/ratios/perSecond/median").asDouble()).isEqualTo(0.3);
        assertThat(json.at("/sides/own/figures/perSecond/high").asDouble()).isEqualTo(120);
        assertThat(json.at("/sides/base/rounds/2/perSecond").asDouble()).isEqualTo(200);
        assertThat(json.at("/sides/base/ratios").isEmpty()).isTrue();
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.at("/checks/0/holds").asBoolean()).isTrue();
        assertThat(json.at("/remarks/0").asText()).isEqualTo("Read the ratios.");
    }

    private static Turn turn(String side, int round, double perSecond) {
        return new Turn(side, round, Map.of(Figure.PER_SECOND, perSecond));
    }

    private static Findings findings(List<Turn> turns, Check... checks) {
        return new Findings("x", "reports", MACHINE, Map.of("rounds", "3"), List.of("own", "base"),
                turns, List.of(checks), List.of("Read the ratios."));
    }
}
