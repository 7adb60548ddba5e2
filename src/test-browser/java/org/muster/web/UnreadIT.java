package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** What could not be read: said where it is missing with the reference of the question, named in the strip, asked for again. */
final class UnreadIT extends ScriptedBoard {
    private static final String BUSY = "{\"status\":503,\"detail\":\"The reader is busy.\"}";
    private static final String SAID = "The reader is busy. Reference r-17.";
    private static final String WHY = """
            {"words":["It said: too many."],"rule":null,"facts":[]}""";

    private void show() {
        service.reference("r-17");
        watch(SaidAlerts.picture(SaidAlerts.alert("a", "high", "Alert a")));
    }

    private void turn(String address) {
        screen.page.evaluate("address => { location.hash = address; }", address);
    }

    private Locator again(String within) {
        return screen.page.locator(within).getByText("Ask again");
    }

    private void awaitMissing(String name) {
        awaitText(".strip", "Missing: " + name + ". All else is live.");
    }

    private void awaitNothingMissing() {
        screen.await("nothing is missing", () -> {
            service.say(Said.live("c1"));
            return screen.state().equals("live") && screen.strip().isEmpty();
        });
    }

    private void clean(String as) {
        assertThat(screen.violations()).as(as).isEmpty();
    }

    @Test
    void what_is_selected_is_said_to_be_fetched_then_why_it_did_not_come_and_comes_at_a_press() {
        List<Route> held = new ArrayList<>();
        screen.page.route("**/api/v1/incidents/gone", held::add);
        show();
        turn("sel=incident.gone");
        awaitText("muster-selected", "Being fetched from the service");
        assertThat(screen.page.locator("muster-selected").innerText())
                .doesNotContain("not within what you may see");
        screen.await("the question", () -> held.size() == 1);
        held.getFirst()
                .fulfill(new Route.FulfillOptions().setStatus(503)
                        .setBody(BUSY)
                        .setHeaders(Map.of("X-Request-Id", "r-17")));
        awaitText("muster-selected", "It could not be read. " + SAID);
        assertThat(screen.page.locator("muster-selected").innerText())
                .doesNotContain("not within what you may see");
        awaitMissing("what is selected");
        clean("not answered");
        screen.page.unroute("**/api/v1/incidents/gone");
        service.answer("/incidents/gone", 200, Said.incident("gone", "Closed gone", "closed"));
        again("muster-selected").click();
        awaitText("muster-selected h2", "Closed gone");
        awaitNothingMissing();
    }

    @Test
    void without_a_connection_what_is_selected_is_not_said_to_be_out_of_sight() {
        service.answerNothing("/protests/gone");
        show();
        turn("sel=protest.gone");
        awaitText("muster-selected", "The service does not answer.");
        awaitMissing("what is selected");
        turn("sel=incident.i1");
        awaitText("muster-selected h2", "Ivanhoe Road");
        awaitNothingMissing();
    }

    @Test
    void what_there_is_not_or_not_for_who_asks_is_said_to_be_out_of_sight_and_is_no_failure() {
        service.answer("/incidents/gone", 404, "{\"status\":404,\"detail\":\"no such incident\"}");
        service.answer("/alerts/gone", 403, "{\"status\":403,\"detail\":\"not for you\"}");
        show();
        for (String gone : List.of("incident.gone", "alert.gone")) {
            turn("sel=" + gone);
            awaitText("muster-selected", "not within what you may see");
            assertThat(again("muster-selected").count()).isZero();
            awaitNothingMissing();
            turn("sel=incident.i1");
            awaitText("muster-selected h2", "Ivanhoe Road");
        }
    }

    @Test
    void an_alert_that_was_over_a_day_ago_is_asked_for_and_shown_in_full() {
        service.answer("/alerts/old", 200, SaidAlerts.over("old", "Too many at the bridge"));
        service.answer("/alerts/old/why", 200, WHY);
        show();
        turn("sel=alert.old");
        awaitText("muster-selected h2", "Too many at the bridge");
        awaitText("muster-selected .chips", "High");
        awaitText("muster-history", "Cleared");
        awaitText("muster-why", "It said: too many.");
        assertThat(screen.page.locator("muster-selected").innerText()).contains(
                "Many people for each officer", "60, limit 20", "Rotherham", "entries 17");
        clean("an alert of old");
    }

