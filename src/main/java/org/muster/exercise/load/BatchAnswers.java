package org.muster.exercise.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import org.HdrHistogram.Histogram;

/** The answers of one connection's batches, read line by line. One thread. */
final class BatchAnswers {
    private static final byte[] STATUS = "\"status\":".getBytes(StandardCharsets.US_ASCII);
    private static final int CREATED = 201;
    private static final int BUSY = 503;

    private final LongAdder counter;
    private final LongSupplier nanos;
    private final Histogram micros = new Histogram(3);
    private final byte[] bytes = new byte[64 * 1024];
    private long done;
    private long refused;

    BatchAnswers(LongAdder counter, LongSupplier nanos) {
        this.counter = counter;
        this.nanos = nanos;
    }

    long done() {
        return done;
    }

    long refused() {
        return refused;
    }

    Histogram micros() {
        return micros;
    }

    /**
     * Reads one batch to its end. Blocks.
     *
     * @param room gets one more with each block that is answered
     */
    void read(Wire wire, AtomicLongArray sentAt, Semaphore room) throws IOException, BenchFailed {
        var lines = 0;
        var matched = 0;
        var status = 0;
        for (var count = wire.some(bytes); count >= 0; count = wire.some(bytes)) {
            for (var i = 0; i < count; i++) {
                var next = bytes[i];
                if (next == '\n') {
                    settle(status);
                    lines++;
                    if (lines % BatchLoad.BLOCK == 0) {
                        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(
                                nanos.getAsLong() - sentAt.get(lines / BatchLoad.BLOCK - 1)));
                        room.release();
                    }
                    matched = 0;
                    status = 0;
                } else if (matched < STATUS.length) {
                    matched = next == STATUS[matched] ? matched + 1 : next == STATUS[0] ? 1 : 0;
                } else if (matched < STATUS.length + 3) {
                    matched++;
                    status = status * 10 + next - '0';
                }
            }
        }
    }

    private void settle(int status) throws BenchFailed {
        switch (status) {
            case CREATED -> {
                done++;
                counter.increment();
            }
            case BUSY -> refused++;
            default -> throw new BenchFailed("A line was answered with " + status + ".");
        }
    }
}
