package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What opens over the board, and what the strip says, in another language: nothing is cut or lies over anything else. */
final class LanguageDialogsIT extends ScriptedBoard {
    private static final List<String> MENUS = List.of("details.screens", "details.session",
            "details.sound", ".map-symbols");
    /** Of dialogs, from the queue; after a bar what is pressed in the dialog. */
    private static final List<String> KEYS = List.of("F1", "Control+k", "End g", "End s", "End n",
            "End c", "End h", "Shift+A", "Home s", "Home s|Tab Enter", "Home s|Tab x Enter");
    /** A sound that is the page's until the test takes it away. */
    private static final String SOUND = """
            window.AudioContext = class extends AudioContext {
              get state() { return window.keptSilent ? 'suspended' : super.state; }
            };""";
    /** After so long the page asks the service again for its version and the time. */
    private static final long ASKS_AGAIN_SECONDS = 301;
    /** How long after now it is for the page, which is behind, when it has asked twice. */
    private static final long AHEAD_SECONDS = 2 * ASKS_AGAIN_SECONDS + 180;
    private static final String CATALOGUE = Said.catalogue()
            .replace("\"states\":[]", "\"states\":[\"en-route\",\"at-scene\"]")
            .replaceFirst("\\}\\s*$", ",\"shelveMinutesMax\":240,\"shelveSecondPerson\":true}");
    private static final int[] WIDTHS = {Fit.WIDE, 1280, 360, 320};

    private final Instant now = Instant.now();
    private final List<String> wrong = new ArrayList<>();

    private static List<Tongue> tongues() {
        return List.of(Tongue.LONG, Tongue.FROM_THE_RIGHT);
    }

    private void open(Tongue tongue) throws Exception {
        tongue.onBoard(screen.profile);
        screen.page.setViewportSize(Fit.WIDE, Fit.HIGH);
        service.role("supervisor");
        service.answer("/catalogue", 200, CATALOGUE);
        service.answer("/alerts/assignees", 200, "{\"items\":[\"desk-1\",\"gold\",\"silver\"]}");
        service.answer("/alerts/health", 200, Healths.of(Healths.desk("desk-1", 12)));
        String late = SaidAlerts.alert("c", "medium",
                "96 people at the bridge, at most 80 expected", now.minusSeconds(7_300));
        watch(SaidAlerts.picture(SaidAlerts.alert("a", "high", "Too many at the bridge", now),
                SaidAlerts.alert("b", "critical", "Cordon breached", now),
                SaidAlerts.drill(SaidAlerts.alert("d", "low", "Exercise at the hall", now)),
                late.replace("\"unacknowledged\"", "\"acknowledged\"")
                        .replace(
                                "\"acknowledgedBy\":null,\"acknowledgedAt\":null,\"assignee\":null",
                                "\"acknowledgedBy\":\"desk-2\",\"acknowledgedAt\":\"" + now
                                        + "\",\"assignee\":\"desk-2\"")
                        .replace("\"late\":false", "\"late\":true")));
    }

