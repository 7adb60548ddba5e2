package org.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

final class WebBundleTest {
    @Test
    void the_page_and_its_script_are_in_the_jar_and_the_script_imports_nothing_by_bare_name()
            throws IOException {
        assertThat(resource("/web/index.html")).contains("main.js");
        assertThat(resource("/web/main.js")).contains("customElements.define(")
                .doesNotContainPattern("from\\s*[\"'][^./]")
                .endsWith("//# sourceMappingURL=main.js.map\n");
    }

    private static String resource(String name) throws IOException {
        try (var in = WebBundleTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
