package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;

/** Finding things: what the page has loaded, then what the service finds by its words. */
final class FindIT extends ScriptedBoard {
    /** Longer than the finder waits before it asks the service. */
    private static final double PAUSE_MILLIS = 600;
    private static final String INCIDENTS = "**/api/v1/incidents?q=*";

    private final List<String> searched = new ArrayList<>();

    private void open() {
        watch(Said.picture("c0", Said.open("i1", "Ivanhoe Road")));
        screen.page.onRequest(request -> {
            if (request.url().contains("?q=")) {
                searched.add(request.url().replaceFirst(".*/api/v1/", ""));
            }
        });
    }

    private void find(String words) {
        screen.page.locator("[data-action='find']").click();
        screen.await("the finder", () -> screen.page.locator("#command:focus").count() == 1);
        screen.page.keyboard().insertText(words);
    }

    private List<String> offered() {
        return screen.page.locator("#command-list [role='option']").allInnerTexts();
    }

    private static String page(String next, String... incidents) {
        return "{\"items\":[" + String.join(",", incidents) + "],\"next\":" + next + "}";
    }

    private static String[] closed(int count) {
        String[] all = new String[count];
        for (int index = 0; index < count; index++) {
            all[index] = Said.incident("c" + index, "Barricade " + index, "closed");
        }
        return all;
    }

    private void awaitWords(String words) {
        awaitText(".commands-words", words);
    }

    @Test
    void a_slash_finds_but_in_the_queue_where_it_filters_and_where_letters_are_off() {
        String alerts = SaidAlerts.picture(SaidAlerts.alert("a", "high", "Alert a", Instant.now()));
        watch(alerts);
        assertThat(screen.page.locator("[data-action='find']").innerText()).matches("Find\\s*/");
        screen.press("F3", "/");
        screen.await("the finder", () -> screen.page.locator("#command:focus").count() == 1);
        screen.page.keyboard().type("a/b");
        assertThat(screen.page.locator("#command").inputValue()).isEqualTo("a/b");
        screen.press("Escape", "F2", "/");
        screen.await("the filter", () -> screen.page.locator(".queue-filter:focus").count() == 1);
        assertThat(screen.page.locator("muster-commands dialog[open]").count()).isZero();
        screen.page.evaluate("() => localStorage.setItem('muster.letters', 'off')");
        screen.page.reload();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(alerts);
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.press("F3", "/");
        screen.page.setViewportSize(1920, 1080);
        screen.awaitText("[data-action='find']", "Ctrl+K");
        assertThat(screen.page.locator("muster-commands").count()).isZero();
        screen.press("Control+k");
        screen.await("the finder", () -> screen.page.locator("#command:focus").count() == 1);
    }

