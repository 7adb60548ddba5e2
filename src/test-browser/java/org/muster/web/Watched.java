package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

/**
 * A page under test, as somebody sees it: what must come is waited for, what the console and the network say meanwhile is
 * kept, and axe looks at it.
 */
abstract class Watched {
    /** Generous: other work shares the machine. Nothing is measured by it. */
    private static final long PATIENCE_MILLIS = 60_000;
    private static final double LOOK_EVERY_MILLIS = 50;

    final BrowserContext profile;
    final String origin;
    private final List<String> console = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    Page page;

    /** @param origin without a slash at its end */
    Watched(BrowserContext profile, String origin) {
        this.profile = profile;
        this.origin = origin;
        this.page = tab();
    }

    /** Another tab, watched as the first. */
    final Page tab() {
        Page opened = profile.newPage();
        opened.onConsoleMessage(line -> console.add(line.type() + ": " + line.text()));
        opened.onPageError(fault -> console.add("uncaught: " + fault));
        opened.onRequest(this::asked);
        opened.onWebSocket(socket -> {
            if (!socket.url().startsWith(origin.replaceFirst("^http", "ws") + "/")) {
                foreign.add(socket.url());
            }
        });
        return opened;
    }

    final void asked(Request request) {
        if (!request.url().startsWith(origin + "/")) {
            foreign.add(request.url());
        }
    }

    final void awaitText(String selector, String words) {
        await(selector + " says " + words, () -> page.locator(selector).count() > 0
                && page.locator(selector).first().innerText().contains(words));
    }

    final void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("gave up waiting for: %s; the page says: %s", what, page.innerText("body"))
                    .isLessThan(deadline);
            page.waitForTimeout(LOOK_EVERY_MILLIS);
        }
    }

    /** Presses keys one after the other, as a person would. */
    final void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** What axe finds wrong on the page as it is, in words. */
    final List<String> violations() {
        return found(new AxeBuilder(page));
    }

    /** The same with forced colours: axe holds the page's letters against the browser's ground, which nobody sees together. */
    final List<String> violationsButContrast() {
        return found(new AxeBuilder(page).disableRules(List.of("color-contrast")));
    }

    private static List<String> found(AxeBuilder axe) {
        return axe.analyze()
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
    }

    /** How far the page is wider than the screen. */
    final int overflow() {
        return ((Number) page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Keeps what is seen as a picture, when somebody asks for pictures. */
    final void picture(String name) {
        String folder = System.getenv("MUSTER_PICTURES");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    /** Everything the console said, errors and warnings of the browser too. */
    final List<String> console() {
        return List.copyOf(console);
    }

    /** Addresses outside the page's own origin that were asked. */
    final List<String> foreignRequests() {
        return List.copyOf(foreign);
    }
}
