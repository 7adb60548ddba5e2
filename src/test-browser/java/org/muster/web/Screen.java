package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What a person sees of the page, and what the browser's console and network say meanwhile. */
final class Screen {
    /** Generous: other work shares the machine. Nothing is measured by it. */
    private static final long PATIENCE_MILLIS = 60_000;
    private static final double LOOK_EVERY_MILLIS = 50;

    private final String origin;
    private final List<String> console = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    final Page page;

    Screen(BrowserContext profile, String origin) {
        this.origin = origin;
        page = profile.newPage();
        page.onConsoleMessage(line -> console.add(line.type() + ": " + line.text()));
        page.onPageError(fault -> console.add("uncaught: " + fault));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin + "/")) {
                foreign.add(request.url());
            }
        });
        page.onWebSocket(socket -> {
            if (!socket.url().startsWith(origin.replaceFirst("^http", "ws") + "/")) {
                foreign.add(socket.url());
            }
        });
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

    void awaitText(String selector, String words) {
        await(selector + " says " + words, () -> page.locator(selector).count() > 0
                && page.locator(selector).first().innerText().contains(words));
    }

    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("gave up waiting for: %s; the page says: %s", what, page.innerText("body"))
                    .isLessThan(deadline);
            page.waitForTimeout(LOOK_EVERY_MILLIS);
        }
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

    /** Keeps what is seen as a picture, when somebody asks for pictures. */
    void picture(String name) {
        String folder = System.getenv("MUSTER_PICTURES");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    /** Everything the console said, errors and warnings of the browser too. */
    List<String> console() {
        return List.copyOf(console);
    }

    /** Addresses outside the page's own origin that were asked. */
    List<String> foreignRequests() {
        return List.copyOf(foreign);
    }
}
