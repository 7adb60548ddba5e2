package org.muster.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

import org.muster.exercise.load.Progress;

/** How far a bench is, with rate and time left. Any thread. */
final class BenchProgress implements Progress {
    private static final double ALL = 100;

    private final Bar bar;
    private volatile boolean leaving;

    BenchProgress(LongSupplier nanos, PrintWriter out, boolean terminal) {
        this.bar = new Bar(nanos, out, terminal);
    }

    @Override
    public void at(String what, double share, double perSecond, Duration left) {
        if (leaving || !bar.isDue(false)) {
            return;
        }
        bar.draw(share,
                String.format(Locale.ROOT, "%.0f %%, %s%s%s", ALL * share, what,
                        perSecond > 0 ? String.format(Locale.ROOT, ", %,.0f a second", perSecond)
                                : "",
                        left.isZero() ? ""
                                : ", about " + Bar.span(Math.max(1, left.toSeconds())) + " left"));
    }

    @Override
    public void say(String line) {
        if (!leaving) {
            bar.say(line);
        }
    }

    void end() {
        bar.end();
    }

    /** From now on nothing is said: what fails while everything is ended is nobody's fault. */
    void leave() {
        leaving = true;
    }
}
