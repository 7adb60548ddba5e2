package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Areas and incidents on the screen, from a scripted stream. */
final class BoardIT {
    private static final String SHIFTS = """
            () => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(
              entry => { window.shifts += entry.hadRecentInput ? 0 : entry.value; }))
              .observe({ type: 'layout-shift' }); }""";

    private static Browsing browsing;

    private BrowserContext profile;
    private ScriptedService service;
    private Screen screen;

    @BeforeAll
    static void startBrowser() {
        browsing = new Browsing();
    }

    @AfterAll
    static void stopBrowser() {
        browsing.close();
    }

    @BeforeEach
    void openPage() {
        profile = browsing.profile();
        service = new ScriptedService(profile);
        screen = new Screen(profile, ScriptedService.ORIGIN);
    }

    @AfterEach
    void closePage() {
        profile.close();
    }

    private void watch(String picture) {
        screen.openLink("good");
        screen.await("connection", () -> service.subscriptions().size() >= 1);
        service.say(picture);
        service.say(Said.live("c1"));
        screen.awaitState("live");
    }

    private void resume() {
        service.goDown();
        screen.awaitState("stale");
        service.comeBack();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
    }

    @Test
    void the_token_of_a_sign_in_link_is_gone_from_the_address_and_from_the_history() {
        watch(Said.picture("c0"));
        assertThat(screen.page.url()).isEqualTo(ScriptedService.ORIGIN + "/");
        assertThat(screen.page.evaluate("() => JSON.stringify({...localStorage})").toString())
                .doesNotContain("good");
    }

    @Test
    void areas_stand_under_their_parents_and_say_when_a_crowd_has_no_officer() {
        watch(Said.picture("c0"));
        assertThat(screen.page.locator("tr[data-area]")
                .evaluateAll(
                        "rows => rows.map(row => row.dataset.area + ' ' + row.dataset.depth).join()"))
                .isEqualTo("south-yorkshire 0,rotherham 1");
        assertThat(screen.figure("rotherham", "crowd")).isEqualTo("40–60 best 49");
        assertThat(screen.figure("rotherham", "ratio")).isEqualTo("no officer");
    }

    @Test
    void details_open_by_the_keyboard_and_name_every_observer_and_the_outlier() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        screen.page.locator(".incident summary").focus();
        screen.page.keyboard().press("Enter");
        screen.awaitText(".incident-details", "desk-2/media");
        assertThat(screen.page.locator(".incident-details").innerText()).contains("RT21", "40–60",
                "500–900", "outlier", "at scene");
    }

    @Test
    void no_row_moves_under_the_pointer_and_what_is_new_waits_behind_a_button() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        screen.page.locator(".incident").hover();
        service.say(Said.incidents(Said.open("i2", "Main Street")));
        screen.awaitText(".news", "1 new");
        assertThat(screen.incidents()).containsExactly("Ivanhoe Road");
        screen.page.locator(".news button").click();
        screen.await("both rows", () -> screen.incidents().size() == 2);
        assertThat(screen.incidents()).containsExactly("Main Street", "Ivanhoe Road");
    }

    @Test
    void what_closed_during_a_gap_is_asked_for_and_shown_as_closed() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road"), Said.open("i2", "Main St")));
        resume();
        service.say(Said.incidents(Said.open("i2", "Main St"), Said.open("i3", "Park")));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.awaitText(".closed summary", "1 closed in the last 24 h");
        assertThat(screen.incidents()).containsExactlyInAnyOrder("Park", "Main St");
        screen.page.locator(".closed > summary").click();
        screen.awaitText(".closed .incident-title", "Closed i1");
    }

    @Test
    void a_viewer_is_told_who_can_give_access_to_incidents() {
        service.role("viewer");
        watch(Said.picture("c0", List.of("areas", "protests", "alerts")));
        assertThat(screen.page.locator("muster-incidents").innerText()).contains("viewer",
                "your administrator gives one");
    }

    @Test
    void nothing_shifts_when_figures_change_and_when_the_feed_is_lost_and_back() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        screen.page.evaluate(SHIFTS);
        for (int atScene : new int[] {9, 125, 0, 84}) {
            service.say(Said.changedAreas(atScene));
            screen.await("figure",
                    () -> screen.figure("rotherham", "atScene").equals(String.valueOf(atScene)));
        }
        resume();
        service.say(Said.changedAreas(25));
        service.say(Said.incidents(Said.open("i1", "Ivanhoe Road")));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        double shifts = ((Number) screen.page.evaluate("() => window.shifts")).doubleValue();
        assertThat(shifts).isLessThan(0.01);
    }

    @Test
    void a_screen_of_320_pixels_loses_nothing_to_the_side() {
        screen.page.setViewportSize(320, 640);
        watch(Said.picture("c0", Said.open("i1", "Demonstration and counter-demonstration")));
        screen.page.locator(".incident summary").click();
        assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(320);
    }

    @Test
    void a_thousand_incidents_are_counted_and_drawn_by_the_page() {
        String[] incidents = new String[1_000];
        for (int index = 0; index < incidents.length; index++) {
            incidents[index] = Said.open("i" + index, "Incident " + index);
        }
        watch(Said.picture("c0", incidents));
        assertThat(screen.page.locator(".count").innerText()).isEqualTo("1,000");
        assertThat(screen.incidents()).hasSize(50);
        screen.page.locator(".more").click();
        screen.await("more rows", () -> screen.incidents().size() == 100);
    }
}
