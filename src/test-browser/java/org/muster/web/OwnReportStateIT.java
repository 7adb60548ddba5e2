package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** When one's own reports can be corrected and withdrawn, and why not: from a scripted service. */
final class OwnReportStateIT extends ScriptedBoard {
    private static final String BARRED = "[data-own='withdraw'][aria-disabled='true']";

    static String told(int seq, String actor, String corrects, boolean withdrawn) {
        return """
                {"seq":%d,"at":"%s","type":"report","actor":"%s","areas":["rotherham"],"words":"RT21: entry %d",
                 "incident":"i1","protest":null,"alert":null,"report":"r%d","corrects":%s,"withdrawn":%s}"""
                .formatted(seq, Instant.now(), actor, seq, seq, corrects, withdrawn);
    }

    private void select(boolean sensitive, String... told) {
        service.answer("/incidents/i1/timeline?*", 200,
                "{\"next\":null,\"items\":[" + String.join(",", told) + "]}");
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")
                .replace("\"sensitive\":false", "\"sensitive\":" + sensitive)));
        screen.page.evaluate("() => { location.hash = 'sel=incident.i1'; }");
        screen.awaitText("muster-timeline", "entry");
    }

    private Locator own(String what) {
        return screen.page.locator("[data-own='" + what + "']");
    }

    private void press(String what) {
        own(what).focus();
        screen.press("Enter");
    }

    @Test
    void only_the_last_of_ones_own_can_be_changed_and_what_was_struck_says_so() {
        select(false, told(9, "desk-2", "null", false), told(8, "desk-1", "\"r6\"", true),
                told(7, "desk-1", "\"r5\"", false), told(6, "desk-1", "null", false),
                told(5, "desk-1", "null", false));
        own("correct").waitFor();
        assertThat(own("correct").count()).isOne();
        assertThat(screen.page.locator(".told[data-seq='7'] + .reading muster-own").count())
                .isOne();
        assertThat(screen.page.locator(".told[data-seq='6']").innerText())
                .contains("withdrawn since");
        assertThat(screen.page.locator(".told[data-seq='5']").innerText())
                .contains("corrected since");
        assertThat(screen.page.locator(".told[data-seq='7']").innerText()).doesNotContain("since");
        screen.page.setViewportSize(320, 640);
        screen.place("selected");
        own("correct").scrollIntoViewIfNeeded();
        assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(320);
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void while_one_is_being_withdrawn_another_waits_its_turn() {
        select(false, told(6, "desk-1", "null", false), told(5, "desk-1", "null", false));
        screen.await("both", () -> own("withdraw").count() == 2);
        List<Route> waiting = new ArrayList<>();
        screen.page.route("**/api/v1/reports", waiting::add);
        own("withdraw").first().press("Enter");
        Locator dialog = screen.page.locator("muster-withdraw-form dialog[open]");
        dialog.locator("[name='reason']").press("Enter");
        screen.await("it is sent", () -> waiting.size() == 1);
        String about = dialog.locator(".ask-about").innerText();
        own("withdraw").last().press("Enter");
        screen.awaitText("#polite", "This one is still being sent.");
        assertThat(dialog.locator(".ask-about").innerText()).isEqualTo(about);
        waiting.getFirst().fulfill(new Route.FulfillOptions().setStatus(201).setBody("{}"));
        screen.await("it is done", () -> dialog.count() == 0);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void a_lost_feed_and_a_replay_bar_both_and_say_why() {
        select(false, told(5, "desk-1", "null", false));
        own("withdraw").waitFor();
        assertThat(screen.page.locator(BARRED).count()).isZero();
        service.goDown();
        screen.awaitState("stale");
        screen.awaitText("muster-own", "The feed is not live: this waits until it is back.");
        press("withdraw");
        press("correct");
        assertThat(screen.page.locator(BARRED).count()).isOne();
        assertThat(screen.violations()).isEmpty();
        service.comeBack();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.await("it can be done", () -> screen.page.locator(BARRED).count() == 0);
        screen.page.route("**/api/v1/picture?at=*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setBody(Said.picture("c0", Said.open("i1", "Ivanhoe Road")))));
        screen.press("Alt+r");
        screen.awaitText("muster-own", "Alt+L");
        press("withdraw");
        assertThat(screen.page.locator(BARRED).count()).isOne();
        assertThat(screen.page.locator("dialog[open]").count()).isZero();
        assertThat(service.asked()).noneMatch(asked -> asked.contains("/reports"));
    }

    @Test
    void what_was_sent_in_confidence_is_not_corrected_blindly_and_says_what_to_do() {
        service.answer("/reports/r5", 200, """
                {"seq":5,"at":"%1$s","type":"report","actor":"desk-1","areas":[],"body":{"reduced":true,
                 "report":{"id":"r5","observedAt":"%1$s","officers":[]},"opened":false,"observer":"RT21",
                 "effectiveAt":"%1$s","warnings":[]}}""".formatted(Instant.now()));
        select(true, told(5, "desk-1", "null", false));
        assertThat(own("correctRead").innerText()).isEqualTo("Correct (reading it is recorded)");
        own("correctRead").click();
        screen.awaitText("muster-own", "It was given in confidence");
        screen.awaitText("#polite", "Withdraw it and send it anew, or ask a supervisor.");
        assertThat(screen.page.locator("dialog[open]").count()).isZero();
    }

    @Test
    void what_cannot_be_read_says_why_with_its_reference_and_can_be_asked_for_again() {
        screen.page.route("**/api/v1/reports/r5",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)
                        .setHeaders(Map.of("Content-Type", "application/problem+json",
                                "X-Request-Id", "ref-79"))
                        .setBody("{\"status\":503,\"detail\":\"The disk is nearly full.\"}")));
        select(false, told(5, "desk-1", "null", false));
        own("correct").click();
        screen.awaitText("muster-own",
                "The disk is nearly full. Reference ref-79. Nothing was changed.");
        assertThat(screen.violations()).isEmpty();
        screen.page.unroute("**/api/v1/reports/r5");
        service.answer("/reports/r5", 200,
                """
                {"seq":5,"at":"%1$s","type":"report","actor":"desk-1","areas":[],"body":{
                 "report":{"id":"r5","incident":"i1","observedAt":"%1$s","officers":[],"text":"Said so"},
                 "incident":"i1","opened":false,"observer":"RT21","effectiveAt":"%1$s","warnings":[]}}"""
                        .formatted(Instant.now()));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        own("correct").click();
        screen.await("the form", () -> screen.page.locator("[name='text']").count() == 1);
        assertThat(screen.page.locator("[name='text']").inputValue()).isEqualTo("Said so");
        assertThat(screen.page.locator("muster-own p").count()).isZero();
    }

    @Test
    void a_script_that_does_not_come_is_said() {
        screen.page.route("**/own-*.js", Route::abort);
        select(false, told(5, "desk-1", "null", false));
        screen.awaitText("muster-timeline", "What corrects reports could not be fetched");
        screen.page.unroute("**/own-*.js");
        own("correct").waitFor();
    }
}
