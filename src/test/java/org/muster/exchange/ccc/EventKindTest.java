package org.muster.exchange.ccc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventKindTest {
    private static final List<String> KNOWN = List.of("static-assembly", "procession",
            "counter-demonstration", "vigil", "picket", "sit-in", "road-block", "encampment",
            "vehicle-convoy", "flash-gathering", "other-protest");

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"protest|Protest|static-assembly", "Rally|Rally|static-assembly",
                    "march; rally|March, rally|procession", "rally;march|Rally, march|procession",
                    "march and vigil|March, vigil|vigil",
                    "counterprotest|Counter-protest|counter-demonstration",
                    "Counter protest|Counter-protest|counter-demonstration",
                    "protest; march; road blockade|Protest, march, blockade|road-block",
                    "block highway; protest|Blockade, protest|road-block",
                    "protest; die-in/death train|Protest, die-in|sit-in", "sit-ins|Sit-in|sit-in",
                    "hunger strike|Hunger strike|other-protest", "sick out; strike|Strike|picket",
                    "walkout|Walk-out|picket", "raly|Rally|static-assembly",
                    "protesst|Protest|static-assembly",
                    "encampment; protest|Encampment, protest|encampment",
                    "flotilla|Convoy|vehicle-convoy", "flash mob|Flash mob|flash-gathering",
                    "''|Protest|other-protest", "BBQ for Jane Doe|Protest|other-protest",
                    "vandalism (hate crime?)|Protest|other-protest"})
    void the_most_particular_word_decides_and_only_known_words_are_shown(String cell, String title,
            String category) {
        assertThat(EventKind.read(cell, KNOWN)).isEqualTo(new EventKind.Said(title, category));
    }

    @ParameterizedTest
    @CsvSource({"march,other-protest", "protest,other-protest"})
    void a_category_that_the_service_does_not_have_becomes_the_general_one(String cell,
            String category) {
        assertThat(EventKind.read(cell, List.of("other-protest", "a")).category())
                .isEqualTo(category);
        assertThat(EventKind.read(cell, List.of("b", "a")).category()).isEqualTo("a");
    }
}
