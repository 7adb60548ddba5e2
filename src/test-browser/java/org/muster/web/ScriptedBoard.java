package org.muster.web;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser, a scripted service and a page for each test. */
abstract class ScriptedBoard {
    private static Browsing browsing;

    private BrowserContext profile;
    ScriptedService service;
    Screen screen;

    @BeforeAll
    static void startBrowser() {
        browsing = new Browsing();
    }

    @AfterAll
    static void stopBrowser() {
        browsing.close();
    }

    @BeforeEach
    void openPage() {
        profile = profile(browsing);
        service = new ScriptedService(profile);
        screen = new Screen(profile, ScriptedService.ORIGIN);
    }

    BrowserContext profile(Browsing from) {
        return from.profile();
    }

    @AfterEach
    void closePage() {
        Browsing.end(profile);
    }

    /** Signs in and shows a picture, live. */
    void watch(String picture) {
        screen.openLink("good");
        screen.await("connection", () -> service.subscriptions().size() >= 1);
        service.say(picture);
        service.say(Said.live("c1"));
        screen.awaitState("live");
    }

    /** Waits for words, on a feed that goes on speaking: a slow machine is not to lose it meanwhile. */
    final void awaitText(String selector, String words) {
        screen.await(selector + " says " + words, () -> {
            service.say(Said.live("c1"));
            return screen.page.locator(selector).allInnerTexts().toString().contains(words);
        });
    }

    /** Loses the connection and opens it again; the service has said nothing yet. */
    void resume() {
        service.goDown();
        screen.awaitState("stale");
        service.comeBack();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
    }
}
