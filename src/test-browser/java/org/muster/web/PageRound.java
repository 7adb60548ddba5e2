package org.muster.web;

import java.util.LinkedHashMap;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * One round: a bare page, then the dashboard, each opened by a browser that has seen neither, and each left alone for a
 * while and then dragged about. The bare page holds one canvas that is painted in each frame; what else the machine does
 * meets both.
 */
final class PageRound {
    private static final int WIDE = 1920;
    private static final int HIGH = 1080;
    private static final double MOVE_EVERY_MILLIS = 8;
    private static final double SCRUB_EVERY_MILLIS = 100;
    private static final double SECOND = 1_000;
    /**
     * From the beginning of the page's life, in milliseconds, when the map first showed something: looked at when all
     * of a frame was drawn.
     */
    private static final String WATCH_MAP = """
            const look = frameAt => {
              const drawn = document.querySelector('muster-map')?.drawn?.();
              if (drawn && drawn.areas.length > 0 && drawn.things.length + drawn.clusters.length > 0) {
                Object.assign(window, { mapAt: performance.now(), mapFrameAt: frameAt });
              } else {
                afterFrame();
              }
            };
            const afterFrame = () => requestAnimationFrame(frameAt => setTimeout(look, 0, frameAt));
            afterFrame();""";
    /** What had been asked for before that frame, without what the service says. */
    private static final String WEIGHT = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(({ name, startTime }) => !name.includes('/api/') && startTime <= window.mapFrameAt)
              .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000""";
    /** Tasks are told a moment after they end. */
    private static final String OPENING = """
            () => new Promise(told => setTimeout(() => told(Math.max(0, ...window.tasks
              .filter(({ startTime }) => startTime <= window.mapAt).map(({ duration }) => duration))), 500))""";
    private static final String WATCH_TASKS = """
            window.tasks = [];
            new PerformanceObserver(list => window.tasks.push(...list.getEntries()))
              .observe({ type: 'longtask', buffered: true });""";
    private static final String BARE = """
            () => {
              document.body.innerHTML = '<canvas width="1340" height="868"></canvas>';
              const pencil = document.querySelector('canvas').getContext('2d');
              let at = 0;
              const paint = () => {
                pencil.clearRect(0, 0, 1340, 868);
                pencil.fillRect(at = (at + 3) % 1300, 400, 40, 40);
                requestAnimationFrame(paint);
              };
              paint();
            }""";

    private final Browsing browsing;
    private final PageWorld world;
    private final double millis;

    PageRound(Browsing browsing, PageWorld world, double seconds) {
        this.browsing = browsing;
        this.world = world;
        this.millis = seconds * SECOND;
    }

    Map<PageFigure, Double> bare() {
        try (BrowserContext profile = browsing.profile()) {
            var page = profile.newPage();
            page.setViewportSize(WIDE, HIGH);
            page.navigate(world.origin() + "/health/live");
            var figures = new LinkedHashMap<PageFigure, Double>();
            figures.put(PageFigure.FIRST_PAINT, firstPaint(page));
            page.evaluate(BARE);
            samples(page, figures);
            return figures;
        }
    }

    Map<PageFigure, Double> muster(String token) {
        try (BrowserContext profile = browsing.profile()) {
            signIn(profile, token);
            var screen = new Screen(profile, world.origin());
            screen.page.setViewportSize(WIDE, HIGH);
            screen.page.addInitScript(WATCH_MAP);
            screen.page.addInitScript(WATCH_TASKS);
            var heavy = profile.newCDPSession(screen.page);
            heavy.send("Network.clearBrowserCache");
            heavy.detach();
            screen.open();
            screen.awaitState("live");
            screen.await("the map",
                    () -> screen.page.evaluate("() => window.mapAt ?? 0") instanceof Number at
                            && at.doubleValue() > 0);
            var figures = new LinkedHashMap<PageFigure, Double>();
            figures.put(PageFigure.FIRST_PAINT, firstPaint(screen.page));
            figures.put(PageFigure.MAP, number(screen.page, "() => window.mapAt"));
            figures.put(PageFigure.WEIGHT, number(screen.page, WEIGHT));
            figures.put(PageFigure.OPENING_LONGEST, number(screen.page, OPENING));
            screen.page.waitForTimeout(millis);
            var before = PageSample.heap(screen.page);
            samples(screen.page, figures);
            figures.put(PageFigure.ALERTS, number(screen.page,
                    "() => document.querySelector('muster-queue').picture.alerts.size"));
            openGroup(screen.page);
            figures.put(PageFigure.ROWS, number(screen.page,
                    "() => document.querySelectorAll('muster-queue [role=option]').length"));
            var after = PageSample.heap(screen.page);
            figures.put(PageFigure.HEAP, after);
            figures.put(PageFigure.HEAP_GROWTH, after / before);
            figures.put(PageFigure.SCRUBBING_LONGEST,
                    PageSample.of(screen.page, this::scrub).longestMillis());
            return figures;
        }
    }

    /** The page that is measured stands alone: the one that signed in is gone. */
    private void signIn(BrowserContext profile, String token) {
        var screen = new Screen(profile, world.origin());
        screen.signIn(token);
        screen.awaitState("live");
        screen.page.close();
    }

    private void samples(Page page, Map<PageFigure, Double> figures) {
        var still = PageSample.of(page, one -> one.waitForTimeout(millis));
        figures.put(PageFigure.STILL, still.frames());
        figures.put(PageFigure.STILL_LONGEST, still.longestMillis());
        figures.put(PageFigure.SHIFT, still.shift());
        var panned = PageSample.of(page, this::drag);
        figures.put(PageFigure.PANNING, panned.frames());
        figures.put(PageFigure.PANNING_LONGEST, panned.longestMillis());
    }

    /** Drags what lies left of the middle to and fro, as a hand on a mouse does. */
    private void drag(Page page) {
        var mouse = page.mouse();
        var began = System.nanoTime();
        mouse.move(600, 500);
        mouse.down();
        for (var step = 0; System.nanoTime() - began < millis * 1e6; step++) {
            mouse.move(600 + 250 * Math.sin(step / 25.0), 500 + 120 * Math.cos(step / 40.0));
            page.waitForTimeout(MOVE_EVERY_MILLIS);
        }
        mouse.up();
    }

    /** Goes through moments of the last half minute and back, as a hand on the slider does, and to the present at the end. */
    private void scrub(Page page) {
        var began = System.nanoTime();
        for (var step = 0; System.nanoTime() - began < millis * 1e6; step++) {
            page.evaluate("""
                    ago => { location.hash = `at=${new Date(Date.now() - ago).toISOString()}`; }""",
                    16_000 + 12_000 * Math.sin(step / 10.0));
            page.waitForTimeout(SCRUB_EVERY_MILLIS);
        }
        page.evaluate("() => { location.hash = ''; }");
        page.waitForTimeout(SECOND);
    }

    /** In a flood alerts stand in groups: the first is opened, so that there are rows to count. */
    private static void openGroup(Page page) {
        if (page.locator("[data-group]").count() > 0) {
            page.locator("[data-group]").first().click();
            page.waitForTimeout(SECOND);
        }
    }

    private static double firstPaint(Page page) {
        return number(page, """
                () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0""");
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
