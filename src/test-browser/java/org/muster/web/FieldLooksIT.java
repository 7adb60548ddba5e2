package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** The field page for eyes, thumbs and keys of every kind: each screen and state, large, narrow, spaced, in forced colours. */
final class FieldLooksIT extends WithService {
    private static final List<String> FORMS = List.of("Crowd size", "Incident", "Arrest count",
            "Need support", "All quiet", "METHANE");

    @Test
    void every_screen_is_clean_in_both_themes_at_320_pixels_and_large_text() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.quiet("seen by axe");
            phone.awaitState("seen by axe", "received");
            for (String theme : List.of("Dark, for night", "Light, for sun")) {
                phone.link("Settings");
                phone.page.getByText(theme).click();
                look(phone, "settings-" + theme.charAt(0));
                phone.link("Back");
                look(phone, "home-" + theme.charAt(0));
                phone.link("All reports");
                look(phone, "reports-" + theme.charAt(0));
                phone.page.goBack();
                for (String form : FORMS) {
                    phone.form(form);
                    look(phone, form.replace(' ', '-') + "-" + theme.charAt(0));
                    phone.page.goBack();
                }
            }
            assertThat(phone.console()).isEmpty();
            assertThat(phone.foreignRequests()).isEmpty();
        }
    }

    @Test
    void what_an_officer_needs_first_is_seen_without_scrolling() throws Exception {
        try (Phone phone = Phone.open(service, browsing.phone(), "C12")) {
            phone.stand(53.3966, -1.2537, 12);
            phone.link("Settings");
            phone.page.locator("#field-officers").fill("6");
            phone.awaitText("main", "Known to 12 m");
            phone.link("Back");
            phone.button("On scene");
            phone.awaitState("Status", "received");
            for (String theme : List.of("light", "dark")) {
                wear(phone, theme);
                phone.form("Crowd size");
                phone.tap("500–1,000");
                phone.page.evaluate("() => { scrollTo(0, 0); }");
                phone.picture("field-report-" + theme);
                phone.send();
                phone.awaitState("Crowd 500–1,000", "received");
                phone.picture("field-" + theme);
                assertThat(phone.page.evaluate("""
                        () => {
                          const foot = document.querySelector('.emergency').getBoundingClientRect().top;
                          return [...document.querySelectorAll('.status button, .kinds .button, .card-state')]
                            .filter(it => it.getBoundingClientRect().bottom > foot).map(it => it.innerText);
                        }""")).isEqualTo(List.of());
                phone.link("All reports");
                look(phone, "reports-" + theme);
                phone.page.goBack();
                phone.aeroplane(true);
                phone.quiet("Square empty, " + theme);
                phone.awaitText(".head", "No signal. 1 saved on phone");
                look(phone, "no-signal-" + theme);
                phone.holdEmergency();
                phone.awaitText(".emergency-told", "not received yet");
                look(phone, "emergency-" + theme);
                phone.aeroplane(false);
                phone.awaitText(".emergency-told", "EMERGENCY received ");
                phone.awaitText(".head", "Sent");
                phone.button("Understood");
            }
        }
    }

    static void look(Phone phone, String name) {
        phone.picture("field-" + name);
        assertThat(name.endsWith("forced") ? phone.violationsButContrast() : phone.violations())
                .as(name)
                .isEmpty();
        assertThat(phone.smallTargets()).as(name).isEmpty();
        assertThat(phone.brokenWords()).as(name).isEmpty();
        phone.page.setViewportSize(320, 256);
        assertThat(phone.overflow()).as(name + " at 320 pixels").isZero();
        assertThat(((Number) phone.page.evaluate(
                "() => document.querySelector('muster-emergency').getBoundingClientRect().height"))
                .doubleValue()).as(name + " at 320 pixels").isLessThan(140);
        phone.page.setViewportSize(360, 740);
        assertThat(phone.overflow()).as(name).isZero();
    }

    @Test
    void every_state_is_clean_in_both_themes_and_in_forced_colours() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.profile.route("**/api/v1/reports", route -> {
                if (String.valueOf(route.request().postData()).contains("\"no\"")) {
                    route.fulfill(new Route.FulfillOptions().setStatus(422)
                            .setContentType("application/problem+json")
                            .setBody("""
                                    {"type":"about:blank","title":"Invalid","status":422,
                                     "detail":"Not understood.","code":"invalid",
                                     "errors":[{"pointer":"/text","detail":"is too short"}]}"""));
                } else {
                    route.resume();
                }
            });
            phone.quiet("no");
            phone.awaitState("no", "refused");
            phone.quiet("yes");
            phone.awaitState("yes", "received");
            for (String theme : List.of("light", "dark", "forced")) {
                wear(phone, theme);
                phone.link("All reports");
                phone.button("Withdraw");
                look(phone, "withdraw-" + theme);
                phone.button("Keep it");
                phone.link("Change");
                phone.awaitText("main h1", "Change:");
                look(phone, "change-" + theme);
                phone.page.goBack();
                phone.link("Mend and send");
                phone.awaitText("main h1", "Mend:");
                phone.awaitText("main .line .refused", "is too short");
                look(phone, "mend-" + theme);
                phone.page.evaluate("() => { location.hash = 'sign-in'; }");
                phone.page.getByLabel("Token").waitFor();
                look(phone, "sign-in-" + theme);
                phone.link("Back");
                phone.aeroplane(true);
                phone.quiet("in the tunnel " + theme);
                phone.awaitText(".head", "No signal. 1 saved on phone");
                phone.awaitText(".notices", "A private window loses it");
                look(phone, "offline-" + theme);
                phone.aeroplane(false);
                phone.awaitState("in the tunnel " + theme, "received");
            }
        }
    }

    static void wear(Phone phone, String theme) {
        phone.page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(theme.equals("forced") ? ForcedColors.ACTIVE : ForcedColors.NONE));
        if (theme.equals("dark")) {
            phone.link("Settings");
            phone.page.getByText("Dark, for night").click();
            phone.link("Back");
        }
    }

    @Test
    void a_report_is_written_and_sent_by_keyboard_alone() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            tabTo(phone, "Crowd size");
            phone.press("Enter");
            phone.awaitText("main h1", "Crowd size");
            tabTo(phone, "size");
            phone.press("ArrowDown", "ArrowDown", "ArrowDown");
            tabTo(phone, "where");
            phone.press("ArrowRight");
            phone.awaitText("main form", "Area");
            tabTo(phone, "area");
            phone.page.keyboard().type("Thurcroft");
            tabTo(phone, "note");
            phone.page.keyboard().type("by keys");
            tabTo(phone, "Send");
            phone.press("Enter");
            phone.awaitState("by keys", "received");
            phone.awaitText("#polite", "received ");
            phone.awaitRecorded("by keys");
            assertThat(phone.recorded().getFirst().at("/body/report/crowd/low").asInt())
                    .isEqualTo(50);
        }
    }

    /** Presses Tab until what has this name or these words has the focus, which is seen on the way. */
    private static void tabTo(Phone phone, String target) {
        for (int presses = 0; presses < 40; presses++) {
            phone.press("Tab");
            Object at = phone.page.evaluate("""
                    () => {
                      const it = document.activeElement;
                      const framed = it.closest('.choice') ?? it;
                      const hold = document.querySelector('.emergency').getBoundingClientRect();
                      const box = framed.getBoundingClientRect();
                      const hidden = !it.closest('.emergency') && box.top < hold.bottom && box.bottom > hold.top;
                      return getComputedStyle(framed).outlineStyle === 'none' ? 'no ring'
                        : hidden ? 'under the emergency' : it.name || it.innerText;
                    }""");
            assertThat(at).isNotIn("no ring", "under the emergency");
            if (target.equals(at)) {
                return;
            }
        }
        throw new AssertionError("no " + target + " by Tab");
    }

    @Test
    void forced_colours_reduced_motion_and_text_of_twice_the_size_lose_nothing() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.page.emulateMedia(
                    new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE)
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setColorScheme(ColorScheme.DARK));
            phone.page.evaluate("() => { document.documentElement.style.fontSize = '32px'; }");
            for (String form : FORMS) {
                phone.form(form);
                assertThat(phone.violationsButContrast()).as(form).isEmpty();
                assertThat(phone.overflow()).as(form).isZero();
                assertThat(phone.brokenWords()).as(form).isEmpty();
                phone.page.goBack();
            }
            assertThat(phone.brokenWords()).isEmpty();
            phone.picture("field-forced");
        }
    }

    @Test
    void wider_spacing_of_the_text_cuts_nothing() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.page.evaluate("""
                    () => {
                      const sheet = new CSSStyleSheet();
                      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
                        word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
                      document.adoptedStyleSheets = [sheet];
                    }""");
            for (String form : FORMS) {
                phone.form(form);
                assertThat(phone.overflow()).as(form).isZero();
                assertThat(phone.brokenWords()).as(form).isEmpty();
                phone.page.goBack();
            }
            assertThat((Boolean) phone.page.evaluate(
                    """
                    () => [...document.querySelectorAll('button, a.button')]
                      .every(it => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight + 1)"""))
                    .isTrue();
        }
    }
}
