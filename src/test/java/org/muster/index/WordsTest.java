package org.muster.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {

    @ParameterizedTest
    @CsvSource({"Ivanhoe Road,ivanhoe road", "CAFÉ,cafe", "cafe\u0301,cafe", "Straße,strasse",
            "STRASSE,strasse", "ΣΊΣΥΦΟΣ,σισυφοσ", "İstanbul,istanbul", "ﬁre,fire", "Łódź,łodz",
            "a.b-c_d,a b c d", "RT21,rt21", "１２,12", "北京,北京", "'— !',''"})
    void letters_are_compared_without_case_and_marks(String text, String folded) {
        assertThat(String.join(" ", Words.in(text))).isEqualTo(folded);
    }

    @Test
    void the_last_word_is_a_beginning_until_something_stands_behind_it() {
        assertThat(Words.of("Mill Lane")).isEqualTo(new Words(Set.of("mill"), "lane"));
        assertThat(Words.of("Mill Lane ")).isEqualTo(new Words(Set.of("mill", "lane"), null));
        assertThat(Words.of("Mill L")).isEqualTo(new Words(Set.of("mill", "l"), null));
        assertThat(Words.of("cafe\u0301")).isEqualTo(new Words(Set.of(), "cafe"));
        assertThat(Words.of("mill mill")).isEqualTo(new Words(Set.of("mill"), "mill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "\"", "-", "()", "' -- '"})
    void what_holds_no_word_is_no_search(String typed) {
        assertThat(Words.of(typed).count()).isZero();
    }
}
