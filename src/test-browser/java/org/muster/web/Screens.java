package org.muster.web;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Takes the pictures of {@code docs/screens} of a demo that has just begun. Not part of any test run: the story takes
 * four minutes. Arguments: the sign-in link that the demo printed, and the folder.
 */
final class Screens {
    private static final int WIDE = 1920;
    private static final int HIGH = 1080;
    private static final int LOOKS_MAX = 1_000;
    private static final double LOOK_EVERY_MILLIS = 200;

    private final Path folder;
    private final Screen screen;
    private final Keyboard keys;

    private Screens(Browsing browsing, String origin, Path folder) {
        this.folder = folder;
        this.screen = new Screen(browsing.profile(), origin);
        this.keys = new Keyboard(screen.page);
        screen.page.setViewportSize(WIDE, HIGH);
    }

    /** Plays the tour once. */
    public static void main(String[] arguments) {
        String[] link = arguments[0].split("/#token=", 2);
        try (Browsing browsing = new Browsing()) {
            Screens screens = new Screens(browsing, link[0], Path.of(arguments[1]));
            screens.screen.openLink(link[1]);
            screens.screen.awaitState("live");
            screens.secondNight();
            screens.demonstrations();
        }
    }

    private void secondNight() {
        alert("people per officer");
        keys.press("F2", "Home", "Enter");
        screen.await("the note",
                () -> screen.page.locator("muster-history")
                        .innerText()
                        .contains("RT40 is on its way"));
        shot("alert.png");
        // Whoever is in the list finds what is new behind a button.
        keys.press("F3");
        alert("Emergency: RT21");
        shot("emergency.png");
        keys.press("Alt+n");
        screen.await("the form", () -> keys.isAt("[name='callSign']"));
        keys.fill("RT22");
        keys.fill("second night");
        keys.fill("North end of Ivanhoe Road");
        keys.fill("45-65");
        shot("report.png");
        discard();
    }

    private void demonstrations() {
        alert("clashes with");
        keys.press("Alt+p");
        screen.await("the form", () -> keys.isAt("[name='title']"));
        keys.fill("Vigil at the Minster");
        keys.fill("Static");
        keys.fill("19:00");
        shot("plan.png");
        discard();
        alert("at most 80 expected");
        keys.press("F2", "Home", "Enter");
        screen.awaitText("muster-history", "Raised");
        keys.press("F3");
        screen.page.waitForTimeout(1_000);
        shot("board.png");
        screen.page.setViewportSize(360, 740);
        keys.press("F2");
        screen.page.waitForTimeout(1_000);
        shot("phone.png");
    }

    /** Leaves no draft behind. */
    private void discard() {
        screen.page.getByText("Discard").first().click();
        keys.press("Escape");
    }

    /** Waits for an alert; the story takes its time. */
    private void alert(String words) {
        for (int looks = 0; looks < LOOKS_MAX; looks++) {
            if (screen.page.locator("[data-alert]")
                    .filter(new Locator.FilterOptions().setHasText(words))
                    .count() > 0) {
                return;
            }
            screen.page.waitForTimeout(LOOK_EVERY_MILLIS);
        }
        throw new AssertionError("no alert says " + words);
    }

    private void shot(String name) {
        screen.page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
    }
}
