package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing out while the service does not answer, from a scripted service. */
final class SignOutIT extends ScriptedBoard {
    private static final String OWED = "You are signed out here; the service will be told when it is back.";

    /** Methods and paths that were answered, in order. */
    private final List<String> answered = new ArrayList<>();

    @BeforeEach
    void listen() {
        screen.page.onResponse(response -> {
            if (response.url().contains("/api/v1/")) {
                answered.add(response.request().method() + " "
                        + response.url().replaceFirst(".*/api/v1", ""));
            }
        });
    }

    private void signOutUnheard() {
        watch(Said.picture("c0"));
        service.goDown();
        screen.awaitState("stale");
        screen.menu("Sign out");
        screen.awaitText(".sign-in", OWED);
        answered.clear();
    }

    private boolean isOwed() {
        return (Boolean) screen.page
                .evaluate("() => localStorage.getItem('muster.endOwed') !== null");
    }

    @Test
    void the_session_ends_as_soon_as_the_service_answers_and_that_is_said() {
        signOutUnheard();
        screen.awaitText("#polite", OWED);
        assertThat(screen.violations()).isEmpty();
        screen.picture("sign-out-owed");
        service.comeBack();
        screen.page.evaluate("() => window.dispatchEvent(new Event('online'))");
        screen.await("told", () -> answered.contains("DELETE /session"));
        screen.awaitText("#polite", "was told: your session is over there too");
        screen.await("the words are gone", () -> screen.page.getByText(OWED).count() == 0);
        assertThat(isOwed()).isFalse();
    }

    @Test
    void it_is_told_by_itself_without_any_sign_from_the_browser() {
        signOutUnheard();
        service.comeBack();
        screen.await("told", () -> answered.contains("DELETE /session"));
    }

    @Test
    void a_browser_that_can_keep_nothing_more_ends_the_session_all_the_same() {
        screen.page.addInitScript("""
                Storage.prototype.setItem = () => {
                  throw new DOMException('full', 'QuotaExceededError');
                };""");
        watch(Said.picture("c0"));
        answered.clear();
        screen.menu("Sign out");
        screen.page.getByLabel("Token").waitFor();
        screen.await("told", () -> answered.contains("DELETE /session"));
    }

    @Test
    void a_reload_forgets_nothing_and_asks_for_nothing_else() {
        signOutUnheard();
        screen.page.reload();
        screen.awaitText(".sign-in", OWED);
        assertThat(answered).isEmpty();
        service.comeBack();
        screen.page.reload();
        screen.await("told", () -> answered.contains("DELETE /session"));
        screen.await("the words are gone", () -> screen.page.getByText(OWED).count() == 0);
        assertThat(answered).containsExactly("DELETE /session");
    }

    @Test
    void who_signs_in_next_ends_the_session_before_first_of_all() {
        signOutUnheard();
        screen.page.getByLabel("Token").fill("good");
        screen.page.getByLabel("Token").press("Enter");
        screen.awaitText("#token-refused", "The service does not answer");
        assertThat(answered).isEmpty();
        service.comeBack();
        screen.page.getByLabel("Token").press("Enter");
        screen.await("signed in", () -> answered.contains("GET /session"));
        assertThat(answered.subList(0, 3)).containsExactly("DELETE /session", "POST /session",
                "GET /session");
        assertThat(isOwed()).isFalse();
    }

    @Test
    void who_signs_out_while_the_service_answers_is_owed_nothing() {
        watch(Said.picture("c0"));
        screen.menu("Sign out");
        screen.page.getByLabel("Token").waitFor();
        screen.awaitText("#polite", "You are signed out.");
        assertThat(isOwed()).isFalse();
        assertThat(screen.page.getByText(OWED).count()).isZero();
    }
}
