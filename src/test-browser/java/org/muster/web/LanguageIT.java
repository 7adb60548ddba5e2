package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.it.ServiceProcess;

/**
 * Every screen in another language: with words longer by 40 %, and with the same from right to left. Nothing is cut, nothing
 * lies over anything else, nothing is lost to a side; numbers and times are those of the language.
 */
final class LanguageIT {
    private static final int SPEED = 240;
    private static final int[] PHONES = {360, 320};
    private static final double FRAMES_MILLIS = 150;
    private static final List<String> FIELD = List.of("", "tasks", "reports", "settings", "sign-in",
            "crowd", "incident", "arrests", "support", "quiet", "methane");

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

    private static Stream<Tongue> tongues() {
        return Stream.of(Tongue.LONG, Tongue.FROM_THE_RIGHT);
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void every_screen_has_room_for_it(Tongue tongue) throws Exception {
        var wrong = new ArrayList<String>();
        try (BrowserContext profile = profile(tongue)) {
            Screen screen = open(profile, tongue);
            for (DemoStory.Shot shot : story.shots()) {
                screen.page.setViewportSize(Fit.WIDE, Fit.HIGH);
                screen.page.navigate(story.origin + "/#" + shot.address());
                DemoStory.settle(screen);
                DemoStory.write(screen, shot.typed());
                Fit.look(screen, tongue.direction() + "-" + shot.name(), wrong);
                screen.page.keyboard().press("Escape");
            }
            assertThat(screen.console()).isEmpty();
            assertThat(screen.foreignRequests()).isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void signing_in_has_room_for_it(Tongue tongue) throws Exception {
        var wrong = new ArrayList<String>();
        try (BrowserContext profile = profile(tongue)) {
            var screen = new Screen(profile, story.origin);
            screen.open();
            screen.page.locator(".sign-in input").waitFor();
            Fit.look(screen, tongue.direction() + "-sign-in", wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void the_field_page_has_room_for_it(Tongue tongue, @TempDir Path folder) throws Exception {
        var wrong = new ArrayList<String>();
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"));
                BrowserContext profile = tongue.onField(story.browsing.phone())) {
            var phone = new Screen(profile, Desk.origin(service));
            phone.page.navigate(phone.origin + "/field#token=" + service.token("field", "RT22"));
            phone.page.locator(".kinds").waitFor();
            assertThat(phone.page.locator("html").getAttribute("dir"))
                    .isEqualTo(tongue.direction());
            for (String name : FIELD) {
                phone.page.evaluate("name => { location.hash = name; }", name);
                phone.page.waitForTimeout(FRAMES_MILLIS);
                for (int width : PHONES) {
                    Fit.look(phone, tongue.direction() + "-field-" + name, width, wrong);
                }
            }
            phone.page.evaluate("() => { location.hash = ''; }");
            profile.setOffline(true);
            phone.await("no signal",
                    () -> phone.page.locator(".sent[data-state=offline]").count() > 0);
            for (int width : PHONES) {
                Fit.look(phone, tongue.direction() + "-field-offline", width, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void numbers_times_and_the_side_are_those_of_the_language() throws Exception {
        try (BrowserContext longer = profile(Tongue.LONG);
                BrowserContext right = profile(Tongue.FROM_THE_RIGHT)) {
            Screen german = open(longer, Tongue.LONG);
            assertThat(german.page.locator("html").getAttribute("lang")).isEqualTo("de-DE");
            german.await("an age with a comma",
                    () -> german.page.locator(".pulse").innerText().matches("(?s).*\\d,\\d.*"));
            Screen arabic = open(right, Tongue.FROM_THE_RIGHT);
            assertThat(arabic.page.locator("html").getAttribute("lang")).isEqualTo("ar-EG");
            assertThat(arabic.page.locator(".clocks").innerText()).containsPattern("[٠-٩]{2}:")
                    .doesNotContainPattern("[0-9]");
            double queue = arabic.page.locator("muster-queue").boundingBox().x;
            double map = arabic.page.locator("muster-map").boundingBox().x;
            assertThat(queue).as("what is at the end stands at the left").isLessThan(map);
        }
    }

    private static BrowserContext profile(Tongue tongue) throws Exception {
        return tongue.onBoard(story.browsing.profile());
    }

    private static Screen open(BrowserContext profile, Tongue tongue) {
        var screen = new Screen(profile, story.origin);
        screen.page.setViewportSize(Fit.WIDE, Fit.HIGH);
        screen.openLink(story.token);
        screen.awaitState("live");
        assertThat(screen.page.locator("html").getAttribute("dir")).isEqualTo(tongue.direction());
        DemoStory.settle(screen);
        return screen;
    }
}
