package org.muster.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

import org.muster.exchange.ccc.Importer;

/** A bar on a terminal, drawn anew as it grows; lines, now and then, on anything else. Any thread. */
final class ImportProgress implements Importer.Progress {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long BAR_EVERY_NANOS = 200_000_000L;
    private static final long LINE_EVERY_NANOS = 10_000_000_000L;
    private static final int WIDTH = 30;
    /** Back to the first column, and what stands there is gone (ECMA-48). */
    private static final String CLEAR = "\r\u001b[K";

    private final LongSupplier nanos;
    private final PrintWriter out;
    private final boolean terminal;
    private final long made;
    private long began;
    private long shown;
    private boolean drawn;
    private String lastSaid = "";

    ImportProgress(LongSupplier nanos, PrintWriter out, boolean terminal) {
        this.nanos = nanos;
        this.out = out;
        this.terminal = terminal;
        this.made = nanos.getAsLong();
        this.began = made;
        this.shown = made;
    }

    /** From now on the rate is counted. */
    synchronized void begin() {
        began = nanos.getAsLong();
        shown = began;
    }

    @Override
    public synchronized void at(int protests, int all) {
        var now = nanos.getAsLong();
        var due = now - shown >= (terminal ? BAR_EVERY_NANOS : LINE_EVERY_NANOS);
        if (!due && protests < all) {
            return;
        }
        shown = now;
        var seconds = Math.max(now - began, 1) / NANOS_PER_SECOND;
        var rate = protests / seconds;
        var words = String.format(Locale.ROOT, "%,d of %,d protests, %,.0f a second, %s left",
                protests, all, rate, span(Math.round((all - protests) / rate)));
        if (terminal) {
            var full = (int) ((long) WIDTH * protests / Math.max(all, 1));
            out.print(CLEAR + "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + words);
            drawn = true;
        } else {
            out.println(words);
        }
        out.flush();
    }

    /** Says a line beside it; the same line again and again once. */
    synchronized void say(String line) {
        if (!line.equals(lastSaid)) {
            end();
            out.println(line);
            out.flush();
        }
        lastSaid = line;
    }

    /** Leaves the last bar standing. */
    synchronized void end() {
        if (drawn) {
            out.println();
            out.flush();
        }
        drawn = false;
    }

    /** How long ago it was made. */
    String taken() {
        return span(Math.round((nanos.getAsLong() - made) / NANOS_PER_SECOND));
    }

    private static String span(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
