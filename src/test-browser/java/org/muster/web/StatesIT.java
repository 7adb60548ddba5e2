package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every screen in its states and both themes: axe finds nothing. No age grows while it looks. */
final class StatesIT extends ScriptedBoard {
    private static final List<StaleScreensIT.Shown> DESK = StaleScreensIT.SCREENS.subList(0, 2);
    /** What ages are measured by stands still when the test says so. */
    private static final String AGES = """
            for (const clock of [performance, Date]) {
              const real = clock.now.bind(clock);
              let [behind, standing] = [0, null];
              clock.now = () => standing ?? real() - behind;
              addEventListener('muster-stand', ({ detail: stands }) => {
                behind = real() - clock.now();
                standing = stands ? clock.now() : null;
              });
            }""";

    private final Instant start = Instant.now();
    private final List<String> wrong = new ArrayList<>();

    private static String alert(String id, String severity) {
        return SaidAlerts.alert(id, severity, "Alert " + id);
    }

    private String shelved() {
        return SaidAlerts.shelved(alert("s", "low"), start.plusSeconds(1_800), "desk-2");
    }

    private String picture() {
        return SaidAlerts
                .picture(alert("a", "high"), alert("b", "medium"), alert("c", "critical"),
                        SaidAlerts.assigned(SaidAlerts.acknowledged(alert("d", "high"), "desk-2"),
                                "desk-2"),
                        shelved(), SaidAlerts.suppressed(alert("x", "medium"), "c"))
                .replace("\"protests\":[]", "\"protests\":["
                        + Said.protest("p1", "March", "live", start.minusSeconds(600)) + "]");
    }

    @BeforeEach
    void answer() {
        screen.page.addInitScript(AGES);
        service.answer("/picture?*", 200, picture());
        service.answer("/alerts/health", 200, Healths.of(Healths.desk("desk-1", 12)));
        service.answer("/series?*", 200,
                "{\"subject\":{},\"stepSeconds\":60,\"plan\":null,\"points\":[]}");
    }

    private void open() {
        watch(picture());
        standStill(true);
        screen.page.evaluate("() => { window.sameLoad = true; }");
    }

    private void standStill(boolean is) {
        screen.page.evaluate(
                "is => { dispatchEvent(new CustomEvent('muster-stand', { detail: is })); }", is);
    }

    private void turn(String address) {
        screen.page.evaluate("to => { location.hash = to; }", address);
    }

    private void awaitSeen(String selector) {
        screen.await(selector, () -> screen.page.locator(selector).count() > 0);
    }

    /** Screens in both themes, each with a sign of the state on it before axe looks and after. */
    private void look(List<StaleScreensIT.Shown> screens, String more, String sign,
            String... clicks) {
        for (StaleScreensIT.Shown shown : screens) {
            for (String theme : List.of("dark", "light")) {
                turn("view=" + shown.view() + "&theme=" + theme + more);
                awaitSeen("html[data-theme='" + theme + "']");
                for (String click : clicks) {
                    awaitSeen(click);
                    screen.page.locator(click).first().click();
                }
                awaitSeen(clicks.length == 0 ? partOf(shown) : sign);
                awaitSeen(sign);
                screen.violations()
                        .forEach(fault -> wrong
                                .add("%s %s %s: %s".formatted(sign, shown.view(), theme, fault)));
                assertThat(screen.page.locator(sign).count()).as("%s on %s", sign, shown.view())
                        .isPositive();
            }
        }
    }

    /** The list of the timeline is empty in a replay: the script's service has nothing recorded. */
    private static String partOf(StaleScreensIT.Shown shown) {
        return shown.view().equals("timeline") ? "muster-timeline-screen .empty, .timeline-rows"
                : shown.part();
    }

    private void isClean() {
        assertThat(wrong).isEmpty();
        assertThat(screen.page.evaluate("() => window.sameLoad")).isEqualTo(true);
    }

    @Test
    void every_screen_is_clean_when_the_feed_is_lost() {
        open();
        service.goDown();
        screen.awaitState("stale");
        look(StaleScreensIT.SCREENS, "", ".strip[data-kind='stale']");
        isClean();
    }

    @Test
    void every_screen_is_clean_in_a_replay() {
        open();
        look(StaleScreensIT.SCREENS,
                "&at=" + start.truncatedTo(ChronoUnit.SECONDS).minusSeconds(60),
                ".strip[data-kind='replay']");
        isClean();
    }

    @Test
    void a_desk_is_clean_whatever_its_alerts_its_feed_and_its_sound_do() {
        open();
        look(DESK, "", "#alert-s", "#tab-queue-shelved");
        look(DESK, "", "#alert-x", "#tab-queue-suppressed");
        screen.press("Alt+m");
        look(DESK, "", "muster-sound:has-text('Muted')", "#tab-queue-all");
        service.say(SaidAlerts.flood(100, "c1", "desk-1", true));
        look(DESK, "", ".strip[data-kind='flood']", "#tab-queue-all", "[id^='alert-group']");
        service.say(SaidAlerts.flood(101, "c1", "desk-1", false));
        standStill(false);
        service.say(Said.live("c1"));
        awaitSeen(".pulse[data-state='late']");
        standStill(true);
        look(DESK, "", ".pulse[data-state='late']");
        standStill(false);
        resume();
        service.say(SaidAlerts.changed(alert("a", "high")));
        screen.awaitState("catching-up");
        standStill(true);
        look(DESK, "", ".pulse[data-state='catching-up']");
        isClean();
    }

    @Test
    void a_desk_is_clean_when_the_browser_keeps_it_silent() {
        screen.page.addInitScript(SoundStateIT.SILENT);
        open();
        screen.press("F2");
        look(DESK, "", ".strip[data-kind='blocked']");
        isClean();
    }
}