    @Test
    void the_button_is_in_sight_with_its_key_at_every_width() {
        open();
        for (int width : new int[] {1920, 1280, 1100, 1000, 701}) {
            screen.page.setViewportSize(width, 740);
            assertThat(screen.page.locator("[data-action='find'] kbd").isVisible()).as("%s", width)
                    .isTrue();
        }
        for (int width : new int[] {360, 320}) {
            screen.page.setViewportSize(width, 740);
            find("ivan");
            screen.await("a hit", () -> offered().size() == 1);
            assertThat(screen.page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("%s", width)
                    .isEqualTo(width);
            screen.press("Escape");
            screen.await("focus back",
                    () -> screen.page.locator("[data-action='find']:focus").count() == 1);
        }
    }

    @Test
    void what_closed_long_ago_comes_after_what_is_loaded_and_opens_when_it_is_chosen() {
        open();
        service.answer("/incidents?q=*", 200,
                page("null", Said.open("i1", "Ivanhoe Road"),
                        Said.incident("old", "Ivanhoe Street", "closed")
                                .replaceAll("\"openedAt\":\"[^\"]*\"",
                                        "\"openedAt\":\"2014-09-06T20:40:00.000Z\"")));
        find("ivanhoe");
        awaitWords("The service found 1 more.");
        assertThat(offered()).hasSize(2);
        assertThat(offered().get(0)).startsWith("Ivanhoe Road");
        assertThat(offered().get(1)).startsWith("Ivanhoe Street")
                .contains("Incident · closed · 6 Sept 21:40 L");
        screen.awaitText("#polite", "The service found 1 more.");
        assertThat(screen.violations()).isEmpty();
        screen.picture("find");
        screen.press("ArrowDown", "Enter");
        screen.await("it is selected", () -> screen.page.url().contains("sel=incident.old"));
        screen.awaitText("muster-selected h2", "Closed old");
    }

    @Test
    void nothing_is_asked_while_somebody_types_and_what_was_asked_before_is_given_up() {
        open();
        List<Route> waiting = new ArrayList<>();
        screen.page.route(INCIDENTS, waiting::add);
        find("barri");
        screen.await("one question", () -> waiting.size() == 1);
        var given = new ArrayList<String>();
        screen.page.onRequestFailed(request -> given.add(request.url()));
        screen.page.keyboard().insertText("cade");
        screen.await("the next one", () -> waiting.size() == 2);
        assertThat(given).isNotEmpty().allMatch(url -> url.contains("q=barri&"));
        assertThat(searched.stream().filter(url -> url.startsWith("incidents")))
                .containsExactly("incidents?q=barri&limit=30", "incidents?q=barricade&limit=30");
        waiting.get(1).fulfill(new Route.FulfillOptions().setBody(page("null", closed(1))));
        awaitWords("The service found 1 more.");
    }

    @Test
    void more_than_is_shown_is_counted_and_to_be_narrowed() {
        open();
        service.answer("/incidents?q=*", 200, page("null", closed(9)));
        find("barricade");
        awaitWords("The service found 6 more. And 3 more: narrow it.");
        assertThat(offered()).hasSize(6);
        service.answer("/incidents?q=*", 200, page("\"c.1\"", closed(30)));
        screen.page.keyboard().insertText(" 1");
        awaitWords("And more than 24 more: narrow it.");
    }

    @Test
    void a_service_that_cannot_be_searched_says_why_and_hides_nothing_that_is_loaded() {
        open();
        screen.page.route(INCIDENTS,
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)
                        .setHeaders(Map.of("Content-Type", "application/problem+json",
                                "X-Request-Id", "ref-78"))
                        .setBody("{\"status\":503,\"detail\":\"The index is behind.\"}")));
        find("ivan");
        awaitWords("The service could not be searched. The index is behind. Reference ref-78. "
                + "What the page has loaded is found all the same.");
        assertThat(offered()).hasSize(1);
        screen.awaitText("#polite", "could not be searched");
        screen.page.unroute(INCIDENTS);
        screen.page.route(INCIDENTS, Route::abort);
        screen.page.keyboard().insertText("h");
        awaitWords("The service could not be searched. The service does not answer.");
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void neither_a_replay_nor_a_feed_that_is_lost_asks_the_service_and_both_say_so() {
        open();
        service.goDown();
        screen.awaitState("stale");
        find("ivan");
        screen.awaitText(".commands-words",
                "The feed is not live: only what the page has loaded is found.");
        assertThat(offered()).hasSize(1);
        screen.press("Escape");
        service.comeBack();
        screen.await("connection", () -> service.subscriptions().size() >= 2);
        service.say(Said.live("c2"));
        screen.awaitState("live");
        screen.page.route("**/api/v1/picture?at=*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setBody(Said.picture("c0", Said.open("i9", "Ivanhoe Mill")))));
        screen.press("Alt+r");
        screen.page.locator("muster-app[data-past]").waitFor();
        find("ivan");
        awaitWords("In a replay only what the page has loaded is found");
        screen.page.waitForTimeout(PAUSE_MILLIS);
        assertThat(searched).isEmpty();
        assertThat(offered()).singleElement().asString().startsWith("Ivanhoe Mill");
    }

    @Test
    void the_finder_stands_in_both_themes_and_without_incidents_asks_for_protests_alone() {
        watch(Said.picture("c0", List.of("areas", "protests")));
        screen.page.onRequest(request -> {
            if (request.url().contains("?q=")) {
                searched.add(request.url().replaceFirst(".*/api/v1/", ""));
            }
        });
        service.answer("/protests?q=*", 200,
                page("null", Said.protest("p9", "March of old", "ended", Instant.now())));
        screen.menu("Light theme");
        find("march of");
        awaitWords("The service found 1 more.");
        assertThat(searched).allMatch(url -> url.startsWith("protests?"));
        assertThat(screen.violations()).isEmpty();
        screen.page
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(screen.violationsButContrast()).isEmpty();
        screen.press("Enter");
        screen.await("its screen", () -> screen.page.url().contains("view=protest.p9"));
    }
}
