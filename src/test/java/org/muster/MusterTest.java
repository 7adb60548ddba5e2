package org.muster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
