package org.muster.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.muster.config.Alertmanager;
import org.muster.config.Alerts;
import org.muster.config.Config;
import org.muster.config.Limits;
import org.muster.config.Loaded;
import org.muster.config.Server;
import org.muster.config.SignIn;
import org.muster.config.Snapshots;
import org.muster.config.Streaming;
import org.muster.config.Tiles;
import org.muster.config.Units;
import org.muster.config.Windows;

/** The shipped configuration, the README and the code say the same. */
final class ConfigTest {
    private static final Path SHIPPED = Path.of("config");

    @Test
    void the_shipped_folder_has_no_fault() {
        assertThat(Config.load(SHIPPED, Map.of())).isInstanceOf(Loaded.Ready.class);
    }

    @Test
    void the_shipped_file_sets_every_key_to_its_default() {
        assertThat(Config.load(SHIPPED, Map.of())).isInstanceOfSatisfying(Loaded.Ready.class,
                ready -> {
                    Config config = ready.config();
                    assertThat(config.server()).isEqualTo(Server.defaults());
                    assertThat(config.limits()).isEqualTo(Limits.defaults());
                    assertThat(config.windows()).isEqualTo(Windows.defaults());
                    assertThat(config.alerts()).isEqualTo(Alerts.defaults());
                    assertThat(config.units()).isEqualTo(Units.defaults());
                    assertThat(config.stream()).isEqualTo(Streaming.defaults());
                    assertThat(config.snapshots()).isEqualTo(Snapshots.defaults());
                    assertThat(config.signIn()).isEqualTo(SignIn.defaults());
                    assertThat(config.alertmanager()).isEqualTo(Alertmanager.defaults());
                    assertThat(config.tiles()).isEqualTo(Tiles.defaults());
                });
    }

    @Test
    void the_shipped_file_holds_every_key_with_its_comment() throws IOException {
        String file = Files.readString(SHIPPED.resolve(Config.MUSTER_FILE));
        String right = KeyTable.yaml();
        show(!file.endsWith(right), "config/muster.yaml must end with", right);
        assertThat(file).endsWith(right);
    }

    @Test
    void the_table_of_settings_in_the_readme_is_what_the_code_says() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf(KeyTable.BEGIN);
        int end = readme.indexOf(KeyTable.END) + KeyTable.END.length();
        String table = begin < 0 || end < begin ? "" : readme.substring(begin, end);
        String right = KeyTable.markdown();
        show(!table.equals(right), "README.md must hold", right);
        assertThat(table).isEqualTo(right);
    }

    private static void show(boolean differs, String what, String right) {
        if (differs) {
            System.out.println(what + ":\n" + right);
        }
    }
}
