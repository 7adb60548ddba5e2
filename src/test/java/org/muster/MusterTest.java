package org.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import org.muster.app.Version;

final class MusterTest {
    @Test
    void the_version_is_the_one_that_was_built() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(new Version().getVersion()).containsExactly("muster " + Version.current());
    }

    @Test
    void help_and_version_end_well() {
        assertThat(Muster.run("--help")).isZero();
        assertThat(Muster.run("--version")).isZero();
    }

    @Test
    void an_unknown_option_or_no_command_at_all_is_wrong_usage() {
        assertThat(Muster.run("--nonsense")).isEqualTo(2);
        assertThat(Muster.run()).isEqualTo(2);
    }

    @Test
    void every_command_says_what_it_does_with_examples() {
        var commands = new ArrayDeque<>(List.of(new CommandLine(new Muster())));
        int seen = 0;
        while (!commands.isEmpty()) {
            CommandLine command = commands.remove();
            String help = command.getUsageMessage();
            assertThat(help).as(command.getCommandName()).contains("Usage:", "Examples:", "--help");
            commands.addAll(command.getSubcommands().values());
            seen++;
        }
        assertThat(seen).isGreaterThanOrEqualTo(7);
    }
}
