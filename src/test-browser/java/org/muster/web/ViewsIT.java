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

    private void signInAt(String address) {
        screen.page.navigate(ScriptedService.ORIGIN + "/#" + address);
        screen.page.getByLabel("Token").fill("good");
        screen.page.getByLabel("Token").press("Enter");
        screen.await("connection", () -> service.subscriptions().size() >= 1);
        service.say(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        service.say(Said.live("c1"));
        screen.awaitState("live");
    }

    @Test
    void a_link_opened_while_signed_out_leads_to_what_it_names_after_signing_in() {
        signInAt("view=units&sel=incident.i1");
        screen.await("the units", () -> screen.page.locator("muster-units-screen").count() == 1);
        assertThat(screen.page.url()).endsWith("#view=units&sel=incident.i1");
        screen.press("Alt+1");
        screen.awaitText("muster-selected h2", "Ivanhoe Road");
        assertThat(screen.strip()).isEmpty();
    }

    @Test
    void a_damaged_link_opened_while_signed_out_leads_to_the_board_and_says_so() {
        signInAt("view=%E0%A4%A&sel=nonsense&at=yesterday");
        screen.awaitText(".strip", "not understood in all its parts");
        assertThat(screen.strip()).contains("screen");
        assertThat(screen.page.locator("muster-board").count()).isEqualTo(1);
        assertThat(screen.console()).isEmpty();
    }

    @Test
    void a_screen_that_takes_long_to_come_can_be_called_off() {
        watch(Said.picture("c0"));
        screen.page.route("**/screen-*.js", route -> {});
        screen.page.evaluate("() => { location.hash = 'view=units'; }");
        screen.awaitText(".loading", "Loading");
        screen.page.locator(".loading button").click();
        screen.await("the board", () -> screen.page.locator("muster-board").count() == 1);
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void the_menu_of_screens_names_the_one_that_is_shown() {
        watch(Said.picture("c0"));
        screen.page.locator(".screens summary").click();
        assertThat(screen.page.locator(".screens a[aria-current='page']").innerText())
                .contains("Board");
    }

    @Test
    void escape_leads_back_to_the_board_but_closes_a_menu_first_and_leaves_fields_alone() {
        watch(Said.picture("c0"));
        screen.press("Alt+5");
        screen.page.locator("#axis-go").press("Escape");
        assertThat(screen.page.locator("#axis-go").count()).isEqualTo(1);
        screen.press("Alt+3");
        screen.await("the units", () -> screen.page.locator("muster-units-screen").count() == 1);
        screen.page.locator(".screens summary").press("Enter");
        screen.press("Tab", "Escape");
        assertThat(screen.page.locator(".screens[open]").count()).isZero();
        assertThat(screen.page.locator("muster-units-screen").count()).isEqualTo(1);
        screen.press("Escape");
        screen.await("the board", () -> screen.page.locator("muster-board").count() == 1);
        screen.press("Escape");
        assertThat(screen.page.locator("muster-board").count()).isEqualTo(1);
        screen.page.goBack();
        screen.await("the units", () -> screen.page.locator("muster-units-screen").count() == 1);
    }
}