    @Test
    void an_alerts_reasons_history_and_timeline_are_each_named_until_they_come() {
        service.answer("/alerts/a", 503, BUSY);
        service.answer("/alerts/a/why", 503, BUSY);
        service.answer("/incidents/i1/timeline?*", 503, BUSY);
        show();
        turn("sel=alert.a");
        awaitText("muster-history", "What was done with it could not be read. " + SAID);
        awaitText("muster-why", "Why it was raised could not be read. " + SAID);
        awaitText("muster-timeline", "It could not be read. " + SAID);
        for (String name : List.of("why the alert was raised", "what was done with the alert",
                "timeline of what is shown")) {
            awaitText(".strip", name);
        }
        clean("three parts of an alert");
        service.answer("/alerts/a", 200, SaidAlerts.over("a", "Alert a"));
        again("muster-history").click();
        awaitText("muster-history", "Raised");
        service.answer("/alerts/a/why", 200, WHY);
        again("muster-why").click();
        awaitMissing("timeline of what is shown");
        service.answer("/incidents/i1/timeline?*", 200, Said.NO_ITEMS);
        again("muster-timeline").click();
        awaitNothingMissing();
        assertThat(again("muster-selected").count()).isZero();
    }

    @Test
    void what_is_not_shown_any_more_is_not_named_any_more() {
        service.answer("/alerts/a", 503, BUSY);
        service.answer("/alerts/a/why", 503, BUSY);
        show();
        turn("sel=alert.a");
        awaitText(".strip", "what was done with the alert");
        awaitText(".strip", "why the alert was raised");
        screen.page.locator("muster-selected").getByText("Deselect").click();
        awaitNothingMissing();
    }

    @Test
    void an_areas_charts_watch_list_and_crimes_are_each_named_until_they_come() {
        service.answer("/series?*", 503, BUSY);
        service.answer("/watchlist?*", 503, BUSY);
        service.answer("/crime-recording?*", 503, BUSY);
        show();
        turn("view=area.rotherham");
        awaitText(".chart-failed", SAID + " What is live on this screen goes on.");
        awaitText("muster-tonight", SAID + " The rest of the screen goes on.");
        for (String name : List.of("charts", "what is to be watched tonight",
                "crimes alleged and recorded")) {
            awaitText(".strip", name);
        }
        service.answer("/watchlist?*", 200, "{\"night\":\"2034-09-06\",\"items\":[]}");
        again("muster-tonight").first().click();
        awaitMissing("charts, crimes alleged and recorded");
        turn("view=board");
        awaitNothingMissing();
    }

    @Test
    void the_time_axis_is_named_while_it_is_on_the_page_and_lacks_what_it_shows() {
        service.answer("/timeline?*", 503, BUSY);
        show();
        awaitText(".axis-note", "The timeline could not be read. " + SAID);
        awaitMissing("time axis");
        clean("no time axis");
        assertThat((Boolean) screen.page.evaluate(
                """
                () => { const { left, top, width, height } =
                    document.querySelector('.axis-note button').getBoundingClientRect();
                  return document.elementFromPoint(left + width / 2, top + height / 2)?.tagName === 'BUTTON'; }"""))
                .as("the button is in sight")
                .isTrue();
        screen.picture("axis-unread");
        turn("view=units");
        awaitNothingMissing();
        turn("view=board");
        awaitMissing("time axis");
        service.answer("/timeline?*", 200, Said.NOTHING_HAPPENED);
        screen.page.locator(".axis-note button").click();
        awaitText(".axis-note", "Nothing was recorded yet.");
        awaitNothingMissing();
    }

    @Test
    void a_protest_that_did_not_come_is_named_and_so_is_what_was_said_of_it() {
        service.answer("/protests/p1", 503, BUSY);
        service.answer("/protests/p1/timeline?*", 503, BUSY);
        service.answer("/series?*", 200, "{\"points\":[]}");
        show();
        turn("view=protest.p1");
        awaitText("muster-protest-screen", "This protest could not be read. " + SAID);
        awaitMissing("the protest");
        service.answer("/protests/p1", 200,
                Said.protest("p1", "March of old", "ended", Instant.now()));
        again("muster-protest-screen").click();
        awaitText("muster-protest-screen #protest", "March of old");
        awaitText("muster-timeline", "It could not be read. " + SAID);
        awaitMissing("timeline of what is shown");
        turn("view=board");
        awaitNothingMissing();
    }

    @Test
    void feed_health_and_replay_say_the_reference_of_the_question_that_failed() {
        service.answer("/feed?*", 503, BUSY);
        service.answer("/alerts/health", 503, BUSY);
        service.answer("/picture?*", 503, BUSY);
        screen.page.setViewportSize(1920, 1080);
        show();
        awaitText("muster-feed", "It could not be read. " + SAID);
        turn("view=queue");
        awaitText("muster-health-panel", SAID);
        turn("at=2014-09-06T20:40:00Z");
        awaitText(".strip", "could not be read: " + SAID);
        screen.picture("replay-unread");
    }

    @Test
    void what_is_refused_is_said_with_its_reference_whatever_the_refusal() {
        show();
        for (int status : List.of(403, 404, 409, 422, 503)) {
            service.reference("r-" + status);
            service.answer("/alerts/a/acknowledge", status, BUSY);
            screen.press("F2", "a");
            awaitText("#polite", "Reference r-" + status + ".");
        }
    }
}
