package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.muster.app.Version;

/** The launcher as a person uses it: from anywhere, through a link, with a wrong JDK. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
    private static final Path LAUNCHER = Path.of(System.getProperty("muster.home", "."), "muster")
            .toAbsolutePath();

    @TempDir
    private Path elsewhere;

    private record Outcome(int code, String out, String err) {}

    @Test
    void it_prints_the_version_from_another_folder_and_nothing_else() throws Exception {
        var outcome = run(LAUNCHER, Map.of(), "--version");
        assertThat(outcome).isEqualTo(new Outcome(0, "muster " + Version.current() + "\n", ""));
    }

    @Test
    void it_works_through_a_symlink_and_passes_the_exit_code_on() throws Exception {
        var link = Files.createSymbolicLink(elsewhere.resolve("m"), LAUNCHER);
        assertThat(run(link, Map.of(), "--version").code()).isZero();
        assertThat(run(link, Map.of(), "--nonsense").code()).isEqualTo(2);
        Files.delete(link);
    }

    @Test
    void a_java_home_without_a_jdk_is_named_and_refused() throws Exception {
        var outcome = run(LAUNCHER, Map.of("MUSTER_JAVA_HOME", elsewhere.toString()), "--version");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("MUSTER_JAVA_HOME", elsewhere.toString(), "25");
    }

    private Outcome run(Path program, Map<String, String> environment, String argument)
            throws IOException, InterruptedException {
        var out = elsewhere.resolve("out");
        var err = elsewhere.resolve("err");
        var builder = new ProcessBuilder(List.of(program.toString(), argument))
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("MUSTER_NO_BUILD", "1");
        builder.environment().put("MUSTER_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end after 60 s: " + program);
        }
        return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
