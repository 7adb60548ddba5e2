package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** The timeline and the replay before a real service, with keys alone where nothing else is said. */
final class TimelineIT {
    private static final String SLIDER = ".axis-slider";
    /** What lies beyond the right edge of a page that can be moved there. */
    private static final String BEYOND = """
            () => document.documentElement.scrollWidth <= innerWidth ? []
              : [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
                .map(one => one.tagName + '.' + one.className).slice(0, 9)""";
    private static Browsing browsing;
    private static ServiceProcess service;
    private static String incident = "";
    private static Instant before = Instant.EPOCH;
    private static Instant between = Instant.EPOCH;

    private Desk desk;

    /** A record: an incident, an estimate, and much later in the test a correction of it. */
    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        browsing = new Browsing();
        service = ServiceProcess.start(folder.resolve("data"));
        try (Desk first = Desk.open(service, browsing, "controller")) {
            JsonNode opened = first.report(ServiceIT.disturbance("First night, Ivanhoe Road"));
            incident = opened.path("incident").asText();
            before = Instant.parse(opened.path("receivedAt").asText());
            between = waitUntilPast(first, before);
            ObjectNode correction = ServiceIT.disturbance("First night, Ivanhoe Road");
            correction.put("corrects", opened.path("id").asText());
            correction.putObject("crowd")
                    .put("low", 400)
                    .put("high", 600)
                    .put("method", "estimate");
            first.report(correction);
            ObjectNode plan = (ObjectNode) Api.JSON
                    .readTree("{\"title\":\"March on the town hall\",\"category\":\"procession\"}");
            plan.put("id", UUID.randomUUID().toString())
                    .put("startsAt", Instant.now().plusSeconds(3_600).toString());
            plan.putObject("place")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(-1.3566)
                    .add(53.4308);
            first.plan(plan);
            waitUntilPast(first, Instant.now());
        }
    }

    /** Waits until the service's time is later by more than a page's notion of the present. */
    private static Instant waitUntilPast(Desk desk, Instant moment)
            throws IOException, InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            Instant at = Instant.parse(desk.api.get("picture").path("at").asText());
            if (at.isAfter(moment.plusSeconds(4))) {
                return at.minusSeconds(2);
            }
            desk.screen.page.waitForTimeout(50);
        }
        throw new AssertionError("time stands still");
    }

    @AfterAll
    static void stop() {
        browsing.close();
        service.close();
    }

    @BeforeEach
    void openDesk() throws Exception {
        desk = Desk.open(service, browsing, "controller");
        desk.screen.await("the axis", () -> desk.screen.page.locator(SLIDER).count() == 1);
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    private String crowd() {
        desk.screen.list("incidents");
        return desk.screen.page.locator("[data-incident='" + incident + "']").first().innerText();
    }

    private void turn(String address) {
        desk.screen.page.evaluate("address => { location.hash = address; }", address);
    }

    private void awaitPast() {
        desk.screen.await("the past",
                () -> desk.screen.page.locator("muster-app[data-past]").count() == 1);
    }

    private String says() {
        return desk.screen.page.locator(SLIDER).getAttribute("aria-valuetext");
    }

    @Test
    void a_correction_that_came_later_does_not_show_before() {
        assertThat(crowd()).contains("400\u2013600 people");
        turn("at=" + between);
        awaitPast();
        assertThat(crowd()).contains("40\u201360 people");
        turn("at=" + before.minusSeconds(1));
        desk.screen.await("nothing was known", () -> desk.screen.incidents().isEmpty());
        assertThat(desk.screen.page.locator("muster-feed, muster-lists").first().innerText())
                .doesNotContain("Ivanhoe Road");
        desk.press("Alt+l");
        desk.screen.await("live again", () -> crowd().contains("400\u2013600 people"));
        assertThat(desk.screen.console()).isEmpty();
    }

    @Test
    void the_axis_is_worked_by_keys_alone() {
        Keyboard keys = new Keyboard(desk.screen.page);
        desk.press("F6");
        keys.tabTo(SLIDER);
        assertThat(keys.isSeen()).isTrue();
        assertThat(says()).contains("live");
        desk.press("ArrowLeft");
        awaitPast();
        desk.screen.await("one step", () -> says().contains("replay, paused"));
        desk.press("]", "]", "[", "]");
        assertThat(desk.screen.page.locator(".axis-speed").innerText()).isEqualTo("x5");
        assertThat(desk.screen.page.url()).contains("speed=5");
        desk.press(" ");
        desk.screen.await("it plays", () -> says().contains("playing at 5 times"));
        desk.press(" ");
        desk.screen.await("it stands", () -> says().contains("paused"));
        desk.press("Shift+ArrowLeft", "End");
        desk.screen.await("live", () -> says().contains("live"));
        assertThat(desk.screen.page.locator("muster-app[data-past]").count()).isZero();
    }

    @Test
    void at_the_highest_speed_the_end_is_reached_and_the_page_is_live() {
        turn("at=" + before.minusSeconds(1_200) + "&speed=600");
        awaitPast();
        desk.screen.page.locator(SLIDER).focus();
        desk.press(" ");
        desk.screen.await("live", () -> says().contains("live"));
        desk.screen.awaitText("#polite", "The replay has reached the present. The page is live.");
        assertThat(desk.screen.page.url()).doesNotContain("at=").doesNotContain("speed=");
    }

    @Test
    void a_typed_time_is_gone_to_and_what_is_none_or_still_to_come_is_told() {
        desk.screen.page.locator("#axis-go").focus();
        desk.type("6 Sep 2014 20:40Z");
        desk.press("Enter");
        awaitPast();
        desk.screen.await("the moment", () -> desk.screen.strip().contains("20:40:00 Z"));
        assertThat(desk.screen.page.evaluate("() => document.activeElement.className"))
                .isEqualTo("axis-slider");
        desk.press("Alt+l");
        desk.screen.page.locator("#axis-go").focus();
        desk.type("soon");
        desk.press("Enter");
        desk.screen.awaitText(".axis-wrong", "This is no time");
        desk.screen.page.locator("#axis-go").fill("2099-01-01 10:00");
        desk.press("Enter");
        desk.screen.awaitText(".axis-wrong", "still to come");
    }

    @Test
    void a_local_time_that_came_twice_is_asked_back_and_one_that_never_came_is_told() {
        desk.screen.page.locator("#axis-go").fill("26 Oct 2025 01:30");
        desk.screen.page.locator("#axis-go").press("Enter");
        desk.screen.awaitText(".axis-wrong", "came twice");
        assertThat(desk.screen.page.locator("[data-meant]").allInnerTexts())
                .extracting(String::strip)
                .containsExactly("26 Oct 01:30:00 L (+01:00)", "26 Oct 01:30:00 L (+00:00)");
        assertThat(desk.screen.page.locator("muster-app[data-past]").count()).isZero();
        desk.screen.page.locator("#axis-go").fill("30 Mar 2025 01:30");
        desk.screen.page.locator("#axis-go").press("Enter");
        desk.screen.awaitText(".axis-wrong", "There was no such local time");
        desk.screen.page.locator("#axis-go").fill("26 Oct 2025 01:30");
        desk.screen.page.locator("#axis-go").press("Enter");
        desk.screen.page.locator("[data-meant]").nth(1).click();
        awaitPast();
        desk.screen.await("the later one", () -> desk.screen.strip().contains("01:30:00 Z"));
    }

    @Test
    void a_drag_scrubs_and_a_click_on_something_selects_it() {
        turn("view=timeline");
        desk.screen.awaitText(".timeline-rows", "March on the town hall");
        var box = desk.screen.page.locator(SLIDER).boundingBox();
        var mouse = desk.screen.page.mouse();
        mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.7);
        mouse.down();
        mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.7);
        mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.7);
        mouse.up();
        awaitPast();
        assertThat(says()).contains("replay, paused");
        desk.press("Alt+l");
        desk.screen.await("live", () -> says().contains("live"));
        // Where the plan of the march, an hour from now, is drawn on an axis of six hours.
        mouse.click(box.x + box.width * 0.6, box.y + 35);
        desk.screen.awaitText("muster-selected h2", "March on the town hall");
        assertThat(desk.screen.page.locator("muster-app[data-past]").count()).isZero();
    }

    @Test
    void the_list_behind_the_axis_has_all_that_stands_on_it_and_leads_to_its_moment() {
        turn("view=timeline");
        desk.screen.awaitText(".timeline-rows", "March on the town hall");
        String rows = desk.screen.page.locator(".timeline-rows").innerText();
        assertThat(rows).contains("First night, Ivanhoe Road", "planned");
        desk.screen.page.locator("tr[data-item='" + incident + "']").getByText("Go there").click();
        awaitPast();
        assertThat(desk.screen.page.locator(".axis-note").innerText())
                .contains("what is known today");
        desk.screen.page.locator("tr[data-item='" + incident + "'] .plain").click();
        desk.screen.awaitText("muster-selected h2", "First night, Ivanhoe Road");
    }

    @Test
    void axe_finds_nothing_live_and_in_the_past_in_both_themes_and_on_a_narrow_screen() {
        for (String theme : List.of("dark", "light")) {
            for (String address : List.of("", "at=" + between, "view=timeline",
                    "view=timeline&at=" + between)) {
                for (int[] size : new int[][] {{1920, 1080}, {1280, 800}, {360, 740}, {320, 640}}) {
                    desk.screen.page.setViewportSize(size[0], size[1]);
                    turn(address + "&theme=" + theme);
                    desk.screen
                            .await("past or not",
                                    () -> address.contains("at=") == (desk.screen.page
                                            .locator("muster-app[data-past]")
                                            .count() == 1));
                    desk.screen.page.waitForTimeout(300);
                    if (size[0] < 1_100) {
                        desk.screen.page.locator("#tab-board-timeline").click();
                        assertThat((List<?>) desk.screen.page.evaluate(BEYOND))
                                .as("beyond the edge: %s %s", address, size[0])
                                .isEmpty();
                    }
                    desk.picture("replay-" + theme + "-"
                            + address.replaceAll("at=.*", "at").replaceAll("[^a-z]", "") + "-"
                            + size[0]);
                    assertThat(desk.violations()).as("%s %s %s", theme, address, size[0]).isEmpty();
                }
            }
        }
    }
}
