package org.muster.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** A Chromium of this machine, without a window. One thread uses it. */
final class Browsing implements AutoCloseable {
    /** A name of this machine that a browser does not trust as it trusts the machine itself. */
    static final String INSECURE_HOST = "phone.test";

    /** Root in a container has no sandbox; the rest keeps Chromium from calling home. */
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--autoplay-policy=document-user-activation-required",
            "--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1");

    private static final int GOING_SECONDS = 30;

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));

    /** A browser profile of its own: no cookie, nothing stored. */
    BrowserContext profile() {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 720)
                .setTimezoneId("Europe/London")
                .setLocale("en-GB"));
    }

    /** One in the time zone of this machine, which a test may change. */
    BrowserContext travellingProfile() {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale("en-GB"));
    }

    /** That of a phone: small, and touched. */
    BrowserContext phone() {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740)
                .setHasTouch(true)
                .setTimezoneId("Europe/London")
                .setLocale("en-GB"));
    }

    /** One that takes the certificate of whoever answers. */
    BrowserContext trustingProfile() {
        return browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
    }

    /**
     * Ends a profile, its pages first: what one still asks for would meet a profile that is half gone. A page that does
     * not go, as one whose worker was just replaced may do, goes with its process.
     */
    static void end(BrowserContext profile) {
        try (var watching = Executors.newSingleThreadScheduledExecutor()) {
            var overdue = watching.schedule(Browsing::endPages, GOING_SECONDS, TimeUnit.SECONDS);
            profile.pages().forEach(Page::close);
            profile.close();
            overdue.cancel(false);
        }
    }

    private static void endPages() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("--type=renderer"))
                        .isPresent())
                .forEach(ProcessHandle::destroy);
    }

    private static Path chromium() {
        return Stream
                .concat(Optional.ofNullable(System.getenv("MUSTER_CHROMIUM")).stream(),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium found: install one, or name it in MUSTER_CHROMIUM."));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
