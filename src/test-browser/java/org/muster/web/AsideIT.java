package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import com.microsoft.playwright.Clock;
import org.junit.jupiter.api.Test;

/** What is open and yet not in the queue: shelved for a time, or explained by another alert. */
final class AsideIT extends ScriptedQueue {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'L'")
            .withZone(ZoneId.of("Europe/London"));
    private final Instant until = now.plus(20, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);

    private String shelved(String id) {
        return SaidAlerts.shelved(alert(id, "medium"), until, "desk-2");
    }

    private String header() {
        return screen.page.locator(".shelved").innerText().replaceAll("\\s+", " ").strip();
    }

    private void awaitRows(String... messages) {
        screen.await("rows " + List.of(messages), () -> rows().equals(List.of(messages)));
    }

    @Test
    void no_time_is_offered_that_is_longer_than_the_service_allows() {
        service.answer("/catalogue", 200,
                Said.catalogue().replaceFirst("\\}\\s*$", ",\"shelveMinutesMax\":30}"));
        watch(SaidAlerts.picture(alert("a", "medium")));
        press("F2", "s");
        screen.await("two choices", () -> screen.page.locator("[name='minutes']").count() == 2);
        assertThat(screen.page.locator("[name='minutes']")
                .evaluateAll("all => all.map(one => one.value).join()")).isEqualTo("15,30");
    }

