package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.Crowd;
import org.muster.model.CrowdMethod;

/** The contract's figures of a crowd, rule by rule. */
class CrowdFigureTest {
    private final World world = new World();

    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void an_incident_is_open_without_a_crowd() {
        incident = world
                .opened(Say.at(minute(0)).opens("disturbance").in("Ivanhoe Road", THURCROFT));
        world.itIs(200);
    }

    @Test
    void without_an_estimate_there_is_no_crowd() {
        assertThat(world.incident(incident).crowd()).isNull();
        assertThat(world.area("thurcroft").crowd()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"40, 60, 49", "0, 60, 0", "7, 7, 7", "1, 3, 2", "2, 3, 2", "0, 0, 0",
            "5000000, 5000000, 5000000", "4999999, 5000000, 4999999"})
    void best_is_the_rounded_root_of_low_times_high(int low, int high, int best) {
        seen("RT21", 10, low, high);
        assertThat(present()).isEqualTo(new Crowd.Range(low, best, high));
    }

    @ParameterizedTest(name = "lows and highs {0}, {1}, {2} make {3}")
    @CsvSource({"10, 20, 90, 20", "5, 5, 6, 5"})
    void of_three_observers_the_median_counts(int one, int two, int three, int median) {
        seen("a", 10, one, one);
        seen("b", 11, three, three);
        seen("c", 12, two, two);
        assertThat(present()).isEqualTo(new Crowd.Range(median, median, median));
    }

    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource({"10, 20, 15", "10, 21, 16", "0, 1, 1", "4999999, 5000000, 5000000"})
    void of_two_the_mean_of_the_middle_two_counts_half_up(int one, int two, int mean) {
        seen("a", 10, one, 5_000_000);
        seen("b", 11, two, 5_000_000);
        assertThat(present().low()).isEqualTo(mean);
    }

    @Test
    void an_observer_counts_once_with_the_newest_estimate() {
        seen("a", 10, 100, 100);
        seen("a", 12, 60, 60);
        seen("a", 11, 500, 500);
        assertThat(present()).isEqualTo(new Crowd.Range(60, 60, 60));
        assertThat(crowd().estimates()).hasSize(1);
    }

    @Test
    void of_two_estimates_of_one_moment_the_one_recorded_later_is_newer() {
        seen("a", 10, 100, 100);
        seen("a", 10, 60, 60);
        assertThat(present().best()).isEqualTo(60);
    }

    @Test
    void exactly_30_minutes_older_than_the_newest_still_counts_and_older_drops_out() {
        seen("a", 10, 100, 100);
        seen("b", 40, 200, 200);
        assertThat(present().best()).isEqualTo(150);
        seen("b", 40 + 1.0 / 60_000, 200, 200);
        assertThat(present().best()).isEqualTo(200);
        assertThat(crowd().estimates()).extracting(Crowd.Estimate::observer).containsExactly("b");
    }

    @Test
    void the_window_is_the_settings() {
        seen("a", 10, 100, 100);
        seen("b", 60, 200, 200);
        world.settings(World.settings(50, 60));
        assertThat(present().best()).isEqualTo(150);
        world.settings(World.settings(49, 60));
        assertThat(present().best()).isEqualTo(200);
        assertThat(world.area("south-yorkshire").crowd()).isEqualTo(present());
    }

    @Test
    void an_estimate_that_does_not_meet_the_fused_range_is_marked_and_stays_in_the_medians() {
        seen("a", 10, 40, 60);
        seen("b", 11, 50, 70);
        seen("c", 12, 400, 600);
        assertThat(present()).isEqualTo(new Crowd.Range(50, 59, 70));
        assertThat(crowd().estimates())
                .extracting(Crowd.Estimate::observer, Crowd.Estimate::outlier)
                .containsExactly(tuple("c", true), tuple("b", false), tuple("a", false));
    }

    @Test
    void a_range_that_touches_the_fused_one_is_no_outlier() {
        seen("a", 10, 40, 50);
        seen("b", 11, 50, 70);
        seen("c", 12, 70, 90);
        assertThat(present()).isEqualTo(new Crowd.Range(50, 59, 70));
        assertThat(crowd().estimates()).noneMatch(Crowd.Estimate::outlier);
    }

