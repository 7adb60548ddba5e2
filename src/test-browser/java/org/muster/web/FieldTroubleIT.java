package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** A phone that knows no place, has the wrong time, no HTTPS, two tabs, or a token that is not good any more. */
final class FieldTroubleIT extends WithService {
    private static final String NOTE = "Note (no names)";
    private static final int CLOCK_OFF_SECONDS = 600;

    private static JsonNode report(JsonNode entry) {
        return entry.path("body").path("report");
    }

    private static void quietInThurcroft(Phone phone, String words) {
        phone.tap("Pick area");
        phone.choose("Area", "Thurcroft (Rotherham)");
        phone.note(words);
        phone.send();
    }

    @Test
    void a_place_that_is_denied_is_said_with_the_way_out_and_an_area_is_enough() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.form("All quiet");
            phone.tap("Here");
            phone.awaitText("main form", "The phone may not tell where it is. Allow it");
            phone.send();
            phone.awaitText("main .refused:not(.form-words)", "pick an area");
            assertThat(phone.violations()).isEmpty();
            quietInThurcroft(phone, "no place");
            phone.awaitState("no place", "received");
            phone.link("Settings");
            phone.awaitText("main", "The phone may not tell where it is");
            phone.stand(53.3966, -1.2537, 12);
            phone.awaitText("main", "Known to 12 m");
        }
    }

    @Test
    void a_fix_of_five_minutes_ago_is_nowhere_shown_or_sent_as_where_the_phone_is()
            throws Exception {
        BrowserContext profile = browsing.phone();
        profile.addInitScript("""
                navigator.geolocation.watchPosition = found => {
                  found({ coords: { latitude: 53.3966, longitude: -1.2537, accuracy: 12 },
                    timestamp: Date.now() - 300_000 });
                  return 1;
                };""");
        try (Phone phone = Phone.open(service, profile, "OLD" + System.nanoTime())) {
            phone.link("Settings");
            phone.page.locator("#field-officers").fill("4");
            phone.button("Use this phone’s place");
            phone.awaitText("main", "Known to 12 m, 5 min ago");
            phone.link("Back");
            phone.button("On scene");
            phone.awaitState("Status", "received");
            phone.form("All quiet");
            phone.awaitText("main form", "This fix is 5 min old. The report says so.");
            assertThat(phone.page.innerText("main")).doesNotContain("±12 m");
            phone.note("from the van");
            phone.send();
            phone.awaitState("from the van", "received");
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            List<JsonNode> recorded = phone.recorded();
            assertThat(report(recorded.get(0)).has("location")).isFalse();
            for (JsonNode old : recorded.subList(1, 3)) {
                assertThat(report(old).path("location").path("place").asText())
                        .matches("Phone’s place of \\d\\d:\\d\\d Z, 5 min before this report");
            }
        }
    }

    @Test
    void without_https_the_page_says_what_does_not_work_and_the_rest_works() throws Exception {
        try (Phone phone = Phone.openWithoutHttps(service, browsing)) {
            assertThat(phone.page.evaluate("() => window.isSecureContext")).isEqualTo(false);
            phone.awaitText(".notices", "This address has no HTTPS");
            phone.awaitText(".notices", "pick an area");
            assertThat(phone.violations()).isEmpty();
            phone.picture("field-without-https");
            phone.form("All quiet");
            phone.tap("Here");
            phone.awaitText("main form", "Without HTTPS the phone does not tell where it is");
            phone.aeroplane(true);
            quietInThurcroft(phone, "without https");
            phone.awaitState("without https", "saved");
            phone.aeroplane(false);
            phone.awaitState("without https", "received");
            phone.holdEmergency();
            phone.awaitRecorded("without https", "EMERGENCY");
            phone.button("Understood");
            phone.link("Settings");
            phone.awaitText("main", "does not open without signal: that needs HTTPS");
            assertThat(phone.console()).allMatch(line -> line.contains("INTERNET_DISCONNECTED"));
        }
    }

    @Test
    void who_is_no_unit_is_told_so_with_and_without_signal_and_can_sign_out() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.endSession();
            phone.quiet("of the unit");
            phone.awaitText(".notices", "Your session has ended");
            for (String role : List.of("controller", "viewer", "admin", "auditor")) {
                phone.page.evaluate("() => { location.hash = 'sign-in'; }");
                phone.page.getByLabel("Token").waitFor();
                phone.signInWith(service.token(role, role + "-" + System.nanoTime()));
                phone.awaitText("main",
                        "This page is for field units. You are signed in as " + role);
                assertThat(phone.page.innerText(".head")).doesNotContain("Unit");
                assertThat(phone.page.innerText("body")).doesNotContain("Send it as");
                assertThat(phone.violations()).as(role).isEmpty();
                assertThat(phone.smallTargets()).as(role).isEmpty();
                phone.picture("field-as-" + role);
                assertThat(phone.page.locator(".hold").count())
                        .isEqualTo(role.equals("controller") ? 1 : 0);
            }
            phone.awaitText(".emergency", "No emergency can be sent as auditor. Use the radio");
            assertThat(phone.page.locator("main a").getAttribute("href")).isEqualTo("/");
            phone.aeroplane(true);
            phone.page.reload();
            phone.awaitText("main", "This page is for field units");
            phone.aeroplane(false);
            phone.button("Sign out");
            phone.page.getByLabel("Token").waitFor();
            phone.signInWith(phone.token);
            phone.awaitRecorded("of the unit");
        }
    }

    @Test
    void a_phones_clock_that_is_wrong_is_told_until_it_is_set_and_nothing_is_refused_for_it()
            throws Exception {
        BrowserContext profile = browsing.phone();
        profile.clock()
                .install(new Clock.InstallOptions()
                        .setTime(Date.from(Instant.now().plusSeconds(CLOCK_OFF_SECONDS))));
        try (Phone phone = Phone.open(service, profile, "CLOCK" + System.nanoTime())) {
            phone.awaitText("[data-notice=clock]", " min off the service’s. Set it");
            phone.quiet("ten minutes early");
            phone.awaitState("ten minutes early", "received");
            profile.clock().setSystemTime(Date.from(Instant.now()));
            phone.page.evaluate("() => { document.dispatchEvent(new Event('visibilitychange')); }");
            phone.await("nothing more to say of the clock",
                    () -> phone.page.locator("[data-notice=clock]").count() == 0);
        }
    }

    @Test
    void a_draft_that_one_tab_sent_is_not_sent_again_by_another() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.form("All quiet");
            phone.note("written once");
            Page second = phone.another();
            second.getByText("draft kept").waitFor();
            second.locator(".kinds").getByText("All quiet").click();
            Locator note = second.getByLabel(NOTE);
            phone.await("the other tab has it", () -> note.inputValue().equals("written once"));
            quietInThurcroft(phone, "written once");
            phone.awaitState("written once", "received");
            phone.await("the other tab left it",
                    () -> second.locator(".card[data-state=received]").count() == 1);
            second.locator(".kinds").getByText("All quiet").click();
            assertThat(note.inputValue()).isEmpty();
            phone.awaitRecorded("written once");
        }
    }

    @Test
    void what_waits_when_a_token_is_taken_back_is_kept_and_sent_in_order_with_the_next()
            throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.aeroplane(true);
            phone.quiet("first");
            phone.quiet("second");
            service.revoke(phone.unit);
            Api old = new Api(service::url, phone.token);
            phone.await("it is taken back", () -> isRefused(old));
            phone.aeroplane(false);
            phone.awaitText(".notices", "Your session has ended");
            phone.awaitText(".head", "Signed out. 2 saved on phone");
            phone.quiet("third");
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "nobody is signed in. Use the radio, or sign in");
            assertThat(phone.violations()).isEmpty();
            phone.link("Sign in");
            phone.signInWith(phone.token);
            phone.awaitText("main .refused", "token");
            phone.signInWith(service.token("field", phone.unit));
            phone.awaitRecorded("EMERGENCY", "first", "second", "third");
        }
    }

    private static boolean isRefused(Api client) {
        try {
            return client.report(Api.JSON.createObjectNode()).status() == 401;
        } catch (IOException | InterruptedException lost) {
            throw new IllegalStateException(lost);
        }
    }

    @Test
    void a_service_that_is_killed_while_it_is_sent_to_has_each_report_once(@TempDir Path folder)
            throws Exception {
        Path data = folder.resolve("data");
        try (var first = ServiceProcess.start(data); Phone phone = Phone.open(first, browsing)) {
            String port = String.valueOf(first.url().getPort());
            int[] sent = {0};
            phone.profile.route("**/api/v1/reports", route -> {
                if (sent[0]++ == 0) {
                    route.fetch();
                    kill(first);
                    route.abort();
                } else {
                    route.resume();
                }
            });
            phone.quiet("recorded, not answered");
            phone.awaitText(".card", "tried; no answer yet");
            phone.quiet("written meanwhile");
            phone.awaitText(".head", "2 saved on phone");
            try (var second = ServiceProcess.start(data, "--port", port)) {
                phone.awaitState("written meanwhile", "received");
                phone.awaitRecorded("recorded, not answered", "written meanwhile");
                assertThat(second.isAlive()).isTrue();
            }
            assertThat(sent[0]).isGreaterThanOrEqualTo(3);
        }
    }

    private static void kill(ServiceProcess service) {
        try {
            service.kill9();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
