package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk that stays open: reports keep coming, the connection is lost again and again, and nothing piles up. A minute in
 * the ordinary run; {@code ./muster test -Pnightly -Dit.test=SoakIT} goes on for eight hours.
 */
final class SoakIT {
    private static final int INCIDENTS = 1_000;
    private static final int REPORTS_PER_SECOND = 40;
    private static final int TURNS = 6;
    private static final double MILLIS_PER_MINUTE = 60_000;
    /** Of what the scripts held when the page had seen everything once. */
    private static final double GROWTH_MAX = 1.5;
    /** How far things moved by themselves, and what moved. */
    private static final String SHIFTS = """
            () => { window.shifts = 0; window.moved = []; new PerformanceObserver(list => list.getEntries()
              .filter(entry => !entry.hadRecentInput).forEach(entry => {
                window.shifts += entry.value;
                window.moved.push(...entry.sources.map(({ node, previousRect, currentRect }) =>
                  `${node?.className ?? node?.nodeName} ${JSON.stringify(previousRect)} ${JSON.stringify(currentRect)}`));
              })).observe({ type: 'layout-shift' }); }""";
    private static final String TOTAL = """
            () => document.querySelector('muster-queue').picture.areas.get('south-yorkshire').reports.total""";

    @Test
    void a_desk_that_stays_open_grows_no_heavier_and_misses_nothing(@TempDir Path folder)
            throws Exception {
        double minutes = Double.parseDouble(System.getProperty("muster.soak.minutes", "1"));
        var shipped = Path.of(System.getProperty("muster.home", ".")).resolve("config");
        try (var world = new PageWorld(shipped, folder, INCIDENTS);
                var browsing = new Browsing();
                BrowserContext profile = browsing.profile()) {
            var screen = new Screen(profile, world.origin());
            screen.signIn(world.token(1));
            screen.awaitState("live");
            world.keepReporting(REPORTS_PER_SECOND);
            screen.page.waitForTimeout(minutes * MILLIS_PER_MINUTE / TURNS);
            double before = PageSample.heap(screen.page);
            screen.page.evaluate(SHIFTS);
            for (int turn = 0; turn < TURNS; turn++) {
                screen.page.waitForTimeout(minutes * MILLIS_PER_MINUTE / TURNS);
                world.freeze();
                screen.awaitState("stale");
                world.thaw();
                screen.awaitState("live");
            }
            assertThat(PageSample.heap(screen.page)).isLessThan(GROWTH_MAX * before);
            assertThat(((Number) screen.page.evaluate("() => window.shifts")).doubleValue())
                    .as("%s", screen.page.evaluate("() => window.moved.slice(0, 50)"))
                    .isLessThan(0.01);
            long recorded = world.stop();
            assertThat(world.sent()).isPositive();
            screen.await("every report counted",
                    () -> ((Number) screen.page.evaluate(TOTAL)).longValue() == recorded);
        }
    }
}
