package org.muster.web;

import java.time.Instant;

import org.junit.jupiter.api.Test;

/** What is fetched beside the stream is asked for again by itself when the stream is back. */
final class AfterOutageIT extends ScriptedBoard {
    private static final String BUSY = "{\"status\":503,\"detail\":\"The reader is busy.\"}";
    private static final String WHY = "{\"words\":[\"It said: too many.\"],\"rule\":null,\"facts\":[]}";
    private final String told = """
            {"next":null,"items":[{"seq":7,"at":"%s","type":"report","actor":"RT21","areas":["rotherham"],
             "words":"RT21 on it","incident":"i1","protest":null,"alert":null,"report":null}]}"""
            .formatted(Instant.now());

    private void select(String which) {
        watch(SaidAlerts.picture());
        screen.page.evaluate("which => { location.hash = which; }", which);
    }

    /** The feed is silent for too long and speaks again: nothing of the picture comes anew. */
    private void outage() {
        screen.awaitState("stale");
        service.say(Said.live("c1"));
        screen.awaitState("live");
    }

    @Test
    void an_alerts_reasons_history_and_timeline_come_when_the_stream_is_back() {
        service.answer("/alerts/a", 200, SaidAlerts.over("a", "Alert a"));
        select("sel=alert.a");
        service.answer("/incidents/i1/timeline?*", 503, BUSY);
        service.answer("/alerts/a/why", 503, BUSY);
        screen.page.evaluate("() => { location.hash = 'sel=incident.i1'; }");
        screen.page.evaluate("() => { location.hash = 'sel=alert.a'; }");
        awaitText("muster-why", "The reader is busy.");
        awaitText("muster-timeline", "The reader is busy.");
        awaitText("muster-history", "Raised");
        service.answer("/alerts/a/why", 200, WHY);
        service.answer("/incidents/i1/timeline?*", 200, told);
        service.answer("/alerts/a", 200, SaidAlerts.over("a", "Alert a")
                .replace("alert-cleared\",\"who\":\"system", "alert-cleared\",\"who\":\"desk-9"));
        outage();
        awaitText("muster-why", "It said: too many.");
        awaitText("muster-history", "desk-9");
        awaitText("muster-timeline", "RT21 on it");
    }

    @Test
    void what_was_asked_for_by_its_id_is_asked_for_again_when_the_stream_is_back() {
        service.answer("/incidents/gone", 503, BUSY);
        select("sel=incident.gone");
        awaitText("muster-selected", "The reader is busy.");
        service.answer("/incidents/gone", 200, Said.incident("gone", "Closed gone", "closed"));
        outage();
        awaitText("muster-selected h2", "Closed gone");
        service.answer("/incidents/gone", 200, Said.incident("gone", "Closed anew", "closed"));
        outage();
        awaitText("muster-selected h2", "Closed anew");
    }

    @Test
    void a_protest_of_old_is_asked_for_again_on_its_screen_when_the_stream_is_back() {
        service.answer("/series?*", 200, "{\"points\":[]}");
        service.answer("/protests/p1", 503, BUSY);
        select("view=protest.p1");
        awaitText("muster-protest-screen", "The reader is busy.");
        service.answer("/protests/p1", 200,
                Said.protest("p1", "March of old", "ended", Instant.now()));
        outage();
        awaitText("muster-protest-screen #protest", "March of old");
    }
}
