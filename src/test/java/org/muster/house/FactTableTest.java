package org.muster.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.muster.core.Fact;

/** What whoever writes rules reads of the facts is what the code says. */
final class FactTableTest {
    private static final String BEGIN = "<!-- facts:begin -->\n";
    private static final String END = "<!-- facts:end -->";

    @Test
    void the_table_of_facts_is_what_the_code_says() throws IOException {
        String text = Files.readString(Path.of("docs/operations.md"));
        assertThat(text).contains(BEGIN, END);
        assertThat(text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END)))
                .isEqualTo(table());
    }

    private static String table() {
        return Arrays.stream(Fact.values())
                .map(fact -> "| `%s` | %s | %s |\n".formatted(fact.text(), kind(fact),
                        fact.meaning()))
                .collect(Collectors.joining("",
                        "| fact | what it is | meaning |\n| --- | --- | --- |\n", ""));
    }

    private static String kind(Fact fact) {
        return switch (fact.kind()) {
            case COUNT -> "number";
            case FLAG -> "yes or no";
            case WORDS -> "words";
        };
    }
}
