package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;

/**
 * A desk that stays open: reports keep coming, the connection is given up and resumed about every ten minutes, and nothing
 * piles up. A minute with two turns in the ordinary run; {@code ./muster test -Pnightly -Dit.test=SoakIT} goes on for eight
 * hours.
 */
final class SoakIT {
    private static final int INCIDENTS = 1_000;
    private static final int REPORTS_PER_SECOND = 40;
    private static final int MINUTES_EACH = 10;
    private static final int TURNS_MIN = 2;
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final int COLLECTIONS = 5;
    private static final double BETWEEN_COLLECTIONS_MILLIS = 1_000;
    /** Of what the scripts held when the page had been open for a turn. */
    private static final double GROWTH_MAX = 1.1;
    /** The same of a run so short that its lists and charts, which are bounded, are still filling up. */
    private static final double GROWTH_MAX_SHORT = 1.5;
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

    /** What came over the page's streams. */
    private static final class Heard {
        private long resumed;
        private long reports;
        private long last;

        /** A page that subscribes after a cursor goes on where it was. */
        void sent(String message) {
            if (parsed(message).has("after")) {
                resumed++;
            }
        }

        void received(String message) {
            for (JsonNode entry : parsed(message).path("entries")) {
                long seq = entry.path("seq").asLong();
                assertThat(seq).as("an entry that came before").isGreaterThan(last);
                last = seq;
                reports += entry.path("type").asText().equals("report") ? 1 : 0;
            }
        }

        private static JsonNode parsed(String message) {
            try {
                return Api.JSON.readTree(message);
            } catch (JsonProcessingException notOurs) {
                throw new AssertionError(message, notOurs);
            }
        }
    }

    @Test
    void a_desk_that_stays_open_grows_no_heavier_and_misses_nothing(@TempDir Path folder)
            throws Exception {
        double minutes = Double.parseDouble(System.getProperty("muster.soak.minutes", "1"));
        int turns = Math.max(TURNS_MIN, (int) (minutes / MINUTES_EACH));
        double each = minutes * MILLIS_PER_MINUTE / (turns + 1);
        var shipped = Path.of(System.getProperty("muster.home", ".")).resolve("config");
        try (var world = new PageWorld(shipped, folder, INCIDENTS);
                var browsing = new Browsing();
                BrowserContext profile = browsing.profile()) {
            var screen = new Screen(profile, world.origin());
            var heard = new Heard();
            screen.page.onWebSocket(socket -> {
                socket.onFrameSent(frame -> heard.sent(frame.text()));
                socket.onFrameReceived(frame -> heard.received(frame.text()));
            });
            screen.signIn(world.token(1));
            screen.awaitState("live");
            world.keepReporting(REPORTS_PER_SECOND);
            screen.page.waitForTimeout(each);
            double before = heap(screen.page);
            screen.page.evaluate(SHIFTS);
            for (int turn = 1; turn <= turns; turn++) {
                screen.page.waitForTimeout(each);
                reconnect(world, screen);
                assertThat(heard.resumed).isGreaterThanOrEqualTo(turn);
            }
            assertThat(heap(screen.page))
                    .isLessThan((turns > TURNS_MIN ? GROWTH_MAX : GROWTH_MAX_SHORT) * before);
            assertThat(((Number) screen.page.evaluate("() => window.shifts")).doubleValue())
                    .as("%s", screen.page.evaluate("() => window.moved.slice(0, 50)"))
                    .isLessThan(0.01);
            long recorded = world.stop();
            assertThat(world.sent()).isPositive();
            screen.await("every report counted",
                    () -> ((Number) screen.page.evaluate(TOTAL)).longValue() == recorded);
            assertThat(heard.reports).as("reports of the streams").isEqualTo(world.sent());
        }
    }

    /** The service stands still until the page has given the connection up, and then goes on. */
    private static void reconnect(PageWorld world, Screen screen) throws Exception {
        world.freeze();
        screen.awaitState("stale");
        screen.await("given up", () -> screen.strip().contains("connection is lost"));
        world.thaw();
        screen.awaitState("live");
    }

    /** The least of a few collections: what the page was just at work with is no part of it. */
    private static double heap(Page page) {
        double least = PageSample.heap(page);
        for (int more = 1; more < COLLECTIONS; more++) {
            page.waitForTimeout(BETWEEN_COLLECTIONS_MILLIS);
            least = Math.min(least, PageSample.heap(page));
        }
        return least;
    }
}
