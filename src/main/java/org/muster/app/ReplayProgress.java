package org.muster.app;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.muster.journal.Replay;

/** Says how far a replay has come, once it takes longer than two seconds and then each two seconds. */
final class ReplayProgress implements Replay.Progress {
    private static final long EVERY_NANOS = 2_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanos;
    private final Consumer<String> say;
    private final long start;
    private long said;

    ReplayProgress(LongSupplier nanos, Consumer<String> say) {
        this.nanos = nanos;
        this.say = say;
        this.start = nanos.getAsLong();
        this.said = start;
    }

    @Override
    public void at(long done, long total) {
        long now = nanos.getAsLong();
        if (now - said < EVERY_NANOS) {
            return;
        }
        said = now;
        double perSecond = done / ((now - start) / NANOS_PER_SECOND);
        say.accept(String.format(Locale.ROOT,
                "reading the record: %,d of %,d entries, %,.0f a second, about %.0f s left", done,
                total, perSecond, (total - done) / perSecond));
    }
}