    @Test
    void as_of_is_the_oldest_that_contributed() {
        seen("a", 1, 1, 1);
        seen("b", 20, 1, 1);
        seen("c", 40, 1, 1);
        assertThat(crowd().asOf()).isEqualTo(minute(20));
    }

    @Test
    void two_units_reporting_one_crowd_are_never_added() {
        seen("RT21", 10, 50, 50);
        seen("RT22", 10, 50, 50);
        assertThat(present()).isEqualTo(new Crowd.Range(50, 50, 50));
        assertThat(world.area("rotherham").crowd()).isEqualTo(new Crowd.Range(50, 50, 50));
    }

    @Test
    void what_organisers_and_media_say_is_another_observers() {
        seen("desk", 10, 10, 10);
        world.report(
                Say.at(minute(11)).by("desk").about(incident).crowd(90, 90, CrowdMethod.ORGANISER));
        world.report(
                Say.at(minute(12)).by("desk").about(incident).crowd(30, 30, CrowdMethod.MEDIA));
        assertThat(crowd().estimates()).extracting(Crowd.Estimate::observer)
                .containsExactly("desk/media", "desk/organiser", "desk");
        assertThat(present().best()).isEqualTo(30);
    }

    @Test
    void peak_is_the_greatest_fused_best_that_ever_was() {
        seen("a", 10, 100, 100);
        seen("a", 20, 300, 300);
        seen("a", 30, 50, 50);
        assertThat(crowd().peak()).isEqualTo(300);
        assertThat(present().best()).isEqualTo(50);
    }

    @Test
    void late_evidence_raises_a_peak() {
        seen("a", 10, 100, 100);
        seen("a", 30, 50, 50);
        seen("b", 20, 900, 900);
        assertThat(crowd().peak()).isEqualTo(500);
    }

    @Test
    void late_evidence_lowers_a_peak() {
        seen("a", 10, 100, 100);
        seen("a", 30, 50, 50);
        seen("b", 9, 20, 20);
        assertThat(crowd().peak()).isEqualTo(60);
    }

    @Test
    void late_evidence_counts_to_the_very_end_of_its_window() {
        seen("a", 40, 200, 200);
        seen("b", 10, 100, 100);
        assertThat(crowd().peak()).isEqualTo(150);
        seen("b", 9, 1, 1);
        assertThat(crowd().peak()).isEqualTo(150);
    }

    @Test
    void late_evidence_does_not_change_what_its_observer_said_after() {
        seen("a", 10, 100, 100);
        seen("b", 12, 200, 200);
        seen("b", 11, 5, 5);
        assertThat(present().best()).isEqualTo(150);
        assertThat(crowd().peak()).isEqualTo(150);
    }

    @Test
    void a_wrong_phone_clock_in_the_future_does_not_silence_the_rest() {
        world.report(Say.at(minute(999)).by("a").about(incident).crowd(10, 10));
        seen("b", 199, 30, 30);
        assertThat(present().best()).isEqualTo(20);
        assertThat(crowd().estimates().getFirst().effectiveAt()).isEqualTo(minute(200));
    }

    @Test
    void a_crowd_goes_with_the_incident_that_moves() {
        seen("a", 10, 50, 50);
        world.report(Say.at(minute(20)).about(incident).in("The Moor", World.SHEFFIELD));
        assertThat(world.area("thurcroft").crowd()).isNull();
        assertThat(world.area("sheffield").crowd()).isEqualTo(new Crowd.Range(50, 50, 50));
        assertThat(world.area("south-yorkshire").crowd()).isEqualTo(new Crowd.Range(50, 50, 50));
    }

    @Test
    void a_closed_incident_has_no_present_crowd_but_keeps_its_peak_and_estimates() {
        seen("a", 10, 50, 50);
        world.report(Say.at(minute(20)).about(incident).closes(null));
        assertThat(crowd().present()).isNull();
        assertThat(crowd().peak()).isEqualTo(50);
        assertThat(crowd().estimates()).hasSize(1);
        assertThat(world.area("thurcroft").crowd()).isNull();
    }

    private void seen(String observer, double minute, int low, int high) {
        world.report(Say.at(minute(minute)).by(observer).about(incident).crowd(low, high));
    }

    private Crowd crowd() {
        return Objects.requireNonNull(world.incident(incident).crowd());
    }

    private Crowd.Range present() {
        return Objects.requireNonNull(crowd().present());
    }
}
