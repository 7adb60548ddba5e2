package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** The bundled page in a real browser, without a server: its files are handed over from the build. */
final class PageIT {
    private static final String ORIGIN = "http://muster.test";

    @Test
    void the_page_draws_itself_without_an_error_and_axe_finds_nothing() {
        var errors = new ArrayList<String>();
        try (var playwright = Playwright.create();
                var browser = playwright.chromium().launch(options())) {
            var page = browser.newPage();
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.route(ORIGIN + "/*", PageIT::fulfil);
            page.navigate(ORIGIN + "/index.html");
            page.waitForSelector("h1");
            assertThat(page.textContent("h1")).isEqualTo("Muster");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
        assertThat(errors).isEmpty();
    }

    /** The system's Chromium, which runs as root in a container only without its sandbox. */
    private static BrowserType.LaunchOptions options() {
        var program = System.getenv().getOrDefault("MUSTER_CHROMIUM", "/usr/bin/chromium");
        return new BrowserType.LaunchOptions().setExecutablePath(Path.of(program))
                .setArgs(List.of("--no-sandbox", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update",
                        "--disable-sync"));
    }

    private static void fulfil(Route route) {
        var name = route.request().url().substring(ORIGIN.length() + 1);
        route.fulfill(new Route.FulfillOptions().setPath(Path.of("target/classes/web", name)));
    }
}
