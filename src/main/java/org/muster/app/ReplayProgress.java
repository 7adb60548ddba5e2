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
    private final String what;
    private final Consumer<String> say;
    private final long start;
    private long said;

    /** @param what is done, such as: reading the record */
    ReplayProgress(LongSupplier nanos, String what, Consumer<String> say) {
        this.nanos = nanos;
        this.what = what;
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
                "%s: %,d of %,d entries, %,.0f a second, about %.0f s left", what, done, total,
                perSecond, (total - done) / perSecond));
    }
}
