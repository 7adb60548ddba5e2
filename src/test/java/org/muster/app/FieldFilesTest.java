package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What a phone keeps of the field page: all of it, and nothing of the board. */
final class FieldFilesTest {
    private final PageFiles served = PageFiles.ofProgram();
    private final String ours = text("field-files.js");

    private String text(String name) {
        return served.find(name).orElseThrow().plain().toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_page_its_script_with_what_that_imports_its_style_manifest_and_icons_are_listed() {
        assertThat(ours).contains("\"/field\":", "\"/field.js\":", "\"/field.css\":",
                "\"/field.webmanifest\":", "\"/field-icon.svg\":", "\"/field-icon-192.png\":",
                "\"/field-icon-512.png\":");
    }

    @Test
    void the_board_and_the_worker_are_not() {
        assertThat(ours).doesNotContain("main.", "index", "field-worker", "field-files", "docs");
    }

    @Test
    void each_file_stands_with_the_hash_of_its_bytes() throws Exception {
        var listed = Pattern.compile("\"/([^\"]+)\":\"sha256-([^\"]+)\"").matcher(ours);
        int count = 0;
        while (listed.find()) {
            String name = listed.group(1).equals("field") ? "field.html" : listed.group(1);
            byte[] bytes = served.find(name).orElseThrow().plain().getBytes();
            assertThat(listed.group(2)).as(name)
                    .isEqualTo(Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)));
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(7);
    }

    private static Map<String, byte[]> made(String inTheLast) {
        Map<String, byte[]> files = new HashMap<>();
        files.put("field.html", bytes("<script src=\"field.js\"></script>"));
        files.put("field.js",
                bytes("import{a as b}from\"./chunk-A1.js\";import(\"./chunk-B2.js\")"));
        files.put("chunk-A1.js", bytes("export const a=\"main.js\";"));
        files.put("chunk-B2.js", bytes(inTheLast));
        files.put("main.js", bytes("import\"./chunk-A1.js\""));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String version(Map<String, byte[]> files) {
        return new String(new FieldFiles(files).script(), StandardCharsets.UTF_8)
                .replaceFirst("(?s).*\"version\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void the_version_is_another_when_a_file_is_another_and_else_the_same() {
        assertThat(new FieldFiles(made("1")).files().keySet()).isEqualTo(
                new TreeSet<>(Set.of("/field", "/field.js", "/chunk-A1.js", "/chunk-B2.js")));
        assertThat(version(made("1"))).matches("[0-9a-f]{16}")
                .isEqualTo(version(made("1")))
                .isNotEqualTo(version(made("2")));
    }

    @Test
    void a_file_that_is_named_and_missing_is_told_at_once() {
        Map<String, byte[]> files = made("1");
        files.remove("chunk-B2.js");
        assertThatThrownBy(() -> new FieldFiles(files).script())
                .hasMessageContaining("chunk-B2.js");
    }
}
