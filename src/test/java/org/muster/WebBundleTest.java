package org.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

final class WebBundleTest {
    private static final Pattern PIECE = Pattern.compile("import\"\\./(chunk-\\w+\\.js)\"");

    @Test
    void the_page_and_its_script_are_in_the_jar_in_one_piece_that_imports_nothing()
            throws IOException {
        assertThat(resource("/web/index.html")).contains("main.js");
        String main = resource("/web/main.js");
        assertThat(main).endsWith("//# sourceMappingURL=main.js.map\n");
        List<String> pieces = PIECE.matcher(main).results().map(found -> found.group(1)).toList();
        assertThat(pieces).hasSize(1);
        assertThat(resource("/web/" + pieces.getFirst())).contains("customElements.define(")
                .doesNotContainPattern("(from|import)\\s*[\"']");
    }

    private static String resource(String name) throws IOException {
        try (var in = WebBundleTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
