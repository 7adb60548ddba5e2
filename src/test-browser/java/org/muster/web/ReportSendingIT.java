package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.ServiceProcess;

/** What becomes of a report that cannot be sent, or whose answer is lost. */
final class ReportSendingIT extends AtDesk {

    @Test
    void the_answer_that_was_lost_costs_nothing_the_same_report_is_sent_again() throws Exception {
        desk.known("Lost answers", "RT36", 53.39);
        List<String> sent = new ArrayList<>();
        desk.profile.route("**/api/v1/reports", route -> {
            sent.add(String.valueOf(route.request().postData()));
            if (sent.size() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT36");
        desk.press("Tab");
        desk.type("arson");
        desk.press("Enter", "Enter");
        desk.screen.awaitText(".form-words", "Not sent: the service does not answer.");
        desk.known("Moved on meanwhile", "RT36", 53.41);
        desk.press("Enter");
        desk.recorded();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(desk.api.get("incidents?category=arson").path("items")).hasSize(1);
    }

    @Test
    void what_was_changed_after_a_lost_answer_stands_in_place_of_the_first() throws Exception {
        desk.known("Changed answers", "RT37", 53.395);
        boolean[] cut = {true};
        desk.profile.route("**/api/v1/reports", route -> {
            if (cut[0]) {
                cut[0] = false;
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT37");
        desk.press("Tab");
        desk.type("robbery");
        desk.press("Tab", "Tab");
        desk.type("10");
        desk.press("Enter");
        desk.screen.awaitText(".form-words", "Not sent");
        desk.press("Control+a");
        desk.type("20");
        desk.press("Enter");
        desk.screen.awaitText(".form-words", "the changed one then stands in its place");
        desk.press("Enter");
        JsonNode now = desk.incident(desk.recorded());
        assertThat(now.path("crowd").path("high").asInt()).isEqualTo(20);
        assertThat(now.path("crowd").path("estimates")).hasSize(1);
    }

    @Test
    void a_draft_outlives_a_reload_and_the_end_of_the_session_for_who_wrote_it() throws Exception {
        String mine = service.token("controller", "writer");
        desk.signIn(mine);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.type("RT38");
        desk.press("Tab", "Tab");
        desk.type("Half a street");
        desk.screen.page.reload();
        desk.screen.awaitState("live");
        desk.screen.awaitText("[data-action='report']", "draft");
        desk.profile.clearCookies();
        desk.screen.page.reload();
        desk.screen.page.getByLabel("Token").waitFor();
        desk.signIn(service.token("controller", "somebody-else"));
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        assertThat(desk.value("place")).isEmpty();
        desk.signIn(mine);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        assertThat(desk.value("callSign")).isEqualTo("RT38");
        assertThat(desk.value("place")).isEqualTo("Half a street");
        desk.press("Escape");
        desk.screen.menu("Sign out");
        desk.screen.page.getByLabel("Token").waitFor();
        assertThat(desk.screen.page.evaluate(
                "() => Object.keys(sessionStorage).filter(key => key.includes('draft')).length"))
                .isEqualTo(0);
    }

    @Test
    void a_service_that_is_away_loses_nothing_that_was_written(@TempDir Path folder)
            throws Exception {
        Path data = folder.resolve("data");
        try (var first = ServiceProcess.start(data);
                Desk alone = Desk.open(first, browsing, "controller")) {
            String port = String.valueOf(first.url().getPort());
            alone.known("Before", "RT21", 53.3966);
            List<String> sent = new ArrayList<>();
            alone.screen.page.onRequest(request -> {
                if (request.url().endsWith("/api/v1/reports")) {
                    sent.add(String.valueOf(request.postData()));
                }
            });
            alone.press("Alt+n");
            alone.awaitFocus("callSign");
            alone.type("RT21");
            alone.press("Tab");
            alone.type("affray");
            alone.press("Tab");
            first.kill9();
            alone.screen.awaitState("stale");
            alone.screen.awaitText(".form-words", "The figures are not live");
            alone.press("Enter");
            alone.screen.awaitText(".form-words", "it is still the same one");
            try (var second = ServiceProcess.start(data, "--port", port)) {
                alone.screen.awaitState("live");
                alone.press("Enter");
                alone.screen.awaitText(".receipt", "Recorded");
                assertThat(second.isAlive()).isTrue();
            }
            assertThat(sent).hasSize(2);
            assertThat(sent.get(0)).isEqualTo(sent.get(1));
        }
    }
}
