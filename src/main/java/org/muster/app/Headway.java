package org.muster.app;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.muster.journal.Replay;

/** Says how far a piece of work has come, once it takes longer than two seconds and then each two seconds. */
final class Headway implements Replay.Progress {
    private static final long EVERY_NANOS = 2_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanos;
    private final Consumer<String> say;
    private final String what;
    private final String unit;
    private final long start;
    private long said;

    /**
     * @param nanos monotonic nanoseconds
     * @param what is done, such as "reading the record"
     * @param unit what is counted, such as "entries"
     */
    Headway(LongSupplier nanos, Consumer<String> say, String what, String unit) {
        this.nanos = nanos;
        this.say = say;
        this.what = what;
        this.unit = unit;
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
        double perSecond = Math.max(done, 1) / ((now - start) / NANOS_PER_SECOND);
        say.accept(
                String.format(Locale.ROOT, "%s: %,d of %,d %s, %,.0f a second, about %.0f s left",
                        what, done, total, unit, perSecond, Math.max(total - done, 0) / perSecond));
    }
}
