package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time zone of the computer is changed while the page is open. */
final class ZoneIT extends ScriptedBoard {
    private static final String PARIS = "Europe/Paris";
    private static final String KOLKATA = "Asia/Kolkata";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    /** Local times on the page that are not those of a zone; "none" where there is not even the clock and two more. */
    private static final String WRONG = """
            zone => {
              const of = new Intl.DateTimeFormat('en-GB',
                { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
              const local = [...document.querySelectorAll('time[datetime]')].filter(one => / L/.test(one.textContent));
              return local.length < 3 ? 'none' : local
                .filter(one => !one.textContent.includes(of.format(new Date(one.dateTime))))
                .map(one => one.textContent).join();
            }""";

    private final Instant before = Instant.now().minusSeconds(900);
    private CDPSession settings;

    @Override
    BrowserContext profile(Browsing from) {
        return from.travellingProfile();
    }

    @BeforeEach
    void openSettings() {
        settings = screen.page.context().newCDPSession(screen.page);
    }

    /** Sets the computer's zone; "" is that of the machine that the test runs on. */
    private void set(String zone) {
        var wanted = new JsonObject();
        wanted.addProperty("timezoneId", zone);
        settings.send("Emulation.setTimezoneOverride", wanted);
    }

    private String zone() {
        return (String) screen.page
                .evaluate("() => new Intl.DateTimeFormat().resolvedOptions().timeZone");
    }

    private void awaitTimesOf(String zone) {
        screen.await("times of " + zone, () -> "".equals(screen.page.evaluate(WRONG, zone)));
    }

    private static String picture(String id, Instant at) {
        return SaidAlerts.picture(SaidAlerts.alert(id, "high", "Alert " + id, at),
                SaidAlerts.alert(id + "2", "low", "Alert two", at));
    }

    private void begin() {
        set("Europe/London");
        watch(picture("a", before));
        awaitTimesOf("Europe/London");
        assertThat(screen.strip()).isEmpty();
    }

    @Test
    void every_local_time_is_of_the_new_zone_and_the_strip_says_so_once() {
        begin();
        set(PARIS);
        screen.awaitText(".strip", "The time zone of this computer changed to Europe/Paris, CE");
        awaitTimesOf(PARIS);
        assertThat(screen.strip())
                .containsPattern("CES?T \\(\\+0[12]:00\\): times marked L are of");
        screen.awaitText("#polite", "changed to Europe/Paris");
        assertThat(screen.violations()).isEmpty();
        // Who looks for so long hears nothing meanwhile.
        service.say(Said.live("c2"));
        screen.awaitText(".strip", "changed to");
        screen.page.locator(".strip button").click();
        screen.await("nothing more to say", () -> screen.strip().isEmpty());
        assertThat(screen.page.evaluate("() => document.activeElement.id")).isEqualTo("main");
        set("");
        screen.awaitText(".strip", "changed to " + zone());
        awaitTimesOf(zone());
        set(PARIS);
        awaitTimesOf(PARIS);
        screen.await("what is known already", () -> screen.strip().isEmpty());
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void a_moment_of_the_past_at_which_the_page_stands_still_follows_too() {
        Instant then = Instant.parse("2014-09-06T20:40:00Z");
        service.answer("/picture?*", 200, picture("then", then.minusSeconds(60)));
        begin();
        screen.page.evaluate("() => { location.hash = 'at=2014-09-06T20:40:00Z'; }");
        screen.awaitText("#alert-then", "Alert then");
        set(KOLKATA);
        awaitTimesOf(KOLKATA);
        screen.await("the strip too", () -> screen.strip().contains("02:10:00 L"));
        screen.press("Alt+l");
        screen.awaitText(".strip", "changed to " + zone());
    }

    @Test
    void the_time_axis_is_drawn_anew() {
        screen.page.addInitScript("""
                window.written = [];
                const { fillText } = CanvasRenderingContext2D.prototype;
                CanvasRenderingContext2D.prototype.fillText = function(text, ...at) {
                  window.written.push(text);
                  return fillText.call(this, text, ...at);
                };""");
        begin();
        screen.press("Alt+5");
        screen.await("marks", () -> !marks().isEmpty());
        set("Pacific/Kiritimati");
        String hour = MINUTES.withZone(ZoneId.of("Pacific/Kiritimati")).format(Instant.now());
        screen.await("marks of the zone", () -> {
            screen.page.evaluate("() => { window.written.length = 0; }");
            screen.page.waitForTimeout(1_500);
            return marks().stream().anyMatch(mark -> mark.contains(hour.substring(0, 3)));
        });
    }

    private List<String> marks() {
        return ((String) screen.page
                .evaluate("() => window.written.filter(text => / L$/.test(text)).join('\\n')"))
                .lines()
                .toList();
    }
}
