package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;

/** Whether the engine that raises alerts is heard, why it raised one, and how well a desk is served by it. */
final class AlertEngineIT extends ScriptedBoard {
    private final Instant start = Instant.now();
    private long seq = 100;

    private String alert(String id, String severity) {
        return SaidAlerts.alert(id, severity, "Alert " + id, start.minusSeconds(60));
    }

    /** Lets time pass on the page, with a service that keeps speaking. */
    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            service.say(Said.live("c1"));
            screen.page.clock().runFor(1_000);
        }
    }

    private boolean isRed() {
        return screen.page.locator(".top[data-alerts='silent']").count() == 1;
    }

    private String headerColour() {
        return (String) screen.page.evaluate(
                "() => getComputedStyle(document.querySelector('.header')).backgroundColor");
    }

    private void watchTested(String testedAt) {
        screen.page.clock().install(new Clock.InstallOptions().setTime(Date.from(start)));
        screen.page.clock().pauseAt(Date.from(start.plusSeconds(60)));
        watch(SaidAlerts.alerting(SaidAlerts.picture(alert("a", "high")), testedAt, ""));
        screen.page.clock().runFor(300);
    }

    @Test
    void without_a_self_test_for_two_and_a_half_minutes_the_header_is_red_and_says_what_still_works() {
        watchTested(start.toString());
        String calm = headerColour();
        pass(140);
        assertThat(isRed()).as("after 140 s").isFalse();
        pass(15);
        assertThat(isRed()).as("after 155 s").isTrue();
        assertThat(headerColour()).isNotEqualTo(calm);
        assertThat(screen.strip()).startsWith("ALERT ENGINE SILENT since ")
                .contains("Figures, map and feed are live: watch them.",
                        "Tell who runs the service.");
        screen.awaitText("#polite", "The alert engine is silent");
        assertThat(screen.state()).isEqualTo("live");
        service.say(SaidAlerts.selfTest(seq++, "c2"));
        pass(1);
        assertThat(isRed()).as("tested").isFalse();
        assertThat(headerColour()).isEqualTo(calm);
        assertThat(screen.strip()).isEmpty();
        screen.awaitText("#polite", "The alert engine is back.");
        assertThat(screen.page.locator(".alert").count()).as("rows").isEqualTo(1);
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void a_test_each_minute_keeps_it_calm_and_where_nothing_tests_the_engine_nothing_is_missed() {
        watchTested(start.toString());
        for (int minute = 0; minute < 4; minute++) {
            pass(60);
            service.say(SaidAlerts.selfTest(seq++, "c2"));
        }
        assertThat(isRed()).isFalse();
        service.say(SaidAlerts.alerting(SaidAlerts.picture(), "", ""));
        pass(200);
        assertThat(isRed()).isFalse();
    }

    @Test
    void when_the_rule_that_tests_the_engine_is_gone_nothing_is_missed_until_it_is_back() {
        watchTested(start.toString());
        service.say(SaidAlerts.selfTestGone(seq++, "c2"));
        pass(200);
        assertThat(isRed()).as("nothing tests it").isFalse();
        service.say(SaidAlerts.selfTest(seq++, "c2"));
        pass(1);
        assertThat(isRed()).isFalse();
        pass(155);
        assertThat(isRed()).as("it is tested again, and is heard no more").isTrue();
    }

    @Test
    void a_test_that_was_long_ago_when_the_page_came_is_known_at_once() {
        screen.page.clock().install();
        watch(SaidAlerts.alerting(SaidAlerts.picture(), start.minusSeconds(600).toString(), ""));
        screen.awaitText(".strip", "ALERT ENGINE SILENT since ");
        assertThat(isRed()).isTrue();
    }

    @Test
    void why_an_alert_is_there_is_said_in_words_with_its_rule_and_what_it_saw() {
        watch(SaidAlerts.picture(alert("a", "high")));
        service.answer("/alerts/a/why", 200, why());
        screen.page.keyboard().press("F2");
        screen.page.keyboard().press("Enter");
        screen.awaitText("muster-why", "It waits for more than 20 people for each officer.");
        assertThat(screen.page.locator("muster-why .why-words li").allInnerTexts()).containsExactly(
                "It waits for more than 20 people for each officer.",
                "60 were seen at 5 Jul 15:02:10 L (14:02:10 Z).",
                "desk-2 acknowledged it at 25 Oct 01:30:00 L (+00:00) (01:30:00 Z).");
        screen.page.locator("muster-why summary").click();
        String shown = screen.page.locator("muster-why details").innerText();
        assertThat(shown).contains("crowd-per-officer", "version 3",
                "crowd.best > limit * officers", "limit = 20", "people at it, best estimate",
                "1,200");
        assertThat(screen.page.locator("muster-why .why-facts tbody tr").allInnerTexts())
                .map(row -> row.replaceAll("\\s+", " "))
                .contains("a major incident is declared yes incident.major",
                        "a drill no incident.drill");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void how_much_the_alerts_ask_of_the_desk_stands_beside_the_title_and_in_full_beside_targets() {
        watch(SaidAlerts.picture(alert("a", "high")));
        service.answer("/alerts/health", 200,
                Healths.of(Healths.desk("desk-1", 12), Healths.desk("desk-2", 3)));
        screen.page.reload();
        screen.await("connection", () -> service.subscriptions().size() == 2);
        service.say(SaidAlerts.picture(alert("a", "high")));
        service.say(Said.live("c1"));
        screen.awaitText(".rate", "12 in 10 min");
        screen.page.keyboard().press("F2");
        screen.page.keyboard().press("h");
        screen.awaitText(".health", "Alerts in 10 min, as they came in");
        List<String> rows = screen.page.locator(".health tbody tr").allInnerTexts();
        assertThat(rows).map(row -> row.replaceAll("\\s+", " "))
                .contains("Alerts in 10 min, as they came in 12 at most 10 NO",
                        "Critical, High 4 (10 %) at most 5 % NO", "Low 30 (75 %) at least 80 % NO",
                        "Time in flood, last 24 h 2.08 % at most 1 % NO",
                        "Alerts open for more than 24 h 0 fewer than 5 yes");
        assertThat(screen.page.locator(".health-rules li").first().innerText())
                .isEqualTo("Many people for each officer: 22 (55 %)");
        screen.page.locator(".health select").selectOption("desk-2");
        screen.awaitText(".health tbody", "3\t");
        screen.page.keyboard().press("Escape");
        assertThat(screen.page.evaluate("() => document.activeElement.className"))
                .isEqualTo("alerts");
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void axe_finds_nothing_and_nothing_lies_beyond_the_side_while_the_engine_is_silent_in_a_flood() {
        String aside = SaidAlerts.shelved(alert("s", "low"), start.plusSeconds(7_200), "desk-2");
        String picture = SaidAlerts.picture(alert("a", "critical"), alert("b", "medium"),
                alert("c", "medium"), aside, SaidAlerts.suppressed(alert("d", "high"), "a"));
        watch(SaidAlerts.alerting(picture, start.minusSeconds(600).toString(), start.toString()));
        screen.awaitText(".strip", "ALERT ENGINE SILENT since ");
        for (String theme : List.of("Light theme", "Dark theme")) {
            screen.page.setViewportSize(1_920, 1_080);
            screen.menu(theme);
            for (String tab : List.of("all", "shelved", "suppressed")) {
                for (int width : new int[] {1_920, 1_280, 320}) {
                    screen.page.setViewportSize(width, 800);
                    screen.page.locator("#tab-queue-" + tab).click();
                    check(theme + " " + tab + " " + width, width);
                }
            }
        }
        screen.page.setViewportSize(1_280, 800);
        screen.page
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        service.say(Said.live("c1"));
        screen.awaitText(".strip", "ALERT ENGINE SILENT");
        // What a text's colour is then only the system knows; that all of it is there is what can be checked.
        assertThat(screen.violationsButContrast()).isEmpty();
        assertThat(screen.page.evaluate("""
                () => getComputedStyle(document.querySelector('.strip')).borderTopStyle"""))
                .isEqualTo("solid");
        assertThat(screen.console()).isEmpty();
    }

    private void check(String what, int width) {
        service.say(Said.live("c1"));
        assertThat(screen.violations()).as(what).isEmpty();
        assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth")).as(what)
                .isEqualTo(width);
    }

    private static String why() {
        return """
                {"alert":{},"rule":{"id":"crowd-per-officer","title":"Many people for each officer",
                 "version":3,"since":"2026-01-05T14:02:10.000Z","when":"crowd.best > limit * officers",
                 "clearWhen":null,"for":"60s","values":{"limit":20}},
                 "words":["It waits for more than 20 people for each officer.","60 were seen at 2026-07-05 14:02:10 UTC.",
                  "desk-2 acknowledged it at 2026-10-25 01:30:00 UTC."],
                 "facts":[{"fact":"crowd.best","meaning":"people at it, best estimate","value":1200},
                  {"fact":"incident.major","meaning":"a major incident is declared","flag":true,"value":1},
                  {"fact":"incident.drill","meaning":"a drill","flag":true,"value":0}],
                 "evidence":[],"seen":[],"history":[]}""";
    }
}
