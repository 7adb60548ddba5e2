package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which screen is shown, by the address and by the keys. */
final class ViewsIT extends ScriptedBoard {
    @Test
    void an_address_that_names_no_screen_leads_to_the_board_and_says_so() {
        screen.openLink("good");
        screen.await("connection", () -> service.subscriptions().size() >= 1);
        service.say(Said.picture("c0"));
        service.say(Said.live("c1"));
        screen.awaitState("live");
        screen.page.evaluate("() => { location.hash = 'view=nowhere.at.all'; }");
        screen.awaitText(".strip", "not understood in all its parts (screen)");
        assertThat(screen.page.locator("muster-board").count()).isEqualTo(1);
        screen.page.locator(".strip button").click();
        screen.await("nothing more to say", () -> screen.strip().isEmpty());
        assertThat(screen.page.url()).doesNotContain("view=");
    }

    @Test
    void the_menu_of_screens_names_the_one_that_is_shown() {
        watch(Said.picture("c0"));
        screen.page.locator(".screens summary").click();
        assertThat(screen.page.locator(".screens a[aria-current='page']").innerText())
                .contains("Board");
    }
}
