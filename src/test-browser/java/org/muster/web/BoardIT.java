package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Areas and incidents on the screen, from a scripted stream. */
final class BoardIT extends ScriptedBoard {
    private static final String SHIFTS = """
            () => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(
              entry => { window.shifts += entry.hadRecentInput ? 0 : entry.value; }))
              .observe({ type: 'layout-shift' }); }""";

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
        screen.list("incidents");
        screen.page.locator(".row summary").focus();
        screen.page.keyboard().press("Enter");
        screen.awaitText("muster-incidents .row-details", "desk-2/media");
        assertThat(screen.page.locator("muster-incidents .row-details").innerText())
                .contains("RT21", "40–60", "500–900", "outlier", "at scene");
    }

    @Test
    void no_row_moves_under_the_pointer_and_what_is_new_waits_behind_a_button() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        screen.list("incidents");
        screen.page.locator(".row").hover();
        service.say(Said.incidents(Said.open("i2", "Main Street")));
        screen.awaitText("muster-incidents .news", "1 new");
        assertThat(screen.incidents()).containsExactly("Ivanhoe Road");
        screen.page.locator("muster-incidents .news button").click();
        screen.await("both rows", () -> screen.incidents().size() == 2);
        assertThat(screen.incidents()).containsExactly("Main Street", "Ivanhoe Road");
    }

    @Test
    void what_closed_during_a_gap_is_asked_for_and_shown_as_closed() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road"), Said.open("i2", "Main St")));
        screen.list("incidents");
        resume();
        service.say(Said.incidents(Said.open("i2", "Main St"), Said.open("i3", "Park")));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.awaitText(".over summary", "1 closed in the last 24 h");
        assertThat(screen.incidents()).containsExactlyInAnyOrder("Park", "Main St");
        screen.page.locator(".over > summary").click();
        screen.awaitText(".over .row-title", "Closed i1");
    }

    @Test
    void a_sensitive_incident_goes_by_its_category_and_says_that_it_is_sensitive() {
        watch(Said.picture("c0",
                Said.open("i1", "Ivanhoe Road")
                        .replace("\"title\":\"Ivanhoe Road\"", "\"title\":null")
                        .replace("\"sensitive\":false", "\"sensitive\":true")));
        screen.list("incidents");
        assertThat(screen.incidents()).containsExactly("Disturbance");
        assertThat(screen.page.locator(".row .chip").allInnerTexts()).containsExactly("Sensitive",
                "ongoing");
        screen.page.locator(".row summary").click();
        screen.awaitText("muster-incidents .row-details", "title and words are not shown");
        assertThat(screen.page.locator("muster-incidents").innerText()).doesNotContain("null",
                "Ivanhoe");
    }

    @Test
    void arrests_injured_a_major_incident_a_drill_and_links_are_said_in_words() {
        watch(Said.picture("c0", Said.open("i1", "First night"),
                Said.open("i2", "Second night")
                        .replace("\"drill\":false", "\"drill\":true")
                        .replace("\"links\":[]", """
                        "links":[{"incident":"i1","relation":"follows"}]""")
                        .replace("\"methane\":null",
                                """
                        "methane":{"major":"declared","exactLocation":"Main Street","hazards":["smoke"]}""")
                        .replace("\"total\":0,\"byOffence\":{},\"byAge\":{}", """
                        "total":4,"byOffence":{"breach-of-the-peace":4},"byAge":{"18-24":4}""")
                        .replace("\"public\":0,\"officers\":0", "\"public\":2,\"officers\":1")));
        screen.list("incidents");
        String row = "[data-incident='i2']";
        screen.awaitText(row, "4 arrests · 3 injured, 1 of them an officer");
        assertThat(screen.page.locator(row).innerText()).contains("Drill",
                "Major incident declared", "Follows First night");
        screen.page.locator(row + " summary").click();
        screen.awaitText(row + " .row-details", "Breach of the peace");
        assertThat(screen.page.locator(row + " .row-details").innerText()).contains("18 to 24",
                "Main Street", "smoke");
    }

    @Test
    void nothing_shifts_when_figures_change_and_when_the_feed_is_lost_and_back() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        screen.page.evaluate(SHIFTS);
        for (int atScene : new int[] {9, 125, 0, 84}) {
            service.say(Said.changedAreas(atScene));
            screen.await("figure",
                    () -> screen.figure("rotherham", "atScene").equals(atScene + " of 60 planned"));
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
        screen.list("incidents");
        screen.page.locator(".row summary").click();
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
        screen.list("incidents");
        assertThat(screen.page.locator("muster-incidents .count").innerText()).isEqualTo("1,000");
        assertThat(screen.incidents()).hasSize(50);
        screen.page.locator("muster-incidents .more").click();
        screen.await("more rows", () -> screen.incidents().size() == 100);
    }
}
