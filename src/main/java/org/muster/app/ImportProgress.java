package org.muster.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

import org.muster.exchange.ccc.Importer;

/** How far an import is, with rate and time left. Any thread. */
final class ImportProgress implements Importer.Progress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanos;
    private final Bar bar;
    private final long made;
    private long began;

    ImportProgress(LongSupplier nanos, PrintWriter out, boolean terminal) {
        this.nanos = nanos;
        this.bar = new Bar(nanos, out, terminal);
        this.made = nanos.getAsLong();
        this.began = made;
    }

    /** From now on the rate is counted. */
    synchronized void begin() {
        began = nanos.getAsLong();
        bar.begin();
    }

    @Override
    public synchronized void at(int protests, int all) {
        if (!bar.isDue(protests >= all)) {
            return;
        }
        var seconds = Math.max(nanos.getAsLong() - began, 1) / NANOS_PER_SECOND;
        var rate = protests / seconds;
        bar.draw(protests / (double) Math.max(all, 1),
                String.format(Locale.ROOT, "%,d of %,d protests, %,.0f a second, %s left", protests,
                        all, rate, Bar.span(Math.round((all - protests) / rate))));
    }

    /** Says a line beside it; the same line again and again once. */
    void say(String line) {
        bar.say(line);
    }

    /** Leaves the last bar standing. */
    void end() {
        bar.end();
    }

    /** How long ago it was made. */
    String taken() {
        return Bar.span(Math.round((nanos.getAsLong() - made) / NANOS_PER_SECOND));
    }
}
