package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** The page as the service serves it, fed by what is posted to the service. */
final class ServiceIT extends WithService {
    private BrowserContext profile;
    private Screen screen;

    @BeforeEach
    void openProfile() {
        profile = browsing.profile();
        screen = new Screen(profile, origin());
    }

    @AfterEach
    void closeProfile() {
        Browsing.end(profile);
    }

    /** A disturbance in Thurcroft, which lies in Rotherham. */
    static ObjectNode disturbance(String title) {
        ObjectNode report = Api.JSON.createObjectNode();
        report.put("category", "disturbance").put("title", title);
        report.put("observedAt", Instant.now().toString());
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        report.putObject("crowd").put("low", 40).put("high", 60).put("method", "estimate");
        report.putArray("officers")
                .addObject()
                .put("unit", "RT21")
                .put("count", 25)
                .put("state", "at-scene");
        return report;
    }

    private void watch() throws Exception {
        screen.signIn(service.token("controller", "desk-" + System.nanoTime()));
        screen.awaitState("live");
        screen.list("incidents");
    }

    private static void post(String title) throws Exception {
        String token = service.token("controller", "sender-" + System.nanoTime());
        Api.Answer answer = new Api(service::url, token).report(disturbance(title));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private int opened() {
        return Integer.parseInt(screen.figure("rotherham", "opened"));
    }

    @Test
    void a_report_posted_over_http_appears_without_reload() throws Exception {
        watch();
        screen.page.evaluate("() => { window.sameLoad = true; }");
        String title = "Second night, Ivanhoe Road";
        int before = opened();
        post(title);
        screen.await("the incident", () -> screen.incidents().contains(title));
        screen.await("the figure", () -> opened() == before + 1);
        assertThat(screen.page.locator("muster-incidents .row").first().innerText()).contains(title,
                "40–60 people", "25 at scene", "Thurcroft, Rotherham, South Yorkshire");
        assertThat(screen.page.evaluate("() => window.sameLoad")).isEqualTo(true);
    }

    @Test
    void the_console_stays_empty_and_nothing_outside_the_origin_is_asked() throws Exception {
        watch();
        post("Quiet console");
        screen.await("the incident", () -> screen.incidents().contains("Quiet console"));
        screen.page.locator("muster-incidents .row summary").first().click();
        screen.menu("Light theme");
        screen.page.reload();
        screen.awaitState("live");
        assertThat(screen.console()).isEmpty();
        assertThat(screen.foreignRequests()).isEmpty();
    }

    @Test
    void a_refused_token_is_answered_in_words_that_say_what_to_do() {
        screen.signIn("not-a-token");
        screen.awaitText("#token-refused", "was refused");
        assertThat(screen.page.locator("#token-refused").innerText())
                .contains("ask your administrator");
        assertThat(screen.page.locator("#polite").innerText()).contains("was refused");
        assertThat(screen.page.evaluate("() => document.activeElement.id")).isEqualTo("token");
    }

    @Test
    void axe_finds_nothing_in_either_theme_signed_out_and_signed_in() throws Exception {
        post("Seen by axe");
        screen.open();
        screen.page.getByLabel("Token").waitFor();
        assertThat(screen.violations()).as("signed out, dark").isEmpty();
        screen.page.getByText("Light theme").click();
        assertThat(screen.violations()).as("signed out, light").isEmpty();
        watch();
        screen.page.locator("muster-incidents .row summary").first().click();
        assertThat(screen.violations()).as("signed in, light").isEmpty();
        screen.menu("Dark theme");
        assertThat(screen.violations()).as("signed in, dark").isEmpty();
    }

    @Test
    void an_address_that_leads_nowhere_says_so_and_gives_axe_nothing_to_say() {
        screen.page.navigate(origin() + "/nowhere");
        screen.awaitText("main", "There is no such page");
        for (ColorScheme theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            screen.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            screen.picture("lost-" + theme);
            assertThat(screen.violations()).as("%s", theme).isEmpty();
            assertThat(screen.page.evaluate("""
                    () => getComputedStyle(document.documentElement).backgroundColor""")).isEqualTo(
                    theme == ColorScheme.DARK ? "rgb(18, 24, 29)" : "rgb(217, 221, 224)");
        }
        screen.page
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        screen.picture("lost-forced");
        assertThat(screen.violationsButContrast()).as("forced").isEmpty();
        screen.page.getByText("The board").click();
        screen.page.getByLabel("Token").waitFor();
    }

    @Test
    void after_signing_out_nothing_is_left_on_the_screen_and_the_session_is_over()
            throws Exception {
        watch();
        screen.menu("Sign out");
        screen.page.getByLabel("Token").waitFor();
        assertThat(screen.page.locator("tr[data-area]").count()).isZero();
        screen.page.reload();
        screen.page.getByLabel("Token").waitFor();
        assertThat(screen.state()).isEqualTo("none");
    }

    @Test
    void a_viewer_sees_protests_and_their_clash_and_is_told_who_gives_access_to_incidents()
            throws Exception {
        screen.signIn(service.token("viewer", "wall-" + System.nanoTime()));
        screen.awaitState("live");
        var desk = new Api(service::url, service.token("controller", "plans"));
        var march = planned(desk, "March", 53.4308);
        var counter = planned(desk, "Counter", 53.4300, march);
        screen.awaitText("[data-protest='" + march + "']", "Clashes with Counter");
        screen.awaitText("[data-protest='" + counter + "']", "Clashes with March");
        assertThat(screen.page.locator("[data-protest='" + counter + "']").innerText())
                .contains("opposed", "planned", "starts in", "60 planned");
        assertThat(screen.figure("rotherham", "protests")).isEqualTo("0 2 upcoming");
        assertThat(screen.page.locator("tr[data-area='thurcroft']").count()).isEqualTo(1);
        assertThat(screen.page.locator("muster-incidents").innerText())
                .contains("your administrator gives one");
    }

    private static String planned(Api desk, String title, double lat, String... opposes)
            throws Exception {
        ObjectNode plan = Api.JSON.createObjectNode();
        plan.put("id", UUID.randomUUID().toString()).put("title", title);
        plan.put("category", "static-assembly").put("officersPlanned", 60);
        plan.put("startsAt", Instant.now().plusSeconds(7_200).toString());
        plan.putObject("place").put("type", "Point").putArray("coordinates").add(-1.3566).add(lat);
        List.of(opposes).forEach(plan.putArray("opposes")::add);
        Api.Answer answer = desk.plan(plan);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return plan.path("id").asText();
    }

    @Test
    void a_sensitive_incident_shows_its_category_and_none_of_its_words() throws Exception {
        watch();
        ObjectNode report = disturbance("Words that nobody reads");
        report.put("sensitive", true).put("category", "serious-assault");
        var sender = new Api(service::url, service.token("controller", "careful"));
        Api.Answer answer = sender.report(report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String row = "[data-incident='" + answer.json().path("incident").asText() + "']";
        screen.awaitText(row, "Sensitive");
        assertThat(screen.page.locator(row + " .row-title").innerText())
                .isEqualTo("Serious assault");
        assertThat(screen.page.content()).doesNotContain("Words that nobody reads");
    }

    @Test
    void a_sensitive_report_that_is_read_on_the_page_is_an_entry_of_the_record() throws Exception {
        ObjectNode report = disturbance("Words for two roles");
        report.put("sensitive", true).put("category", "serious-assault");
        var sender = new Api(service::url, service.token("controller", "confidant"));
        Api.Answer answer = sender.report(report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String reader = "reader-" + System.nanoTime();
        screen.signIn(service.token("supervisor", reader));
        screen.awaitState("live");
        screen.page.evaluate("id => { location.hash = `sel=incident.${id}`; }",
                answer.json().path("incident").asText());
        screen.page.locator("muster-read button").click();
        screen.awaitText("muster-read", "Words for two roles");
        assertThat(screen.page.locator("muster-read").innerText())
                .contains("Your reading was recorded at", "40–60 people", "RT21");
        assertThat(screen.violations()).isEmpty();
        var auditor = new Api(service::url, service.token("auditor", "auditor-" + reader));
        assertThat(auditor.get("journal?limit=1000").path("entries"))
                .filteredOn(entry -> entry.path("type").asText().equals("report-read"))
                .anySatisfy(entry -> {
                    assertThat(entry.path("actor").asText()).isEqualTo(reader);
                    assertThat(entry.at("/body/report").asText())
                            .isEqualTo(answer.json().path("id").asText());
                });
        assertThat(screen.console()).isEmpty();
    }
}
