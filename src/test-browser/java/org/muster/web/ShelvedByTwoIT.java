package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A critical alert that takes two to be shelved: a second person signs in on the same dialog. */
final class ShelvedByTwoIT extends ScriptedQueue {
    private static final String SECOND = "#ask-second";
    private static final String TOKEN = "muster_of-somebody-else";
    private final Instant until = now.plus(20, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    private final List<String> seconds = new ArrayList<>();

    @BeforeEach
    void listen() {
        service.role("supervisor");
        screen.page.onRequest(request -> {
            if (request.url().endsWith("/shelve")) {
                seconds.add(String.valueOf(request.headerValue("muster-second-person")));
            }
        });
    }

    private void takesTwo(boolean is) {
        service.answer("/catalogue", 200,
                Said.catalogue()
                        .replaceFirst("\\}\\s*$",
                                ",\"shelveMinutesMax\":240,\"shelveSecondPerson\":" + is + "}"));
    }

    private void refuses(int status, String code, String detail) {
        service.answer("/alerts/a/shelve", status,
                "{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}".formatted(status, code,
                        detail));
    }

    private String shelved() {
        return SaidAlerts.shelved(alert("a", "critical"), until, "desk-1", "desk-2");
    }

    /** The dialog is there, the reason written, and the focus behind it. */
    private void dialog() {
        press("F2", "s");
        screen.await("the dialog", () -> screen.page.locator("#ask-text").count() == 1);
        press("Tab");
        screen.page.keyboard().type("Found well");
    }

    private void awaitFocus(String id) {
        screen.await("focus in " + id,
                () -> id.equals(screen.page.evaluate("() => `#${document.activeElement.id}`")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void a_second_person_signs_in_on_the_dialog_and_is_asked_again_when_they_will_not_do(
            String theme) {
        screen.page.addInitScript("localStorage.setItem('muster.theme', '" + theme + "')");
        service.reference("ref-7");
        takesTwo(true);
        watch(SaidAlerts.picture(alert("a", "critical")));
        dialog();
        press("Enter");
        screen.awaitText("#ask-second-fault", "The second person types their token first.");
        awaitFocus(SECOND);
        screen.awaitText("#ask-second-hint", "not kept; both names are recorded");
        assertThat(screen.page.locator(SECOND).getAttribute("type")).isEqualTo("password");
        assertThat(screen.page.locator(SECOND).getAttribute("autocomplete"))
                .isEqualTo("new-password");
        screen.page.setViewportSize(320, 720);
        checkWhole("the dialog", 320);
        screen.page.setViewportSize(1_280, 720);
        checkWhole("the dialog", 1_280);

        screen.page.keyboard().insertText(TOKEN + "\u200b");
        press("Enter");
        screen.awaitText("#ask-second-fault", "This has signs that no token has");
        awaitFocus(SECOND);
        screen.page.locator(SECOND).fill("");

        refuses(403, "second-refused", "The second person is the one who shelves it.");
        screen.page.keyboard().type(TOKEN);
        press("Enter");
        screen.awaitText("#ask-second-fault",
                "Not done. The second person is the one who shelves it. Reference ref-7.");
        awaitFocus(SECOND);
        assertThat(screen.page.locator(SECOND).inputValue()).isEmpty();
        assertThat(rows()).containsExactly("Alert a");

        service.answer("/alerts/a/shelve", 200, shelved());
        screen.page.keyboard().type(TOKEN);
        press("Enter");
        screen.awaitText("#queue-said", "Shelved until ");
        assertThat(screen.page.locator(SECOND).count()).isZero();
        assertThat(rows()).isEmpty();
        assertThat(seconds).containsExactly("Bearer " + TOKEN, "Bearer " + TOKEN);
        assertThat(service.asked().toString()).contains("\"reason\":\"Found well\"")
                .doesNotContain(TOKEN);
        assertThat(screen.page.evaluate(
                "() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.body.outerHTML + location"))
                .asString()
                .doesNotContain(TOKEN);
        assertThat(screen.console()).allMatch(line -> line.contains("403"));
    }

    @ParameterizedTest(name = "{0}, takes two: {1}")
    @CsvSource({"critical,false", "medium,true"})
    void where_one_is_enough_nobody_else_is_asked_for(String severity, boolean is) {
        takesTwo(is);
        watch(SaidAlerts.picture(alert("a", severity)));
        service.answer("/alerts/a/shelve", 200,
                SaidAlerts.shelved(alert("a", severity), until, "desk-1"));
        dialog();
        assertThat(screen.page.locator(SECOND).count()).isZero();
        press("Enter");
        screen.awaitText("#queue-said", "Shelved until ");
        assertThat(seconds).containsExactly("null");
    }

    @Test
    void too_many_wrong_tokens_are_said_with_how_long_to_wait() {
        takesTwo(true);
        watch(SaidAlerts.picture(alert("a", "critical")));
        refuses(429, "too-many-requests", "Too many sign-ins failed.");
        dialog();
        press("Tab");
        awaitFocus(SECOND);
        screen.page.keyboard().type(TOKEN);
        press("Enter");
        screen.awaitText("#ask-second-fault", "too many attempts. Wait 60 seconds");
        press("Escape");
        assertThat(screen.page.locator(SECOND).count()).isZero();
        assertThat(rows()).containsExactly("Alert a");
    }

    @Test
    void putting_it_back_on_its_shelf_by_undo_says_that_it_takes_two() {
        takesTwo(true);
        watch(SaidAlerts.picture(shelved()));
        service.answer("/alerts/a", 200, SaidAlerts.because(shelved(), "Found well"));
        service.answer("/alerts/a/unshelve", 200, alert("a", "critical"));
        press("Alt+s");
        screen.awaitText("#alert-a", "by desk-1 and desk-2: Found well");
        press("Shift+S");
        screen.awaitText("#queue-said", "back in the queue");
        service.say(SaidAlerts.changed(alert("a", "critical")));
        refuses(403, "second-missing", "A critical alert is shelved by two.");
        press("u");
        screen.awaitText("#queue-said", "Not done: a critical alert is shelved by two. Choose it"
                + " and press S, which asks for the second person.");
        assertThat(seconds).containsExactly("null");
        screen.page.locator("#tab-queue-all").click();
        screen.await("in the queue", () -> rows().equals(List.of("Alert a")));
    }

    @Test
    void both_are_named_where_the_alert_is_told_in_full() {
        watch(SaidAlerts.picture(shelved()));
        service.answer("/alerts/a", 200, shelved().replace("\"seen\":[]", """
                "seen":[],"history":[{"seq":9,"at":"%s","what":"alert-shelved","who":"desk-1",
                 "words":"Found well","second":"desk-2"}]""".formatted(now)));
        press("Alt+s");
        screen.awaitText("#alert-a", "by desk-1 and desk-2");
        screen.page.locator("#alert-a").click();
        screen.awaitText("muster-selected .facts", "by desk-1 and desk-2");
        screen.awaitText("muster-history .told-by", "desk-1 and desk-2");
        assertThat(screen.violations()).isEmpty();
    }
}
