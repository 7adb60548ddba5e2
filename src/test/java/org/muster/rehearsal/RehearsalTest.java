package org.muster.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.rehearsal.Nights.CROWD;
import static org.muster.rehearsal.Nights.NINE;
import static org.muster.rehearsal.Nights.WORSE;
import static org.muster.rehearsal.Nights.rule;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.muster.model.AlertAction;
import org.muster.model.Severity;
import org.muster.rehearsal.Pair.Kind;

final class RehearsalTest {
    /** A crowd that grows until both rules call, and disperses. */
    private static Nights night() {
        Nights night = new Nights(CROWD, WORSE);
        UUID incident = night.later(10).opens(50);
        night.later(20).tells(incident, 200);
        night.later(90).tells(incident, 600);
        night.later(60).tells(incident, 20);
        night.later(60);
        return night;
    }

    @Test
    void the_rules_of_the_record_raise_again_what_the_record_has_and_change_nothing() {
        Nights night = night();
        long head = night.journal.head();
        Rehearsed found = night.rehearse(null, null, false, CROWD, WORSE);
        assertThat(found.record()).isNotNull();
        assertThat(found.record().pairs()).hasSize(2);
        assertThat(found.record().count(Kind.SAME)).isEqualTo(2);
        assertThat(found.comparison().count(Kind.SAME)).isEqualTo(2);
        assertThat(found.missed()).isEmpty();
        assertThat(found.inputs()).isEqualTo(5);
        assertThat(night.journal.head()).isEqualTo(head);
    }

    @Test
    void a_lower_limit_calls_earlier_a_higher_one_later_and_a_hold_by_just_its_length() {
        Nights night = night();
        assertThat(night.rehearse(null, null, false, rule("crowd", Severity.HIGH, 40, 0), WORSE)
                .comparison()
                .pairs()).filteredOn(pair -> pair.kind() == Kind.EARLIER)
                .singleElement()
                .satisfies(pair -> assertThat(pair.by()).isEqualTo(Duration.ofSeconds(-20)));
        assertThat(night.rehearse(null, null, false, rule("crowd", Severity.HIGH, 400, 0), WORSE)
                .comparison()
                .pairs()).filteredOn(pair -> pair.kind() == Kind.LATER)
                .singleElement()
                .satisfies(pair -> assertThat(pair.by()).isEqualTo(Duration.ofSeconds(90)));
        assertThat(night.rehearse(null, null, false, rule("crowd", Severity.HIGH, 100, 45), WORSE)
                .comparison()
                .pairs()).filteredOn(pair -> pair.kind() == Kind.LATER)
                .singleElement()
                .satisfies(pair -> assertThat(pair.by()).isEqualTo(Duration.ofSeconds(45)));
    }

    @Test
    void what_only_one_of_the_two_calls_is_told_apart() {
        Rehearsed found = night().rehearse(null, null, false, WORSE,
                rule("fresh", Severity.LOW, 10, 0));
        assertThat(found.comparison().rows()).extracting(Comparison.Row::rule)
                .containsExactly("crowd", "fresh", "worse");
        assertThat(found.comparison().count(Kind.ONLY_OLD)).isEqualTo(1);
        assertThat(found.comparison().count(Kind.ONLY_NEW)).isEqualTo(1);
        assertThat(found.comparison().count(Kind.SAME)).isEqualTo(1);
        assertThat(found.missed()).as("the one that is missed was not critical").isEmpty();
    }

    @Test
    void a_critical_call_that_is_not_made_or_is_no_longer_critical_is_missed() {
        Nights night = night();
        assertThat(night.rehearse(null, null, false, CROWD).missed()).singleElement()
                .satisfies(pair -> assertThat(pair.kind()).isEqualTo(Kind.ONLY_OLD));
        assertThat(night.rehearse(null, null, false, CROWD, rule("worse", Severity.HIGH, 500, 0))
                .missed()).singleElement()
                .satisfies(pair -> assertThat(pair.kind()).isEqualTo(Kind.SAME));
        assertThat(
                night.rehearse(null, null, false, CROWD, rule("worse", Severity.CRITICAL, 500, 30))
                        .missed())
                .as("later is not missed")
                .isEmpty();
        assertThat(
                night.rehearse(null, null, false, CROWD, rule("worse", Severity.CRITICAL, 500, 90))
                        .missed())
                .as("it was over by then")
                .hasSize(1);
    }

