package org.muster.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every test that the list of promises names is there. Some are compiled with the browser alone: sources are read. */
final class ShownByTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+IT)\\.(\\w+)`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("docs/testing.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named.stream().filter(test -> !exists(test)).map(MatchResult::group)).isEmpty();
    }

    @Test
    void every_promise_names_a_test() throws IOException {
        List<String> promises = Files.readAllLines(Path.of("docs/testing.md"))
                .stream()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
        assertThat(promises).isNotEmpty().allMatch(line -> NAMED.matcher(line).find());
    }

    private static boolean exists(MatchResult test) {
        String source = test.group(1) + ".java";
        return Stream.of("web", "it")
                .flatMap(of -> Stream.of("src/test-browser/java", "src/test/java")
                        .map(root -> Path.of(root, "org/muster", of, source)))
                .filter(Files::exists)
                .anyMatch(file -> read(file).contains("void " + test.group(2) + "("));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
