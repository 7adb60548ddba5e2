package org.muster.web;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;

/** The page of the control room as a person sees it. */
final class Screen extends Watched {
    private final List<String> states = new ArrayList<>();

    Screen(BrowserContext profile, String origin) {
        super(profile, origin);
    }

    void open() {
        page.navigate(origin + "/");
    }

    /** Follows a sign-in link. */
    void openLink(String token) {
        page.navigate(origin + "/#token=" + token);
    }

    void signIn(String token) {
        open();
        page.getByLabel("Token").fill(token);
        page.getByLabel("Token").press("Enter");
    }

    /** The sign of life's word, as its attribute; none when nobody is signed in. */
    String state() {
        Locator pulse = page.locator(".pulse");
        return pulse.count() == 0 ? "none" : String.valueOf(pulse.getAttribute("data-state"));
    }

    /** Waits until the sign of life says so, and keeps each state that it passed through, in order. */
    void awaitState(String wanted) {
        await("state " + wanted, () -> {
            String now = state();
            if (states.isEmpty() || !states.getLast().equals(now)) {
                states.add(now);
            }
            return now.equals(wanted);
        });
    }

    /** The states seen by {@link #awaitState}, without repeats. */
    List<String> states() {
        return List.copyOf(states);
    }

    /** Brings a list into sight; on a narrow screen its place first. */
    void list(String name) {
        Locator lists = page.locator("#tab-board-lists");
        if (lists.count() > 0) {
            lists.click();
        }
        page.locator("#tab-lists-" + name).click();
    }

    /** Does what a button of the menu behind the name says. */
    void menu(String button) {
        page.locator(".session summary").click();
        page.locator(".session-menu").getByText(button).click();
    }

    /** Brings a part into sight where the parts are tabs. */
    void place(String name) {
        Locator tab = page.locator("#tab-board-" + name);
        if (tab.count() > 0) {
            tab.click();
        }
    }

    /** How many parts of the board say that they are not the present, and how many do not. */
    List<Integer> stale() {
        int all = page.locator(".panel").count();
        int stale = page.locator(".panel.is-stale").count();
        return List.of(stale, all - stale);
    }

    /** Titles of the open incidents, from the top. */
    List<String> incidents() {
        return page.locator("muster-incidents > .panel > .rows .row-title").allInnerTexts();
    }

    /** One figure of an area as it stands in the table. */
    String figure(String area, String column) {
        return page.locator("tr[data-area='" + area + "'] td." + column + " .figure")
                .innerText()
                .strip();
    }

    String strip() {
        return page.locator(".strip").innerText().strip();
    }
}
