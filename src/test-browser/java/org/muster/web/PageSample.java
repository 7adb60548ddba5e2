package org.muster.web;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/**
 * What a page did in a stretch of time, as the browser itself counts it.
 *
 * @param frames a second
 * @param longestMillis of the tasks that took more than 50 ms; 0 when none did
 * @param shift how far things moved by themselves (cumulative layout shift)
 */
record PageSample(double frames, double longestMillis, double shift) {
    private static final String BEGIN = """
            () => {
              const sample = { frames: 0, longest: 0, shift: 0, from: performance.now() };
              const tick = () => { if (window.sample === sample) { sample.frames++; requestAnimationFrame(tick); } };
              window.sample = sample;
              requestAnimationFrame(tick);
              sample.tasks = new PerformanceObserver(list => list.getEntries().forEach(
                ({ duration }) => { sample.longest = Math.max(sample.longest, duration); }));
              sample.tasks.observe({ type: 'longtask' });
              sample.shifts = new PerformanceObserver(list => list.getEntries().forEach(
                ({ value, hadRecentInput }) => { sample.shift += hadRecentInput ? 0 : value; }));
              sample.shifts.observe({ type: 'layout-shift' });
            }""";
    private static final String END = """
            () => {
              const { frames, longest, shift, from, tasks, shifts } = window.sample;
              window.sample = null;
              tasks.disconnect();
              shifts.disconnect();
              return { frames: frames / ((performance.now() - from) / 1000), longest, shift };
            }""";

    /** While something is done with it. */
    static PageSample of(Page page, Consumer<Page> during) {
        page.evaluate(BEGIN);
        during.accept(page);
        var found = (Map<?, ?>) page.evaluate(END);
        return new PageSample(number(found, "frames"), number(found, "longest"),
                number(found, "shift"));
    }

    private static double number(Map<?, ?> found, String key) {
        return ((Number) Objects.requireNonNull(found.get(key), key)).doubleValue();
    }

    /** What the scripts of a page hold after a collection, in MiB. */
    static double heap(Page page) {
        var session = page.context().newCDPSession(page);
        try {
            session.send("HeapProfiler.collectGarbage");
            JsonObject usage = session.send("Runtime.getHeapUsage");
            return usage.get("usedSize").getAsDouble() / (1 << 20);
        } finally {
            session.detach();
        }
    }
}