    /** Until the parts are tabs where there is no room for all of them. */
    private void stand(int width) {
        screen.page.setViewportSize(width, Fit.HIGH);
        screen.await("its parts",
                () -> width < 1_100 == screen.page.locator("[id^='tab-board-']").count() > 0);
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void alerts_of_every_state_have_room_for_it(Tongue tongue) throws Exception {
        open(tongue);
        for (String address : List.of("sel=alert.a", "view=queue", "view=wall")) {
            screen.page.setViewportSize(Fit.WIDE, Fit.HIGH);
            turn(address);
            screen.page.waitForTimeout(1_000);
            Fit.look(screen, tongue.direction() + "-alerts-" + address, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void dialogs_have_room_for_it(Tongue tongue) throws Exception {
        open(tongue);
        for (String key : KEYS) {
            List<String> parts = List.of(key.split("\\|"));
            listen();
            screen.press("F2");
            screen.press(parts.getFirst().split(" "));
            screen.page.locator("dialog[open]").waitFor();
            if (parts.size() > 1) {
                screen.press(parts.getLast().split(" "));
                screen.page.locator("dialog[open] .refused").waitFor();
            }
            dialog(tongue, "key-" + key.replace('|', ' '));
        }
        service.answer("/alerts/assignees", 500, "{\"detail\":\"Not now.\"}");
        listen();
        screen.press("F2", "End", "g");
        screen.page.locator("dialog[open] .refused").waitFor();
        dialog(tongue, "no-names");
        screen.page.locator(".session summary").click();
        screen.page.locator(".session-menu button").nth(1).click();
        dialog(tongue, "preferences");
        assertThat(wrong).isEmpty();
    }

    /** Who looks for so long hears nothing meanwhile, and may do nothing then. */
    private void listen() {
        stand(Fit.WIDE);
        service.say(Said.live("c1"));
        screen.awaitState("live");
    }

    /** Looks at the one that opens, and closes it. */
    private void dialog(Tongue tongue, String name) {
        screen.page.locator("dialog[open]").waitFor();
        Fit.look(screen, tongue.direction() + "-" + name, wrong);
        screen.press("Escape");
        screen.await("closed", () -> screen.page.locator("dialog[open]").count() == 0);
    }

    private void turn(String address) {
        screen.page.evaluate("hash => { location.hash = hash; }", address);
    }

    /** What asks before it does what cannot be undone. */
    @ParameterizedTest
    @MethodSource("tongues")
    void questions_have_room_for_it(Tongue tongue) throws Exception {
        service.answer("/incidents/i1/timeline?*", 200, "{\"next\":null,\"items\":["
                + OwnReportStateIT.told(5, "desk-1", "null", false) + "]}");
        String march = Said.protest("p1", "March to the Minster", "planned",
                now.plusSeconds(7_200));
        service.answer("/protests/p1", 200, march);
        open(tongue);
        service.say(Said.changedProtests(march));
        ask("sel=incident.i1", "[data-own='withdraw']");
        dialog(tongue, "withdraw");
        ask("sel=protest.p1", "muster-selected [data-action='cancel']");
        screen.page.locator("dialog[open] p:has-text('Minster')").waitFor();
        dialog(tongue, "cancel");
        ask("sel=incident.i1", ".actions [data-action='report']");
        screen.page.locator("[name='callSign']").fill("RT44");
        screen.page.locator("[name='officers']").fill("25");
        screen.page.locator("[name='state']").selectOption("en-route");
        screen.page.locator("[name='state']").press("Enter");
        screen.page.locator("#report-asks").waitFor();
        dialog(tongue, "report-asks");
        assertThat(wrong).isEmpty();
    }

    private void ask(String address, String button) {
        listen();
        turn(address);
        screen.page.locator(button).first().click();
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void menus_have_room_for_it(Tongue tongue) throws Exception {
        open(tongue);
        for (String menu : MENUS) {
            for (int width : WIDTHS) {
                stand(width);
                Locator opener = screen.page.locator(menu + " > summary").first();
                if (opener.isVisible()) {
                    opener.click();
                    Fit.look(screen, tongue.direction() + "-" + menu, width, wrong);
                    opener.click();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tongues")
    void the_strip_has_room_for_it(Tongue tongue) throws Exception {
        open(tongue);
        service.goDown();
        screen.awaitState("stale");
        Fit.look(screen, tongue.direction() + "-stale", wrong);
        assertThat(wrong).isEmpty();
    }

    /** From what is said last to what goes before all else: the page lacks more and more. */
    @ParameterizedTest
    @MethodSource("tongues")
    void the_strip_has_room_for_all_that_it_says(Tongue tongue) throws Exception {
        screen.page.addInitScript(SOUND);
        screen.page.clock().install();
        service.version("a");
        open(tongue);
        screen.press("F2");
        service.version("b");
        screen.page.clock().fastForward(ASKS_AGAIN_SECONDS * 1_000);
        strip(tongue, "version");
        service.date(now.plusSeconds(AHEAD_SECONDS));
        screen.page.clock().fastForward(ASKS_AGAIN_SECONDS * 1_000);
        strip(tongue, "clock");
        service.answerNothing("/alerts/*");
        turn("sel=alert.a");
        strip(tongue, "missing");
        service.say(SaidAlerts.flood(100, "c1", "desk-1", true));
        strip(tongue, "flood");
        service.say(SaidAlerts
                .changed(SaidAlerts.shelved(SaidAlerts.alert("e", "low", "Soon back", now),
                        now.plusSeconds(AHEAD_SECONDS + 100), "desk-2")));
        strip(tongue, "ending");
        turn("view=nothing");
        strip(tongue, "damaged");
        screen.page.evaluate("() => { window.keptSilent = true; }");
        screen.press("F2");
        strip(tongue, "blocked");
        service.say(
                SaidAlerts.alerting(SaidAlerts.picture(), now.minusSeconds(600).toString(), ""));
        strip(tongue, "silent");
        service.answer("/picture?*", 200, SaidAlerts.picture());
        turn("at=2014-09-06T20:40:00Z");
        strip(tongue, "replay");
        assertThat(wrong).isEmpty();
    }

    private void strip(Tongue tongue, String kind) {
        for (int width : new int[] {Fit.WIDE, 320}) {
            stand(width);
            screen.await(kind, () -> {
                service.say(Said.live("c1"));
                return screen.page.locator(".strip[data-kind='" + kind + "'] span").count() > 0;
            });
            Fit.look(screen, tongue.direction() + "-strip-" + kind, width, wrong);
        }
    }
}
