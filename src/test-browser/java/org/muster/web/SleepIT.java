package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/**
 * A page that stands still while the service and the network go on, as when its computer or its tab sleeps, before a real
 * service. Its debugger holds it: browsers without a window put no tab to sleep.
 */
final class SleepIT {
    /**
     * What each frame shows: the state in the header, and whether what came meanwhile is there. The first one after the
     * sleep is the one that was on the screen all the time.
     */
    private static final String LOOK = """
            () => { window.frames = [];
              let last = Date.now();
              const look = () => {
                const titles = [...document.querySelectorAll('muster-incidents .row-title')].map(one => one.textContent);
                window.frames.push(Date.now() - last > 4_000 ? 'woke'
                  : `${document.querySelector('.pulse').dataset.state} ${titles.some(title => title.includes('Meanwhile'))}`);
                last = Date.now();
                requestAnimationFrame(look);
              };
              look(); }""";
    private static final String LISTEN = """
            window.tones = [];
            addEventListener('muster-tone', ({ detail }) => window.tones.push(detail.tone));""";

    private static Browsing browsing;
    private static ServiceProcess service;
    private static Api sender;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        browsing = new Browsing();
        service = ServiceProcess.start(folder.resolve("data"));
        sender = new Api(service::url, service.token("supervisor", "sender"));
    }

    @AfterAll
    static void stop() {
        browsing.close();
        service.close();
    }

    /** Holds a page until its session is told to let it go on. */
    private static CDPSession held(Page page) {
        CDPSession debugger = page.context().newCDPSession(page);
        debugger.send("Debugger.enable");
        debugger.send("Debugger.pause");
        return debugger;
    }

    private static Instant now() throws IOException, InterruptedException {
        return Instant.parse(sender.get("picture").path("at").asText());
    }

    /** Sleeps for longer than anything may look live without a word. */
    private static void sleep(Page page) throws IOException, InterruptedException {
        Instant from = now();
        for (int looks = 0; looks < 600 && now().isBefore(from.plusSeconds(7)); looks++) {
            page.waitForTimeout(100);
        }
    }

    @Test
    void a_tab_that_slept_never_shows_what_is_old_as_the_present() throws Exception {
        try (Shift desk = Shift.begin(browsing, service, "sleeper")) {
            Page page = desk.screen.page;
            page.evaluate(LOOK);
            CDPSession debugger = held(page);
            assertThat(sender.report(ServiceIT.disturbance("Meanwhile")).status()).isEqualTo(201);
            sleep(page);
            debugger.send("Debugger.resume");
            debugger.detach();
            desk.screen.await("what came meanwhile",
                    () -> desk.screen.incidents().contains("Meanwhile"));
            desk.screen.awaitState("live");
            @SuppressWarnings("unchecked")
            var frames = (List<String>) page.evaluate("() => window.frames");
            assertThat(frames).contains("woke");
            List<String> after = frames.subList(frames.indexOf("woke") + 1, frames.size());
            assertThat(after).as("frames after it woke").isNotEmpty().doesNotContain("live false");
            assertThat(after.getLast()).isEqualTo("live true");
        }
    }

    @Test
    void of_two_windows_one_sounds_and_when_it_falls_asleep_the_other_one_does() throws Exception {
        BrowserContext profile = browsing.profile();
        profile.addInitScript(LISTEN);
        try (Shift first = Shift.begin(profile, service, "two-windows")) {
            Screen second = new Screen(profile, Desk.origin(service));
            second.open();
            second.awaitState("live");
            second.page.bringToFront();
            var report = Shift.said("RT21").put("emergency", true);
            report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
            assertThat(sender.report(report).status()).isEqualTo(201);
            second.await("the second one sounds", () -> tones(second) > 0);
            int before = tones(second);
            second.await("again", () -> tones(second) > before);
            assertThat(tones(first.screen)).as("tones of the first one").isZero();
            held(second.page);
            first.screen.await("the first one sounds", () -> tones(first.screen) > 0);
        }
    }

    private static int tones(Screen screen) {
        return ((Number) screen.page.evaluate("() => window.tones.length")).intValue();
    }
}
