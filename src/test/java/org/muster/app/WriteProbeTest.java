package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.model.Rejection;

final class WriteProbeTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_that_takes_no_writes_is_told_until_it_takes_them_again() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (WriteProbe probe = new WriteProbe(data, System::nanoTime)) {
            probe.look();
            assertThat(probe.trouble()).isEmpty();
            Path away = Files.move(data, folder.resolve("away"));
            probe.look();
            assertThat(probe.trouble()).map(Rejection::code)
                    .contains(Rejection.Code.RECORDER_STOPPED);
            Files.move(away, data);
            probe.look();
            assertThat(probe.trouble()).isEmpty();
        }
    }
}
