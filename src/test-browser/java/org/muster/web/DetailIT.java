package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** The screens of an area, a protest, deployments and arrests, before a real service. */
final class DetailIT extends AtDesk {
    private static final String UNIT = "RT61";

    /** A disturbance in the evening of a unit that has been there since the morning, with arrests. */
    private String busy() throws Exception {
        ObjectNode earlier = Api.JSON.createObjectNode();
        earlier.put("observedAt", Instant.now().minusSeconds(12 * 3_600 + 1_800).toString());
        earlier.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        earlier.putArray("officers")
                .addObject()
                .put("unit", UNIT)
                .put("role", "psu")
                .put("count", 25)
                .put("state", "at-scene");
        desk.report(earlier);
        ObjectNode report = ServiceIT.disturbance("Long evening");
        ObjectNode unit = (ObjectNode) report.path("officers").get(0);
        unit.put("unit", UNIT).put("role", "psu");
        report.withArray("officers").addObject().put("count", 8).put("state", "requested");
        report.putArray("arrests")
                .addObject()
                .put("offence", "affray")
                .put("count", 3)
                .put("ageMin", 15)
                .put("ageMax", 17);
        return desk.report(report).path("incident").asText();
    }

    private String march() throws Exception {
        ObjectNode plan = Api.JSON.createObjectNode();
        plan.put("title", "March for it").put("category", "static-assembly");
        plan.put("organisation", "Those for it");
        plan.put("startsAt", Instant.now().minusSeconds(600).toString());
        plan.put("endsAt", Instant.now().plusSeconds(7_200).toString());
        plan.putObject("expected").put("low", 50).put("high", 100);
        plan.put("officersPlanned", 60).put("publicMessage", "Town centre open as usual.");
        ObjectNode place = plan.putObject("place").put("type", "Point");
        place.putArray("coordinates").add(-1.3566).add(53.4308);
        String id = desk.plan(plan).path("id").asText();
        ObjectNode report = Api.JSON.createObjectNode();
        report.put("protest", id).put("observedAt", Instant.now().toString());
        report.put("text", "Banners and a band.");
        report.putObject("crowd").put("low", 130).put("high", 190).put("method", "count");
        report.putArray("officers")
                .addObject()
                .put("unit", "RT62")
                .put("count", 30)
                .put("state", "at-scene");
        desk.report(report);
        return id;
    }

    private void open(String view) {
        desk.screen.page.evaluate("to => { location.hash = 'view=' + to; }", view);
    }

    private String text(String selector) {
        return desk.screen.page.locator(selector).innerText();
    }

