package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports of a phone, with signal and without, before a real service. */
final class FieldIT extends WithService {
    private Phone phone;

    @BeforeEach
    void open() throws Exception {
        phone = Phone.open(service, browsing);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void three_reports_in_aeroplane_mode_are_received_once_and_in_order_after_the_tab_was_closed()
            throws Exception {
        phone.aeroplane(true);
        for (String words : List.of("one", "two", "three")) {
            phone.quiet(words);
        }
        phone.awaitText(".head", "No signal. 3 saved on phone");
        Instant written = Instant.now();
        phone.closeTab();
        phone.reopen();
        phone.awaitText(".head", "3 saved on phone");
        phone.awaitText(".card", "three");
        assertThat(phone.recordedWords()).isEmpty();
        phone.aeroplane(false);
        phone.awaitRecorded("one", "two", "three");
        phone.awaitText(".head", "Sent ");
        phone.reload();
        phone.awaitText(".head", "Sent ");
        phone.link("All reports");
        phone.awaitState("one", "received");
        assertThat(phone.recordedWords()).containsExactly("one", "two", "three");
        for (JsonNode entry : phone.recorded()) {
            assertThat(Instant.parse(entry.path("at").asText())).isAfter(written);
            assertThat(Instant.parse(report(entry).path("observedAt").asText())).isBefore(written);
            assertThat(report(entry).path("id").asText().charAt(14)).isEqualTo('7');
        }
    }

    private static JsonNode report(JsonNode entry) {
        return entry.path("body").path("report");
    }

    @Test
    void what_was_received_but_not_answered_is_sent_again_and_recorded_once() throws Exception {
        int[] sent = {0};
        phone.profile.route("**/api/v1/reports", route -> {
            if (sent[0]++ == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        phone.quiet("answered late");
        phone.awaitState("answered late", "received");
        assertThat(sent[0]).isEqualTo(2);
        assertThat(phone.recordedWords()).containsExactly("answered late");
    }

    @Test
    void an_answer_of_somebody_on_the_way_is_no_receipt_and_no_refusal() throws Exception {
        int[] sent = {0};
        phone.profile.route("**/api/v1/reports", route -> {
            switch (sent[0]++) {
                case 0 -> route.fulfill(new Route.FulfillOptions().setStatus(200)
                        .setBody("<h1>Welcome to our free wireless</h1>"));
                case 1 -> route.fulfill(
                        new Route.FulfillOptions().setStatus(403).setBody("<h1>Blocked</h1>"));
                default -> route.resume();
            }
        });
        phone.quiet("through a portal");
        phone.awaitState("through a portal", "received");
        assertThat(phone.recordedWords()).containsExactly("through a portal");
    }

    @Test
    void a_report_is_changed_in_its_place_until_it_was_sent() throws Exception {
        phone.aeroplane(true);
        phone.quiet("mistyped");
        phone.link("Change");
        phone.awaitText("main h1", "Change: All quiet");
        assertThat(phone.page.innerText("main")).contains("As written: Thurcroft",
                "A change keeps this time");
        phone.note("typed well");
        phone.send();
        phone.awaitText(".card", "typed well");
        phone.aeroplane(false);
        phone.awaitRecorded("typed well");
        assertThat(report(phone.recorded().getFirst()).path("corrects").isMissingNode()).isTrue();
    }

    @Test
    void a_report_that_may_have_arrived_is_changed_by_another_behind_it() throws Exception {
        phone.quiet("as sent");
        phone.awaitState("as sent", "received");
        phone.link("Change");
        phone.note("as meant");
        phone.send();
        phone.awaitState("as meant", "received");
        phone.awaitRecorded("as sent", "as meant");
        assertThat(report(phone.recorded().get(1)).path("corrects").asText())
                .isEqualTo(report(phone.recorded().getFirst()).path("id").asText());
        phone.awaitText("main", "replaced by a later one");
    }

    @Test
    void a_report_is_withdrawn_after_it_was_sent_and_before_that_it_is_only_taken_away()
            throws Exception {
        phone.quiet("sent in error");
        phone.awaitState("sent in error", "received");
        phone.aeroplane(true);
        phone.button("Withdraw");
        phone.page.getByLabel("Reason (may stay empty)").fill("wrong street");
        phone.button("Withdraw it");
        phone.awaitText(".card", "Withdrawal of: All quiet");
        phone.quiet("never sent");
        phone.button("Withdraw");
        phone.awaitText(".card", "It was not sent");
        phone.button("Withdraw it");
        phone.await("it is gone", () -> !phone.page.innerText("main").contains("never sent"));
        phone.aeroplane(false);
        phone.awaitRecorded("sent in error", "withdrawn");
        assertThat(report(phone.recorded().get(1)).path("reason").asText())
                .isEqualTo("wrong street");
    }

    @Test
    void a_refused_report_tells_why_and_is_mended_and_the_next_ones_go_on() throws Exception {
        phone.profile.route("**/api/v1/reports", route -> {
            String body = route.request().postData();
            route.resume(new Route.ResumeOptions().setPostData(body.replaceFirst(
                    "\"text\":\"wrong\"", "\"text\":\"wrong\",\"status\":\"closed\"")));
        });
        phone.quiet("wrong");
        phone.awaitState("wrong", "refused");
        phone.awaitText(".card", "belongs to an incident or a protest");
        phone.awaitText(".head", "1 refused");
        phone.quiet("next");
        phone.awaitState("next", "received");
        phone.link("1 refused");
        phone.link("Mend and send");
        phone.awaitText("main h1", "Mend: All quiet");
        phone.note("right");
        phone.send();
        phone.awaitState("right", "received");
        phone.awaitRecorded("next", "right");
        assertThat(phone.page.innerText(".head")).doesNotContain("refused");
    }

    @Test
    void a_refused_report_is_dropped_only_when_that_was_confirmed() throws Exception {
        phone.profile.route("**/api/v1/reports",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody(
                                """
                                {"type":"about:blank","title":"Invalid","status":422,"detail":"No.",
                                 "code":"invalid","errors":[{"pointer":"/text","detail":"is no"}]}""")));
        phone.quiet("unwanted");
        phone.awaitState("unwanted", "refused");
        phone.button("Drop");
        phone.awaitText(".card", "is then nowhere");
        phone.button("Keep it");
        assertThat(phone.state("unwanted")).isEqualTo("refused");
        phone.button("Drop");
        phone.button("Drop it");
        phone.awaitText("main", "No report on this phone yet");
    }

    @Test
    void a_draft_and_the_queue_outlive_the_end_of_a_session_and_are_sent_after_signing_in()
            throws Exception {
        phone.form("All quiet");
        phone.note("half a sentence");
        phone.endSession();
        phone.tap("Pick area");
        phone.choose("Area", "Thurcroft (Rotherham)");
        phone.send();
        phone.awaitText(".notices", "Your session has ended");
        phone.awaitText(".head", "Signed out");
        phone.form("Incident");
        phone.note("another half");
        phone.reload();
        phone.awaitText(".notices", "Your session has ended");
        assertThat(phone.page.getByLabel("Note (no names)").inputValue()).isEqualTo("another half");
        phone.link("Sign in");
        phone.awaitText(".notices", "1 report is kept on this phone for " + phone.unit);
        phone.signInWith(phone.token);
        phone.awaitRecorded("half a sentence");
        phone.form("Incident");
        assertThat(phone.page.getByLabel("Note (no names)").inputValue()).isEqualTo("another half");
    }

    @Test
    void what_one_unit_wrote_is_not_sent_under_another_name_before_somebody_says_so()
            throws Exception {
        phone.endSession();
        phone.quiet("by the first");
        phone.awaitText(".notices", "Your session has ended");
        phone.link("Sign in");
        String other = "OTHER" + System.nanoTime();
        phone.signInWith(service.token("field", other));
        phone.awaitText(".notices", "was written by " + phone.unit + " and is not sent");
        phone.quiet("by the second");
        phone.awaitState("by the second", "received");
        assertThat(phone.recordedWords()).isEmpty();
        assertThat(phone.recordedWords(other)).containsExactly("by the second");
        phone.button("Send it as " + other);
        phone.awaitRecordedBy(other, "by the second", "by the first");
    }

    @Test
    void two_tabs_send_each_report_once_and_show_the_same() throws Exception {
        int[] sent = {0};
        phone.profile.route("**/api/v1/reports", route -> {
            sent[0]++;
            route.resume();
        });
        Page second = phone.another();
        phone.aeroplane(true);
        phone.quiet("of the first tab");
        second.getByText("Crowd size").waitFor();
        phone.await("the other tab shows it",
                () -> second.innerText("main").contains("of the first tab"));
        phone.quiet("and another");
        phone.aeroplane(false);
        phone.awaitRecorded("of the first tab", "and another");
        phone.await("both tabs know", () -> second.innerText(".head").contains("Sent "));
        assertThat(sent[0]).isEqualTo(2);
    }

    @Test
    void a_crowd_of_something_new_and_what_follows_it_are_written_without_signal()
            throws Exception {
        phone.stand(53.3966, -1.2537, 12);
        phone.link("Settings");
        phone.awaitText("main", "Known to 12 m");
        phone.link("Back");
        phone.aeroplane(true);
        phone.form("Crowd size");
        phone.awaitText("main", "Here ±12 m");
        phone.tap("500–1,000");
        phone.tap("tense");
        phone.tap("Told");
        phone.note("at the station");
        phone.send();
        phone.form("Arrest count");
        phone.choose("About", "Crowd 500–1,000, Large gathering (not sent yet)");
        phone.choose("Offence", "Breach of the peace");
        phone.note("two of them");
        phone.send();
        phone.aeroplane(false);
        phone.awaitRecorded("Not seen by us: told by others.\nat the station", "two of them");
        JsonNode crowd = phone.recorded().getFirst().path("body");
        JsonNode arrests = report(phone.recorded().get(1));
        assertThat(crowd.path("report").path("crowd")).hasToString(
                "{\"low\":500,\"high\":1000,\"method\":\"estimate\",\"mood\":\"tense\"}");
        assertThat(crowd.path("report").path("location").path("lat").asDouble()).isEqualTo(53.3966);
        assertThat(arrests.path("incident").asText()).isNotEmpty()
                .isEqualTo(crowd.path("incident").asText());
        assertThat(arrests.path("arrests").get(0).path("offence").asText())
                .isEqualTo("breach-of-the-peace");
    }
}
