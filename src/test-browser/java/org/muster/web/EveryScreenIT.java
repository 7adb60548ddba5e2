package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every screen with the demo's story in it, in both themes: axe finds nothing, the console says nothing, nothing is asked
 * outside, nothing is lost to the side, and a picture is kept of each, in {@code target/screens} or where
 * {@code MUSTER_PICTURES} says. Those in {@code docs/screens} were taken by it.
 */
final class EveryScreenIT {
    private static final Path PICTURES = Path
            .of(Optional.ofNullable(System.getenv("MUSTER_PICTURES")).orElse("target/screens"));
    /** What a visitor sees, when the pictures are to be kept; else four times as fast. */
    private static final int SPEED = System.getenv("MUSTER_PICTURES") == null ? 240 : 60;
    private static final int WIDE = 1920;
    private static final int HIGH = 1080;
    private static final int NARROW = 320;
    private static final int USUAL = 1280;
    /** Of letters, in pixels, as somebody set it in the browser. */
    private static final int LARGE = 32;
    private static final int USUAL_LETTERS = 16;
    /** Room between letters and lines as somebody may need it who reads with difficulty. */
    private static final String SPACE = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
                word-spacing: .16em !important }`);
              document.adoptedStyleSheets = [sheet];
            }""";
    private static final String NO_SPACE = "() => { document.adoptedStyleSheets = []; }";

    private static final String NO_ACCESS = """
            {"status":403,"code":"forbidden","detail":"The role admin shows no reports, figures or alerts. Who \
            needs them signs in with another token: an administrator gives one."}""";

    @TempDir
    private static Path scratch;
    private static DemoStory story;

    @BeforeAll
    static void start() throws Exception {
        story = DemoStory.tell(scratch, SPEED);
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    /** Both themes by turns, so that they show nearly the same moment of the story. */
    @Test
    void every_screen_is_whole_and_gives_axe_nothing_to_say() throws Exception {
        var wrong = new ArrayList<String>();
        try (BrowserContext dark = themed("dark"); BrowserContext light = themed("light")) {
            var screens = List.of(new Screen(dark, story.origin), new Screen(light, story.origin));
            for (Screen screen : screens) {
                screen.page.setViewportSize(WIDE, HIGH);
                screen.openLink(story.token);
                screen.awaitState("live");
            }
            for (DemoStory.Shot shot : story.shots()) {
                for (Screen screen : screens) {
                    screen.page.navigate(story.origin + "/#" + shot.address());
                    DemoStory.settle(screen);
                    DemoStory.write(screen, shot.typed());
                    look(screen, shot.name() + (screen == screens.getFirst() ? "-dark" : "-light"),
                            wrong);
                    // A form would stay over the next screen.
                    screen.page.keyboard().press("Escape");
                }
            }
            for (Screen screen : screens) {
                assertThat(screen.console()).isEmpty();
                assertThat(screen.foreignRequests()).isEmpty();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void signing_in_is_whole_and_gives_axe_nothing_to_say(String theme) {
        var wrong = new ArrayList<String>();
        try (BrowserContext profile = themed(theme)) {
            var screen = new Screen(profile, story.origin);
            screen.page.setViewportSize(WIDE, HIGH);
            screen.open();
            screen.page.getByLabel("Token").waitFor();
            look(screen, "sign-in-" + theme, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** What is shown in place of every screen: to whom nothing may be shown, and while nobody answers. */
    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void what_stands_in_place_of_every_screen_is_whole_and_gives_axe_nothing_to_say(String theme) {
        var wrong = new ArrayList<String>();
        try (BrowserContext profile = themed(theme)) {
            var screen = new Screen(profile, story.origin);
            screen.page.setViewportSize(WIDE, HIGH);
            screen.page.navigate(story.origin + "/nowhere");
            screen.page.locator(".lost h1").waitFor();
            look(screen, "lost-" + theme, wrong);
            profile.route("**/api/v1/session",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"name\":\"keeper\",\"role\":\"admin\",\"areas\":[]}")));
            profile.route("**/api/v1/stream/ticket",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(403)
                            .setContentType("application/problem+json")
                            .setBody(NO_ACCESS)));
            screen.openLink(story.token);
            screen.page.locator(".withheld").waitFor();
            look(screen, "no-access-" + theme, wrong);
            profile.route("**/api/v1/session", Route::abort);
            screen.page.reload();
            screen.awaitText("main", "The service does not answer.");
            look(screen, "unreachable-" + theme, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void on_a_phone_the_board_is_one_column(String theme) {
        try (BrowserContext profile = themed(theme)) {
            var screen = new Screen(profile, story.origin);
            screen.page.setViewportSize(360, 740);
            screen.openLink(story.token);
            screen.awaitState("live");
            DemoStory.settle(screen);
            shot(screen, "phone-" + theme);
            assertThat(overflow(screen)).isZero();
        }
    }

    private static BrowserContext themed(String theme) {
        BrowserContext profile = story.browsing.profile();
        profile.addInitScript("localStorage.setItem('muster.theme', '" + theme + "')");
        // A page without a script goes by what the computer prefers.
        profile.onPage(page -> page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.valueOf(theme.toUpperCase(Locale.ROOT)))));
        return profile;
    }

    private static void look(Screen screen, String name, List<String> wrong) {
        shot(screen, name);
        screen.violations().forEach(fault -> wrong.add(name + ": " + fault));
        screen.page.setViewportSize(NARROW, HIGH);
        fits(screen, name + " at " + NARROW + " px", wrong);
        screen.page.setViewportSize(USUAL, HIGH);
        screen.page.evaluate(SPACE);
        fits(screen, name + " with spaced letters", wrong);
        screen.page.evaluate(NO_SPACE);
        letters(screen, LARGE);
        fits(screen, name + " with large letters", wrong);
        letters(screen, USUAL_LETTERS);
        screen.page.setViewportSize(WIDE, HIGH);
    }

    private static void fits(Screen screen, String what, List<String> wrong) {
        if (overflow(screen) > 0) {
            wrong.add(what + " is " + overflow(screen) + " px too wide: " + screen.page.evaluate("""
                    () => [...document.querySelectorAll('body *')]
                      .filter(one => one.getBoundingClientRect().right > innerWidth)
                      .map(one => `${one.localName}.${one.className}`).join(' ')"""));
        }
    }

    /** Sets how large the browser writes what says nothing else. */
    private static void letters(Screen screen, int pixels) {
        var sizes = new JsonObject();
        var standard = new JsonObject();
        standard.addProperty("standard", pixels);
        sizes.add("fontSizes", standard);
        var setting = screen.page.context().newCDPSession(screen.page);
        setting.send("Page.setFontSizes", sizes);
        screen.await("letters of that size",
                () -> pixels == ((Number) screen.page.evaluate(
                        "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"))
                        .intValue());
    }

    private static int overflow(Screen screen) {
        return ((Number) screen.page
                .evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue();
    }

    private static void shot(Screen screen, String name) {
        screen.page
                .screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
