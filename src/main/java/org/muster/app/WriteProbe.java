package org.muster.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.model.Rejection;

/**
 * Finds out, also while nobody reports, whether the data folder's disk still takes writes: every few seconds it writes
 * one byte beside the journal and waits until it is flushed. What it finds is for those who ask after readiness;
 * reports are still tried, because only their commit can tell for certain.
 */
final class WriteProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteProbe.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** A flush that takes longer is no disk that one could wait for. */
    private static final Duration HUNG = Duration.ofSeconds(5);

    private final Path file;
    private final LongSupplier nanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("write-probe").daemon().factory());
    private volatile @Nullable Long begunNanos;
    private volatile @Nullable String failure;

    /** @param nanos monotonic nanoseconds */
    WriteProbe(Path folder, LongSupplier nanos) {
        this.file = folder.resolve("probe");
        this.nanos = nanos;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Writes once. Blocks until the disk has it. */
    void look() {
        begunNanos = nanos.getAsLong();
        String found = null;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'.'}), 0);
            channel.force(false);
        } catch (IOException failed) {
            found = failed.toString();
        }
        if (found != null && failure == null) {
            LOG.error("The data folder takes no writes: {}. The service is not ready.", found);
        } else if (found == null && failure != null) {
            LOG.info("The data folder takes writes again.");
        }
        failure = found;
        begunNanos = null;
    }

    /** Why nothing could be recorded now, if so. Any thread, at once. */
    Optional<Rejection> trouble() {
        Long begun = begunNanos;
        if (begun != null && nanos.getAsLong() - begun > HUNG.toNanos()) {
            return Optional.of(stopped("A write to the data folder does not come back."));
        }
        return failure == null ? Optional.empty()
                : Optional.of(stopped("The data folder takes no writes; the log says more."));
    }

    private static Rejection stopped(String detail) {
        return new Rejection(Rejection.Code.RECORDER_STOPPED, detail);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
