package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.ServiceProcess;

/** A real service that lets each credential open one stream, and whom it gives none. */
final class NoStreamServiceIT {
    private static Browsing browsing;
    private static ServiceProcess service;
    private BrowserContext first;
    private BrowserContext second;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browsing = new Browsing();
        service = ServiceProcess.start(folder.resolve("data"),
                Map.of("MUSTER_LIMITS_CONNECTIONS_PER_USER_MAX", "1"));
    }

    @AfterAll
    static void stop() {
        browsing.close();
        service.close();
    }

    @BeforeEach
    void open() {
        first = browsing.profile();
        second = browsing.profile();
    }

    @AfterEach
    void close() {
        Browsing.end(first);
        Browsing.end(second);
    }

    @Test
    void an_administrator_is_told_that_the_role_shows_nothing_and_who_gives_another_token()
            throws Exception {
        Screen screen = new Screen(first, Desk.origin(service));
        screen.signIn(service.token("admin", "keeper"));
        screen.awaitText("main", "The role admin shows no reports, figures or alerts");
        screen.awaitText("main", "an administrator gives one");
        assertThat(screen.page.locator(".loading").count()).isZero();
        assertThat(screen.strip()).contains("The service refuses the stream");
        assertThat(screen.violations()).isEmpty();
        screen.menu("Sign out");
        screen.page.getByLabel("Token").waitFor();
    }

    @Test
    void a_second_window_of_one_token_is_told_so_and_goes_on_when_the_first_is_closed()
            throws Exception {
        String token = service.token("controller", "desk-1");
        Screen one = new Screen(first, Desk.origin(service));
        one.signIn(token);
        one.awaitState("live");
        Screen two = new Screen(second, Desk.origin(service));
        two.signIn(token);
        two.awaitText("main", "has at most 1 streams open at once");
        assertThat(two.strip()).contains("Close another window");
        one.page.close();
        two.awaitState("live");
        two.page.locator("muster-board").waitFor();
    }
}
