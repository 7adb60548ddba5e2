package org.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When times that come again are, by the clock on the wall of London. */
final class ScheduleTest {

    private static final Schedule NIGHTS = schedule(List.of("fri", "sat"), List.of(), "21:00",
            "05:00");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2014-09-05T19:59:59.999Z, false", "2014-09-05T20:00:00Z, true",
            "2014-09-06T03:59:59.999Z, true", "2014-09-06T04:00:00Z, false",
            "2014-09-06T19:59:59.999Z, false", "2014-09-06T20:00:00Z, true",
            "2014-09-07T03:59:59.999Z, true", "2014-09-07T04:00:00Z, false",
            "2014-09-07T20:00:00Z, false", "2014-12-05T20:59:59.999Z, false",
            "2014-12-05T21:00:00Z, true", "2014-12-06T05:00:00Z, false"})
    void a_night_begins_on_its_day_and_lasts_into_the_next(Instant now, boolean isOn) {
        assertThat(NIGHTS.isOn(now)).isEqualTo(isOn);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2014-09-05T12:00:00Z, 2014-09-05T20:00:00Z",
            "2014-09-05T20:00:00Z, 2014-09-06T04:00:00Z",
            "2014-09-06T04:00:00Z, 2014-09-06T20:00:00Z",
            "2014-09-07T04:00:00Z, 2014-09-12T20:00:00Z",
            // Winter time begins on the Sunday morning.
            "2014-10-25T20:00:00Z, 2014-10-26T05:00:00Z"})
    void it_turns_at_its_beginning_and_at_its_end(Instant now, Instant turn) {
        assertThat(NIGHTS.turnsAt(now)).isEqualTo(turn);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-12-26T10:59:59Z, false", "2026-12-26T11:00:00Z, true",
            "2026-12-26T18:59:59Z, true", "2026-12-26T19:00:00Z, false",
            "2026-12-27T12:00:00Z, false", "2026-12-19T12:00:00Z, false"})
    void a_date_is_that_day_alone(Instant now, boolean isOn) {
        Schedule match = schedule(List.of(), List.of("2026-12-26"), "11:00", "19:00");
        assertThat(match.isOn(now)).isEqualTo(isOn);
    }

    @Test
    void a_date_far_ahead_is_seen_and_one_that_is_past_never_comes_again() {
        Schedule match = schedule(List.of(), List.of("2026-12-26", "2027-03-06"), "11:00", "19:00");
        assertThat(match.turnsAt(Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo("2026-12-26T11:00:00Z");
        assertThat(match.turnsAt(Instant.parse("2026-12-26T19:00:00Z")))
                .isEqualTo("2027-03-06T11:00:00Z");
        assertThat(match.turnsAt(Instant.parse("2027-03-06T19:00:00Z"))).isNull();
    }

    @Test
    void days_and_dates_add_up() {
        Schedule both = schedule(List.of("sat"), List.of("2014-09-07"), "12:00", "13:00");
        assertThat(both.isOn(Instant.parse("2014-09-06T11:30:00Z"))).isTrue();
        assertThat(both.isOn(Instant.parse("2014-09-07T11:30:00Z"))).isTrue();
        assertThat(both.isOn(Instant.parse("2014-09-08T11:30:00Z"))).isFalse();
    }

    @Test
    void without_days_and_dates_it_is_every_day() {
        Schedule lunch = schedule(List.of(), List.of(), "12:00", "13:00");
        Instant noon = Instant.parse("2014-12-01T12:00:00Z");
        for (int day = 0; day < 7; day++) {
            Instant now = noon.plusSeconds(day * 86_400L);
            assertThat(lunch.isOn(now)).isTrue();
            assertThat(lunch.turnsAt(now)).isEqualTo(now.plusSeconds(3_600));
        }
    }

    @Test
    void what_ends_when_it_begins_lasts_a_day_and_every_day_for_ever() {
        Schedule always = schedule(List.of(), List.of(), "08:00", "08:00");
        Instant now = Instant.parse("2014-09-05T07:00:00Z");
        assertThat(always.isOn(now)).isTrue();
        assertThat(always.turnsAt(now)).isNull();
        Schedule friday = schedule(List.of("fri"), List.of(), "08:00", "08:00");
        assertThat(friday.turnsAt(now)).isEqualTo("2014-09-06T07:00:00Z");
    }

    /** On 30 March 2014 it is 02:00 when it would be 01:00. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2014-03-30T00:59:59Z, false", "2014-03-30T01:29:59Z, false",
            "2014-03-30T01:30:00Z, true", "2014-03-30T03:00:00Z, false"})
    void an_hour_that_the_clock_leaves_out_comes_as_much_later(Instant now, boolean isOn) {
        Schedule early = schedule(List.of("sun"), List.of(), "01:30", "04:00");
        assertThat(early.isOn(now)).isEqualTo(isOn);
    }

    @Test
    void the_night_on_which_the_clock_is_put_forward_is_an_hour_shorter() {
        assertThat(NIGHTS.turnsAt(Instant.parse("2014-03-29T12:00:00Z")))
                .isEqualTo("2014-03-29T21:00:00Z");
        assertThat(NIGHTS.turnsAt(Instant.parse("2014-03-29T21:00:00Z")))
                .isEqualTo("2014-03-30T04:00:00Z");
    }

    /** On 26 October 2014 it is 01:00 again when it would be 02:00. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2014-10-26T00:29:59Z, false", "2014-10-26T00:30:00Z, true",
            "2014-10-26T00:50:00Z, true", "2014-10-26T01:15:00Z, true",
            "2014-10-26T01:44:59Z, true", "2014-10-26T01:45:00Z, false"})
    void an_hour_that_comes_twice_is_begun_with_the_first_and_ended_with_the_second(Instant now,
            boolean isOn) {
        Schedule early = schedule(List.of("sun"), List.of(), "01:30", "01:45");
        assertThat(early.isOn(now)).isEqualTo(isOn);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"21:00, 05:00", "00:00, 00:00", "01:30, 02:30", "23:59, 00:01", "12:00, 11:59"})
    void minute_by_minute_through_both_changes_of_the_clock_it_turns_when_it_says(String from,
            String to) {
        Schedule schedule = schedule(List.of("sat", "sun", "wed"), List.of("2014-03-28"), from, to);
        for (String begin : List.of("2014-03-27T00:00:00Z", "2014-10-23T00:00:00Z")) {
            Instant now = Instant.parse(begin);
            Instant turn = schedule.turnsAt(now);
            for (int minute = 0; minute < 6 * 24 * 60; minute++) {
                Instant next = now.plusSeconds(60);
                boolean turns = schedule.isOn(next) != schedule.isOn(now);
                assertThat(next.equals(turn)).as("at %s", next).isEqualTo(turns);
                turn = turns ? schedule.turnsAt(next) : turn;
                now = next;
            }
        }
    }

    private static Schedule schedule(List<String> days, List<String> dates, String from,
            String to) {
        return new Schedule("some", "Europe/London", days, dates, from, to);
    }
}
