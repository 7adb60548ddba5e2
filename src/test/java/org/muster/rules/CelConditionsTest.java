package org.muster.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.core.Conditions;
import org.muster.core.Conditions.Unanswered;
import org.muster.core.Fact;
import org.muster.core.Facts;
import org.muster.model.AlertSubject;

/** What a rule answers. */
final class CelConditionsTest {
    private static final String PER_OFFICER = "incident.officers.atScene > 0"
            + " ? incident.crowd.high / incident.officers.atScene : none";

    @ParameterizedTest
    @ValueSource(strings = {"incident.crowd.high > limit * incident.officers.atScene",
            "incident.crowd.high == 61 && !incident.standby", "incident.standby || incident.major",
            "incident.officers.atScene > 5 ? incident.standby : incident.major",
            "-incident.crowd.high < -60", "(incident.crowd.high - 1) * 2 >= 120",
            "incident.crowd.high != 60", "limit <= 20"})
    void a_condition_holds_by_the_facts_and_the_rules_own_values(String condition) {
        assertThat(Written.when(condition).with("limit", 20).understood().holds(riot())).isTrue();
        assertThat(
                Written.when("!(" + condition + ")").with("limit", 20).understood().holds(riot()))
                .isFalse();
    }

    @Test
    void no_officers_is_the_worst_case() {
        Conditions rule = Written.when("incident.crowd.high > 20 * incident.officers.atScene")
                .understood();
        assertThat(rule.holds(incident().is("incident.crowd.high", 1))).isTrue();
        assertThat(rule.holds(incident())).isFalse();
    }

    @Test
    void an_alert_ends_when_the_condition_holds_no_more_or_as_its_rule_says() {
        Conditions plain = Written.when("incident.reports > 10").understood();
        Conditions held = Written.when("incident.reports > 10")
                .with("clearWhen", "incident.reports < 5")
                .understood();
        Told seven = incident().is("incident.reports", 7);
        assertThat(plain.clears(seven)).isTrue();
        assertThat(held.clears(seven)).isFalse();
        assertThat(held.clears(incident().is("incident.reports", 4))).isTrue();
    }

    @Test
    void a_number_may_be_missing() {
        Conditions rule = Written.value(PER_OFFICER).understood();
        assertThat(rule.value(riot())).isEqualTo(20);
        assertThat(rule.value(incident().is("incident.crowd.high", 61))).isNull();
        assertThat(rule.threshold(riot())).isNull();
        assertThat(rule.again(riot())).isNull();
        assertThat(Written.value("none").understood().value(riot())).isNull();
    }

    @Test
    void a_message_has_numbers_words_and_braces() {
        Conditions rule = Written.message(
                "{{{incident.crowd.high}}} of {limit + 1} at {incident.title}: {'}' + \"{\\\"\"}")
                .with("limit", 20)
                .understood();
        assertThat(rule.message(riot())).isEqualTo("{61}} of 21 at Ivanhoe Road: }{\"");
    }

    @Test
    void a_message_that_facts_make_too_long_is_cut() {
        Conditions rule = Written.message("At {incident.title}").understood();
        String message = rule.message(incident().is("incident.title", "😀".repeat(2_000)));
        assertThat(message.codePointCount(0, message.length())).isEqualTo(500);
        assertThat(message).startsWith("At 😀").endsWith("😀…");
    }

    @Test
    void it_reads_what_decides_and_not_what_is_shown() {
        Conditions rule = Written.when("incident.crowd.high > incident.crowd.low")
                .with("clearWhen", "incident.contained")
                .with("again", "incident.reports")
                .with("message", "{incident.title}")
                .with("value", "incident.arrests")
                .understood();
        assertThat(rule.reads()).containsExactlyInAnyOrder(Fact.INCIDENT_CROWD_HIGH,
                Fact.INCIDENT_CROWD_LOW, Fact.INCIDENT_CONTAINED, Fact.INCIDENT_REPORTS);
    }

    @Test
    void a_sum_beyond_the_largest_number_is_no_answer_and_never_a_no() {
        Conditions rule = Written.when("incident.reports * 9000000000000000000 > 0")
                .with("message", "{incident.reports / incident.arrests} a head")
                .with("value", "1 % incident.arrests")
                .understood();
        Told two = incident().is("incident.reports", 2);
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> rule.holds(two))
                .withMessage("when grows beyond the largest number in:"
                        + " incident.reports * 9000000000000000000 > 0");
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> rule.clears(two));
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> rule.message(two))
                .withMessage("message divides by 0 in: incident.reports / incident.arrests");
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> rule.value(two))
                .withMessage("value divides by 0 in: 1 % incident.arrests");
    }

    @Test
    void our_own_faults_are_no_missing_answers() {
        Facts broken = new Facts() {
            @Override
            public long number(Fact fact) {
                throw new IllegalArgumentException("ours");
            }

            @Override
            public String words(Fact fact) {
                throw new IllegalArgumentException("ours");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> Written.when("incident.major").understood().holds(broken));
        assertThatIllegalStateException()
                .isThrownBy(() -> Written.message("{incident.title}").understood().message(broken));
    }

    @Test
    void a_rule_of_another_version_that_is_not_understood_has_no_answer() {
        Conditions strange = Written.when("incident.ofAnotherVersion > 1").understood();
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> strange.holds(riot()))
                .withMessageContaining("incident.ofAnotherVersion");
        assertThatExceptionOfType(Unanswered.class).isThrownBy(() -> strange.clears(riot()));
        assertThat(strange.reads()).contains(Fact.INCIDENT_REPORTS);
    }

    private static Told incident() {
        return new Told(AlertSubject.Type.INCIDENT);
    }

    private static Told riot() {
        return incident().is("incident.crowd.high", 61)
                .is("incident.officers.atScene", 3)
                .is("incident.major", true)
                .is("incident.title", "Ivanhoe Road");
    }
}
