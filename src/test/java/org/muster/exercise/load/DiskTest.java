package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flushing comes to, counted by a clock that goes on by a millisecond with each look. */
final class DiskTest {
    @TempDir
    private Path folder;
    private long nanos;

    @Test
    void flushes_are_counted_and_nothing_is_left_behind() throws IOException {
        var disk = Disk.of(folder, () -> nanos += 1_000_000);
        var flushes = disk.measure(Duration.ofMillis(20));
        assertThat(flushes.perSecond()).isEqualTo(1000);
        assertThat(flushes.p50Millis()).isBetween(0.99, 1.01);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void memory_is_told_from_a_disk() {
        assertThat(new Disk(folder, "tmpfs", () -> 0).isMemory()).isTrue();
        assertThat(new Disk(folder, "ext4", () -> 0).isMemory()).isFalse();
    }
}
