package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be measured is looked at before anything is started. */
final class JarTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_is_no_jar() {
        assertThatThrownBy(() -> Jar.of(folder, List.of())).isInstanceOf(BenchFailed.class)
                .hasMessageContaining("is no file", "--jar");
    }

    @Test
    void a_text_is_no_jar() throws IOException {
        var text = Files.writeString(folder.resolve("text.jar"), "not a jar");
        assertThatThrownBy(() -> Jar.of(text, List.of())).isInstanceOf(BenchFailed.class)
                .hasMessageContaining("is no jar");
    }

    @Test
    void somebody_elses_jar_is_told_from_ours() throws IOException {
        var other = folder.resolve("other.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(other))) {
            jar.putNextEntry(new JarEntry("x"));
        }
        assertThatThrownBy(() -> Jar.of(other, List.of())).isInstanceOf(BenchFailed.class)
                .hasMessageContaining("not Muster's");
    }
}