    /** In both themes, and with the width of a zoomed page. */
    private void isSound(String name) {
        for (String theme : new String[] {"dark", "light"}) {
            desk.screen.page.evaluate("to => { document.documentElement.dataset.theme = to; }",
                    theme);
            for (int[] size : new int[][] {{1920, 1080}, {1280, 800}, {360, 740}, {320, 640}}) {
                desk.screen.page.setViewportSize(size[0], size[1]);
                assertThat((Boolean) desk.screen.page.evaluate(
                        "() => document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("%s at %d pixels has nothing beside it", name, size[0])
                        .isTrue();
                desk.picture(name + "-" + theme + "-" + size[0]);
            }
            desk.screen.page.setViewportSize(1280, 800);
            assertThat(desk.violations()).as(name + " " + theme).isEmpty();
        }
        assertThat(desk.screen.console()).isEmpty();
        assertThat(desk.screen.foreignRequests()).isEmpty();
    }

    @Test
    void an_area_is_shown_in_full_with_what_is_in_it_and_how_it_went() throws Exception {
        busy();
        open("area.thurcroft");
        desk.screen.awaitText("muster-area-screen", "Long evening");
        desk.screen.awaitText("muster-area-screen", "by one source alone, not verified");
        desk.screen.await("six charts",
                () -> desk.screen.page.locator("muster-chart canvas").count() == 6);
        desk.screen.awaitText("muster-tonight", "Crimes alleged and recorded");
        assertThat(desk.screen.page.locator("muster-chart [data-chart='crowd'] canvas")
                .getAttribute("aria-label")).startsWith("People: ").contains(" now, highest ");
        desk.screen.page.locator("[data-chart='crowd'] figcaption button").focus();
        desk.press("Enter");
        desk.screen.awaitText("[data-chart='crowd'] tbody", "no data");
        isSound("area");
        desk.screen.page.locator(".detail-parts a, .facts a").first().click();
        desk.screen.awaitText("muster-area-screen #area", "Rotherham");
        desk.screen.page.goBack();
        desk.screen.awaitText("muster-area-screen #area", "Thurcroft");
    }

    @Test
    void a_protest_is_shown_against_its_plan_with_all_that_was_said_of_it() throws Exception {
        String id = march();
        desk.screen.page.evaluate("which => { location.hash = `sel=${which}`; }", "protest." + id);
        desk.screen.page.locator("muster-selected .open-screen").click();
        desk.screen.awaitText("muster-protest-screen", "March for it");
        desk.screen.awaitText("muster-protest-screen", "130–190");
        desk.screen.awaitText("muster-timeline", "Banners and a band.");
        assertThat(text("muster-protest-screen")).contains("Those for it", "50–100", "60",
                "Town centre open as usual.", "Change the plan");
        desk.screen.await("six charts",
                () -> desk.screen.page.locator("muster-chart canvas").count() == 6);
        assertThat(text("[data-chart='crowd'] .chart-legend")).contains("expected");
        isSound("protest");
        open("protest.00000000-0000-7000-8000-000000000000");
        desk.screen.awaitText("muster-protest-screen", "no such protest, or it is outside");
    }

    @Test
    void deployments_say_whose_relief_is_due_and_what_was_asked_for() throws Exception {
        String id = busy();
        open("units");
        desk.screen.awaitText("muster-units-screen [data-row='" + UNIT + "']",
                "relief overdue since");
        desk.screen.awaitText("muster-units-screen [data-row='" + UNIT + "']", "Long evening");
        assertThat(text("muster-units-screen [data-row='" + UNIT + "']")).contains("25", "PSU",
                "Long evening", "Thurcroft");
        assertThat(text("muster-units-screen [aria-labelledby='requests']"))
                .contains("Long evening", "8 more officers asked for");
        desk.screen.page.locator(".choices select").nth(1).selectOption("released");
        desk.screen.awaitText("muster-units-screen", "The choice hides");
        desk.screen.page.locator(".choices select").nth(1).selectOption("");
        desk.screen.page.locator(".units-screen .detail-main thead button").first().click();
        assertThat(desk.screen.page.locator(".units-screen .detail-main th[aria-sort='ascending']")
                .innerText()).startsWith("Unit");
        isSound("units");
        desk.screen.page.locator("[data-row='" + UNIT + "'] .link").nth(1).click();
        desk.screen.page.locator("muster-selected [data-id='" + id + "']").waitFor();
    }

    @Test
    void a_viewer_is_told_on_each_screen_what_is_not_shown_and_why_and_who_gives_it()
            throws Exception {
        busy();
        String protest = march();
        desk.signIn(service.token("viewer", "viewer-" + System.nanoTime()));
        isExplained("area.thurcroft", "muster-area-screen", "does not show these");
        isExplained("protest." + protest, "muster-protest-screen", "reads only here");
        assertThat(desk.screen.page.locator("[data-action='change']").getAttribute("aria-disabled"))
                .isEqualTo("true");
        isExplained("units", "muster-units-screen", "shows no units");
        isExplained("arrests", "muster-arrests-screen", "shows the counts of areas");
        open("queue");
        desk.screen.page.locator("muster-wide-queue [data-do='acknowledge']").waitFor();
        assertThat(desk.screen.page.locator("muster-wide-queue [data-do='acknowledge']")
                .getAttribute("title")).contains("viewer");
    }

    private void isExplained(String view, String part, String words) {
        open(view);
        desk.screen.awaitText(part, words);
        assertThat(text(part)).as(view).containsIgnoringCase("administrator");
        for (String theme : new String[] {"dark", "light"}) {
            desk.screen.page.evaluate("to => { document.documentElement.dataset.theme = to; }",
                    theme);
            assertThat(desk.violations()).as(view + " " + theme).isEmpty();
            desk.picture("viewer-" + part + "-" + theme);
        }
    }

    @Test
    void arrests_are_counted_and_under_18s_are_marked() throws Exception {
        busy();
        open("arrests");
        desk.screen.awaitText("muster-arrests-screen", "appropriate adult");
        assertThat(text("muster-arrests-screen")).contains("Affray", "10 to 17", "Long evening");
        desk.screen.page.locator("muster-chart canvas").waitFor();
        isSound("arrests");
        desk.signIn(service.token("viewer", "viewer-" + System.nanoTime()));
        open("arrests");
        desk.screen.awaitText("muster-arrests-screen", "shows the counts of areas");
        assertThat(text("muster-arrests-screen")).contains("Thurcroft").doesNotContain("Affray");
        open("units");
        desk.screen.awaitText("muster-units-screen", "shows no units");
    }
}
