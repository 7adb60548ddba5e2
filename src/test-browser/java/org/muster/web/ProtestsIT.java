package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Protests on the screen, from a scripted stream. */
final class ProtestsIT extends ScriptedBoard {
    private static final List<String> ALL = List.of("areas", "incidents", "protests", "units");

    private final Instant now = Instant.now();

    private String march() {
        return Said.protest("p1", "March", "live", now.minus(Duration.ofMinutes(10)));
    }

    private String counter() {
        return Said.protest("p2", "Counter", "planned", now.plus(Duration.ofMinutes(90)));
    }

    private String row(String id) {
        return screen.page.locator("[data-protest='" + id + "'] summary").innerText();
    }

    /** Shows a picture and turns to the list of protests. */
    private void show(String picture) {
        watch(picture);
        screen.list("protests");
    }

    private List<String> titles() {
        return screen.page.locator("muster-protests > .panel > .rows .row-title").allInnerTexts();
    }

    @Test
    void live_ones_come_first_and_planned_ones_count_down() {
        show(Said.protests(ALL, counter(), march()));
        assertThat(titles()).containsExactly("March", "Counter");
        assertThat(row("p1")).contains("live", "live since", "40–60 people", "expected 50–100",
                "25 at scene", "35 planned", "Static assembly", "Rotherham");
        assertThat(row("p2")).contains("planned", "starts in 1 h");
        assertThat(screen.figure("rotherham", "protests")).isEqualTo("1 1 upcoming");
        assertThat(screen.figure("rotherham", "atScene")).isEqualTo("0 of 60 planned");
    }

    @Test
    void a_clash_is_said_in_words_on_both_and_gone_when_the_plan_has_moved() {
        show(Said.protests(ALL, Said.clashing(march(), "p2"), Said.clashing(counter(), "p1")));
        assertThat(row("p1")).contains("Clashes with Counter", "171 m apart, opposed");
        assertThat(row("p2")).contains("Clashes with March", "171 m apart, opposed");
        service.say(Said.changedProtests(march(), counter()));
        screen.await("no clash", () -> screen.page.locator(".clash").count() == 0);
        assertThat(titles()).containsExactly("March", "Counter");
    }

    @Test
    void a_viewer_sees_protests_and_is_told_who_can_give_access_to_incidents() {
        service.role("viewer");
        show(Said.protests(List.of("areas", "protests", "alerts"), march()));
        assertThat(titles()).containsExactly("March");
        assertThat(screen.page.locator("muster-incidents").innerText()).contains("viewer",
                "areas and protests", "your administrator gives one");
    }

    @Test
    void ages_that_a_role_does_not_show_are_said_to_be_left_out() {
        service.role("viewer");
        show(Said.protests(List.of("areas", "protests"),
                march().replace("\"total\":0,\"byOffence\":{},\"byAge\":{}", """
                        "total":7,"byOffence":{"affray":7},"byAge":{"18-24":5}""")));
        screen.page.locator("[data-protest='p1'] summary").click();
        screen.awaitText("[data-protest='p1'] .row-details",
                "The ages of 2 people are not shown to your role.");
    }

    @Test
    void what_ended_during_a_gap_is_asked_for_and_folded() {
        show(Said.protests(ALL, march(), counter()));
        resume();
        service.say(Said.changedProtests(counter()));
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.awaitText("muster-protests .over summary", "1 ended in the last 24 h");
        assertThat(titles()).containsExactly("Counter");
        screen.page.locator("muster-protests .over > summary").click();
        screen.awaitText("muster-protests .over .row-title", "Ended p1");
    }

    @Test
    void what_left_the_areas_of_the_watcher_is_gone() {
        show(Said.protests(ALL, march(), counter()));
        service.say("{\"type\":\"protests\",\"protests\":[],\"left\":[\"p1\"]}");
        screen.await("one row", () -> titles().equals(List.of("Counter")));
    }

    @Test
    void details_open_by_the_keyboard_and_no_row_moves_while_the_focus_is_inside() {
        show(Said.protests(ALL, counter()));
        screen.page.locator("[data-protest='p2'] summary").focus();
        screen.page.keyboard().press("Enter");
        screen.awaitText("[data-protest='p2'] .row-details", "The public is told");
        service.say(Said.changedProtests(march()));
        screen.awaitText("muster-protests .news", "1 new");
        assertThat(titles()).containsExactly("Counter");
        screen.page.locator("muster-protests .news button").click();
        screen.await("both rows", () -> titles().equals(List.of("March", "Counter")));
    }

    @Test
    void axe_finds_nothing_nothing_lies_beyond_the_side_and_the_console_stays_empty() {
        show(Said.protests(ALL, Said.clashing(march(), "p2"), Said.clashing(counter(), "p1")));
        screen.page.locator("[data-protest='p1'] summary").click();
        for (int width : new int[] {1920, 1280, 360}) {
            screen.page.setViewportSize(width, 800);
            screen.place("lists");
            assertThat(screen.violations()).as("%s", width).isEmpty();
            assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(width);
        }
        assertThat(screen.console()).isEmpty();
    }
}
