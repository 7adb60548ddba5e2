package org.muster.app;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** How far something is: a bar on a terminal, drawn anew as it grows; lines, now and then, on anything else. Any thread. */
final class Bar {
    private static final long BAR_EVERY_NANOS = 200_000_000L;
    private static final long LINE_EVERY_NANOS = 10_000_000_000L;
    private static final int WIDTH = 30;
    /** Back to the first column, and what stands there is gone (ECMA-48). */
    private static final String CLEAR = "\r\u001b[K";

    private final LongSupplier nanos;
    private final PrintWriter out;
    private final boolean terminal;
    private long shown;
    private boolean drawn;
    private String lastSaid = "";

    /** @param nanos monotonic nanoseconds */
    Bar(LongSupplier nanos, PrintWriter out, boolean terminal) {
        this.nanos = nanos;
        this.out = out;
        this.terminal = terminal;
        this.shown = nanos.getAsLong();
    }

    /** Whether it is time to show something again; asking for it counts as showing. */
    synchronized boolean isDue(boolean atTheEnd) {
        var now = nanos.getAsLong();
        var due = atTheEnd || now - shown >= (terminal ? BAR_EVERY_NANOS : LINE_EVERY_NANOS);
        if (due) {
            shown = now;
        }
        return due;
    }

    /** The next is due after the usual time from now. */
    synchronized void begin() {
        shown = nanos.getAsLong();
    }

    /** Shows it now. */
    synchronized void draw(double share, String words) {
        if (terminal) {
            var full = (int) (WIDTH * Math.clamp(share, 0, 1));
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

    /** Seconds as people say them. */
    static String span(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