    @Test
    void of_a_stretch_only_what_was_raised_in_it_counts() {
        Nights night = night();
        Rehearsed late = night.rehearse(NINE.plusSeconds(60), null, false, CROWD, WORSE);
        assertThat(late.comparison().rows()).extracting(Comparison.Row::rule)
                .containsExactly("worse");
        assertThat(late.record()).isNotNull();
        assertThat(late.record().count(Kind.SAME)).isEqualTo(1);
        assertThat(night.rehearse(null, NINE.plusSeconds(100), false, CROWD, WORSE)
                .comparison()
                .rows()).extracting(Comparison.Row::rule).containsExactly("crowd");
        assertThat(night.rehearse(NINE.plusSeconds(60), NINE.plusSeconds(70), false,
                rule("crowd", Severity.LOW, 150, 0)).comparison().pairs())
                .as("what stands already is not raised anew")
                .isEmpty();
    }

    @Test
    void what_people_did_is_done_again_where_the_alert_is_there() {
        Nights night = new Nights(CROWD, WORSE);
        UUID incident = night.opens(200);
        night.later(30).works("crowd", new AlertAction.Acknowledge());
        night.later(30).works("crowd", new AlertAction.Clear("a picnic"));
        night.later(30).tells(incident, 20);
        night.later(30).tells(incident, 300);
        night.later(30);
        Rehearsed same = night.rehearse(null, null, false, CROWD, WORSE);
        assertThat(same.refused()).isZero();
        assertThat(same.record()).isNotNull();
        assertThat(same.record().count(Kind.SAME)).isEqualTo(2);
        assertThat(same.comparison().pairs().getFirst().after()).isNotNull()
                .satisfies(
                        episode -> assertThat(episode.endedAt()).isEqualTo(NINE.plusSeconds(60)));
        Rehearsed other = night.rehearse(null, null, false, rule("crowd", Severity.HIGH, 250, 0));
        assertThat(other.refused()).as("nobody can clear what is not raised").isEqualTo(2);
    }

    @Test
    void the_load_of_a_desk_is_that_of_the_worst_ten_minutes_and_of_the_time_above_ten() {
        Nights night = new Nights(CROWD).desk("desk-2");
        for (int i = 0; i < 12; i++) {
            night.later(30).opens(200);
        }
        night.later(1_000);
        Rehearsed found = night.rehearse(null, null, false, rule("crowd", Severity.HIGH, 500, 0));
        assertThat(found.desks()).singleElement().satisfies(desk -> {
            assertThat(desk.desk()).isEqualTo("desk-2");
            // Above ten from the 11th, at 330 s, until the second leaves at 660 s; the record ends with the flood.
            assertThat(desk.before()).isEqualTo(new DeskLoad(12, 12, 330.0 / 840, 1));
            assertThat(desk.after()).isEqualTo(DeskLoad.NONE);
        });
    }

    @Test
    void by_the_observed_clock_everything_happens_when_it_was_so_and_in_an_order_that_can_be() {
        Nights night = new Nights(CROWD);
        night.afterwards(Duration.ofDays(900));
        UUID incident = night.opens(50, NINE);
        night.tells(incident, 20, NINE.plusSeconds(500));
        night.tells(incident, 200, NINE.plusSeconds(100));
        // Seen before the one that opened it: it cannot come before that.
        night.tells(incident, 150, NINE.minusSeconds(100));
        Rehearsed found = night.rehearse(null, null, true, CROWD,
                rule("small", Severity.LOW, 120, 0));
        assertThat(found.record()).as("its moments are others").isNull();
        assertThat(found.comparison().pairs()).hasSize(2)
                .allSatisfy(pair -> assertThat(pair.after()).isNotNull().satisfies(episode -> {
                    assertThat(episode.raisedAt()).isEqualTo(NINE.plusSeconds(100));
                    assertThat(episode.endedAt()).isEqualTo(NINE.plusSeconds(500));
                    assertThat(episode.late()).isFalse();
                }));
        Rehearsed stretch = night.rehearse(NINE.plusSeconds(200), NINE.plusSeconds(600), true,
                CROWD);
        assertThat(stretch.comparison().pairs()).as("it was raised before that").isEmpty();
    }

    @Test
    void the_old_rules_are_those_that_were_in_force_and_the_new_ones_hold_throughout() {
        Nights night = new Nights(CROWD);
        UUID incident = night.opens(200);
        night.later(60).apply(rule("crowd", Severity.HIGH, 400, 0));
        night.later(60).tells(incident, 500);
        night.later(60);
        Rehearsed found = night.rehearse(null, null, false, CROWD);
        assertThat(found.record()).isNotNull();
        assertThat(found.record().count(Kind.SAME)).isEqualTo(2);
        assertThat(found.comparison().rows()).singleElement()
                .satisfies(row -> assertThat(row.of(Kind.SAME)).isEqualTo(1))
                .satisfies(row -> assertThat(row.of(Kind.ONLY_OLD)).isEqualTo(1));
    }
}
