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
    /** Of dialogs, from the queue. */
    private static final List<String> KEYS = List.of("F1", "Control+k", "g", "s", "n", "c", "h");
    private static final int[] WIDTHS = {Fit.WIDE, 1280, 360, 320};

    private final Instant now = Instant.now();
    private final List<String> wrong = new ArrayList<>();

    private static List<Tongue> tongues() {
        return List.of(Tongue.LONG, Tongue.FROM_THE_RIGHT);
    }

    private void open(Tongue tongue) throws Exception {
        tongue.onBoard(screen.profile);
        screen.page.setViewportSize(Fit.WIDE, Fit.HIGH);
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
            screen.page.evaluate("hash => { location.hash = hash; }", address);
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
            stand(Fit.WIDE);
            // Who looks for so long hears nothing meanwhile, and may do nothing then.
            service.say(Said.live("c1"));
            screen.awaitState("live");
            screen.press("F2", "End", key);
            screen.page.locator("dialog[open]").waitFor();
            Fit.look(screen, tongue.direction() + "-key-" + key, wrong);
            screen.press("Escape");
            screen.await("closed", () -> screen.page.locator("dialog[open]").count() == 0);
        }
        assertThat(wrong).isEmpty();
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
}
