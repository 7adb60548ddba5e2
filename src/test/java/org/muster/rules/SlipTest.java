package org.muster.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a rule that cannot be understood. A caret marks the very word. */
final class SlipTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "^incident.crowd.hihg > 10|did you mean \"incident.crowd.high\"?",
            "true && ^incidnet.crowd.high > 1|did you mean \"incident.crowd.high\"?",
            "^incident.crowd > 10|there are incident.crowd.known, incident.crowd.low",
            "1 > ^incident.atScene|did you mean incident.officers.atScene?",
            "^incident.weather|there is no fact incident.weather",
            "incident.reports > ^limti|did you mean \"limit\"?", "^x > 1|stands under values",
            "^area.crowd.high > 10|is a fact of the scope area; this rule's scope is incident; did you mean"
                    + " \"incident.crowd.high\"?",
            "^area.silent|is a fact of the scope area; this rule's scope is incident",
            "^incident.title == ^\"riot\"|words stand in messages only",
            "incident.crowd.high ^/ incident.officers.atScene > 20|compare without dividing: incident.crowd.high >",
            "incident.reports ^% 2 == 0|compare without dividing",
            "incident.crowd.high > ^1.5|numbers in a rule are whole",
            "incident.crowd.high > ^5u|numbers in a rule are whole",
            "incident.reports == ^null|null is no part of a rule",
            "incident.reports > ^none|none stands in value and threshold only",
            "incident.reports ^> incident.major|\">\" does not go with a number and a yes or no",
            "1 < incident.reports ^< 3|\"<\" does not go with a yes or no and a number",
            "^!incident.reports|\"!\" does not go with a number",
            "incident.major ^? 1 : true|must be of one kind, not a number and a yes or no",
            "incident.reports ^? true : false|what stands before ? must be a yes or no, not a number",
            "^incident.reports|must say yes or no", "^1|must say yes or no",
            "incident.reports ^= 3|\"=\" does not belong here; did you mean \"==\"?",
            "incident.major ^and incident.standby|did you mean \"&&\"?",
            "incident.major &&^|something is missing here",
            "(incident.major^|\")\" is missing here",
            "^99999999999999999999 > 1|is too large a number",
            "^incident.title.contains(\"x\")|functions such as a.contains() are no part of a rule",
            "^incident.reports.exceeds(1)|functions such as a.exceeds() are no part of a rule",
            "incident.reports ^in ^[1, 2]|in is no part of a rule",
            "^[1, 2] == ^[3]|lists, maps and messages are no part of a rule",
            "size^(^\"a\") > 1|size() is no part of a rule"})
    void a_condition_that_cannot_be_understood_is_told_at_the_very_word(String marked,
            String detail) {
        assertThat(Written.when(marked.replace("^", "")).with("limit", 20).slips()).isNotEmpty()
                .allSatisfy(slip -> {
                    assertThat(slip.key()).isEqualTo("when");
                    assertThat(places(marked)).contains(slip.offset());
                })
                .anySatisfy(slip -> assertThat(slip.detail()).contains(detail));
    }

    private static List<Integer> places(String marked) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < marked.length(); i++) {
            if (marked.charAt(i) == '^') {
                places.add(i - places.size());
            }
        }
        return places;
    }

    @Test
    void all_wrong_words_of_all_texts_are_told_at_once() {
        List<Slip> slips = Written.when("incident.mayor && incident.crowd.hihg > limti")
                .with("clearWhen", "incident.reports / 2 > 1")
                .with("again", "incident.major")
                .with("message", "{incident.titel} and {area.name}")
                .with("value", "incident.crowd.best +")
                .with("threshold", "limit")
                .slips();
        assertThat(slips).extracting(Slip::key)
                .containsExactly("when", "when", "when", "clearWhen", "again", "message", "message",
                        "value", "threshold");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{^incident.titel} there|did you mean \"incident.title\"?",
            "é😀 {^incident.titel} there|did you mean \"incident.title\"?",
            "there are ^{incident.reports|this brace is not closed",
            "there are ^{}|nothing stands between the braces",
            "there are ^{ } people|nothing stands between the braces",
            "{^incident.major}|must be a whole number or words",
            "{incident.title ^+ incident.reports}|\"+\" does not go with words and a number",
            "{^none}|none stands in value and threshold only"})
    void a_message_is_told_at_the_very_word(String marked, String detail) {
        assertThat(Written.message(marked.replace("^", "")).slips()).singleElement()
                .satisfies(slip -> {
                    assertThat(slip.key()).isEqualTo("message");
                    assertThat(slip.detail()).contains(detail);
                    assertThat(slip.offset()).isBetween(marked.indexOf('^'),
                            marked.indexOf('^') + "string(".length());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none + 1", "none > 1 ? 1 : 2", "-none", "incident.major ? none + 1 : 2"})
    void a_number_that_is_missing_cannot_be_reckoned_with(String value) {
        assertThat(Written.value(value).slips()).extracting(Slip::detail)
                .containsExactly("none stands alone, as in a > 0 ? b / a : none");
    }

    @Test
    void a_condition_may_be_a_thousand_characters_long_and_no_longer() {
        String longest = "incident.major" + " ".repeat(Language.LENGTH_MAX - 14);
        assertThat(Written.when(longest).slips()).isEmpty();
        assertThat(Written.when(longest + " ").slips()).extracting(Slip::detail)
                .containsExactly("is longer than 1000 characters; split it into two rules");
    }

    @Test
    void a_thousand_brackets_are_a_fault_and_no_crash() {
        assertThat(Written.when("(".repeat(Language.LENGTH_MAX)).slips()).hasSize(1);
        assertThat(Written.when("!".repeat(999) + "1").slips()).hasSize(1);
        assertThat(Written.when("-".repeat(999) + "1").slips()).hasSize(1);
        assertThat(Written.when("1+".repeat(200) + "1>1").slips()).isEmpty();
    }
}