    @Test
    void an_alert_is_shelved_by_keyboard_for_a_time_and_a_reason_and_taken_back_with_undo() {
        watch(SaidAlerts.picture(alert("a", "medium"), alert("b", "medium")));
        assertThat(header()).isEqualTo("Shelved 0");
        service.answer("/alerts/a/shelve", 200, shelved("a"));
        service.answer("/alerts/a/unshelve", 200, alert("a", "medium"));
        press("F2", "s");
        screen.await("the choice",
                () -> "minutes".equals(screen.page.evaluate("() => document.activeElement.name")));
        assertThat(screen.page.locator("[name='minutes']:checked").getAttribute("value"))
                .isEqualTo("15");
        press("ArrowDown", "Enter");
        screen.awaitText("#ask-fault", "Write something first.");
        press("Tab");
        screen.page.keyboard().type("Planned drill of the fire service");
        press("Enter");
        awaitRows("Alert b");
        screen.awaitText("#queue-said", "Shelved until ");
        assertThat(service.asked()).hasSize(1)
                .first()
                .asString()
                .contains("POST /alerts/a/shelve",
                        "\"reason\":\"Planned drill of the fire service\"")
                .containsPattern("\"until\":\"[^\"]*:00\\.000Z\"");
        Instant asked = Instant.parse(
                service.asked().getFirst().replaceAll("(?s).*\"until\":\"([^\"]*)\".*", "$1"));
        assertThat(asked).isBetween(now.plus(28, ChronoUnit.MINUTES),
                Instant.now().plus(30, ChronoUnit.MINUTES));
        assertThat(header()).isEqualTo("Shelved 1");
        press("u");
        awaitRows("Alert a", "Alert b");
        screen.awaitText("#polite", "back in the queue");
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void the_list_of_the_shelved_is_one_press_away_and_says_who_why_and_until_when() {
        watch(SaidAlerts.picture(shelved("a"), alert("b", "medium")));
        service.answer("/alerts/a", 200, SaidAlerts.because(shelved("a"), "Roadworks, known"));
        service.answer("/alerts/a/unshelve", 200, alert("a", "medium"));
        service.answer("/alerts/a/shelve", 200, shelved("a"));
        awaitRows("Alert b");
        press("Alt+s");
        awaitRows("Alert a");
        screen.awaitText("#alert-a", "by desk-2: Roadworks, known");
        assertThat(row("a")).contains("shelved until ", CLOCK.format(until));
        press("Shift+S");
        awaitRows();
        screen.awaitText("#queue-said", "back in the queue");
        press("u");
        awaitRows("Alert a");
        assertThat(service.asked())
                .contains("POST /alerts/a/shelve {\"until\":\"%s\",\"reason\":\"Roadworks, known\"}"
                        .formatted(until));
        screen.page.locator("#tab-queue-all").click();
        screen.page.locator(".shelved").click();
        awaitRows("Alert a");
        assertThat(screen.page.evaluate("() => document.activeElement.className"))
                .isEqualTo("alerts");
    }

    @Test
    void before_it_comes_back_the_strip_and_a_screen_reader_are_told_and_then_it_is_there_and_sounds() {
        screen.page.addInitScript(
                """
                window.tones = [];
                addEventListener('muster-tone', ({ detail }) => window.tones.push(detail.tone));""");
        screen.page.clock().install(new Clock.InstallOptions().setTime(Date.from(now)));
        watch(SaidAlerts.picture(shelved("a")));
        assertThat(screen.strip()).isEmpty();
        service.say(SaidAlerts.entry(100, "c2", "alert-updated",
                "{\"alert\":\"a\",\"change\":\"shelf-ending\",\"areas\":null,\"finding\":null}"));
        screen.awaitText(".strip", "1 alert comes back from the shelf in ");
        screen.awaitText("#polite", "Back from the shelf soon: Alert a.");
        screen.page.locator(".strip button").click();
        awaitRows("Alert a");
        screen.page.locator("#tab-queue-all").click();
        press("F3");
        screen.page.mouse().move(0, 0);
        service.say(SaidAlerts.entry(101, "c3", "alert-unshelved", "{\"alert\":\"a\"}"));
        service.say(SaidAlerts.changed(alert("a", "medium")));
        awaitRows("Alert a");
        screen.await("the strip empty", () -> screen.strip().isEmpty());
        screen.await("a tone",
                () -> screen.page.evaluate("() => window.tones.join()").equals("medium"));
        assertThat(header()).isEqualTo("Shelved 0");
    }

    @Test
    void a_page_that_was_not_there_for_the_warning_warns_by_the_clock() {
        Instant soon = Instant.now().plusSeconds(90);
        watch(SaidAlerts.picture(SaidAlerts.shelved(alert("a", "low"), soon, "desk-2")));
        screen.awaitText(".strip", "1 alert comes back from the shelf in 1 min.");
    }

    @Test
    void a_critical_alert_is_shelved_by_supervisors_alone_and_others_read_why() {
        watch(SaidAlerts.picture(alert("a", "critical")));
        press("F2", "s");
        screen.awaitText("#queue-said", "It is critical: only a supervisor may shelve it.");
        assertThat(screen.page.locator("[data-do='shelve']").getAttribute("title"))
                .contains("only a supervisor");
    }

    @Test
    void what_the_service_refuses_is_said_in_its_words_and_the_alert_stays_where_it_was() {
        watch(SaidAlerts.picture(alert("a", "medium")));
        service.answer("/alerts/a/shelve", 422,
                "{\"status\":422,\"detail\":\"An alert can be shelved for 60 minutes at most.\"}");
        press("F2", "s", "Tab");
        screen.page.keyboard().type("Known");
        press("Enter");
        screen.awaitText("#queue-said",
                "Not done. An alert can be shelved for 60 minutes at most.");
        awaitRows("Alert a");
    }

    @Test
    void what_another_alert_explains_leaves_the_queue_and_is_listed_with_what_explains_it() {
        watch(SaidAlerts.picture(alert("major", "critical"),
                SaidAlerts.suppressed(alert("child", "high"), "major"), alert("other", "low")));
        awaitRows("Alert major", "Alert other");
        screen.awaitText("#tab-queue-suppressed", "1");
        assertThat(screen.page.locator("muster-counts").innerText().replaceAll("\\s+", " "))
                .contains("High: 0", "Critical: 1");
        screen.page.locator("#tab-queue-suppressed").click();
        awaitRows("Alert child");
        assertThat(row("child")).contains("suppressed, explained by: Alert major");
        assertThat(screen.page.evaluate("""
                () => getComputedStyle(document.querySelector('#alert-child .alert-message'))
                  .textDecorationLine""")).isEqualTo("line-through");
        screen.page.locator("#tab-queue-all").click();
        press("F3");
        screen.page.mouse().move(0, 0);
        service.say(SaidAlerts.entry(100, "c2", "alert-suppressed",
                "{\"alert\":\"child\",\"by\":null}"));
        service.say(SaidAlerts.changed(alert("child", "high")));
        awaitRows("Alert major", "Alert child", "Alert other");
        screen.awaitText("#polite", "High: Alert child.");
    }
}
