package org.muster.app;

import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how far several pieces of work have come, one after another, with rate and time left. One thread. */
final class BarProgress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Bar bar;
    private final LongSupplier nanos;
    private String what = "";
    private long began;

    /** @param nanos monotonic nanoseconds */
    BarProgress(Bar bar, LongSupplier nanos) {
        this.bar = bar;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** So much of a piece is done. */
    void at(String piece, long done, long total) {
        if (!piece.equals(what)) {
            what = piece;
            began = nanos.getAsLong();
        }
        if (!bar.isDue(false)) {
            return;
        }
        double seconds = Math.max((nanos.getAsLong() - began) / NANOS_PER_SECOND, 1e-3);
        double rate = Math.max(done, 1) / seconds;
        bar.draw(total == 0 ? 1 : (double) done / total,
                String.format(Locale.ROOT, "%s: %,d of %,d entries, %,.0f a second, %s left", piece,
                        done, total, rate,
                        Bar.span((long) Math.ceil(Math.max(total - done, 0) / rate))));
    }
}
