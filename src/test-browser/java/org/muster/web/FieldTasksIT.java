package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** Where a unit is sent, on its phone, with a real desk that sends it. */
final class FieldTasksIT extends WithService {
    private static final String PLACE = ",\"location\":{\"lat\":53.3966,\"lon\":-1.2537,\"place\":\"Ivanhoe Road\"}";

    /** Within this a page shows what it was answered. */
    private static final double AFTER_AN_ANSWER_MILLIS = 1_000;

    private Phone phone;
    private String deskName = "";
    private Api desk = new Api(() -> service.url(), "");

    @BeforeEach
    void open() throws Exception {
        open("desk-" + System.nanoTime(), "RT" + System.nanoTime());
    }

    private void open(String room, String unit) throws Exception {
        deskName = room;
        desk = new Api(service::url, service.token("controller", room));
        phone = Phone.open(service, browsing.phone(), unit);
        phone.link("Settings");
        phone.page.locator("#field-officers").fill("6");
        phone.link("Back");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private String opened(String words) throws Exception {
        return report("\"category\":\"disturbance\"," + words + PLACE).path("incident").asText();
    }

    private JsonNode report(String words) throws Exception {
        Api.Answer answer = desk.report(
                Api.JSON.readTree("{\"observedAt\":\"" + Instant.now() + "\"," + words + "}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private void sends(String state, String to) throws Exception {
        report(to + "\"officers\":[{\"unit\":\"" + phone.unit + "\",\"count\":6,\"state\":\""
                + state + "\"}]");
    }

    /** Sends the unit, and lets its phone ask at once, as one whose signal came back. */
    private void sendsHeard(String state, String to) throws Exception {
        sends(state, to);
        phone.page.evaluate("() => window.dispatchEvent(new Event('online'))");
    }

    private static String to(String incident) {
        return "\"incident\":\"" + incident + "\",";
    }

    /** What the record says of this phone's status reports. */
    private List<String> told() throws Exception {
        return phone.recorded()
                .stream()
                .map(entry -> entry.at("/body/report"))
                .filter(report -> report.has("officers"))
                .map(report -> report.at("/officers/0/state").asText() + ' '
                        + report.path("incident").asText(report.at("/location/place").asText()))
                .toList();
    }

    @Test
    void a_unit_that_is_sent_sees_it_at_once_and_answers_by_one_tap_each() throws Exception {
        String incident = opened("\"title\":\"Fight at the mill\","
                + "\"crowd\":{\"low\":40,\"high\":60,\"method\":\"estimate\"},"
                + "\"methane\":{\"major\":\"standby\",\"hazards\":[\"fire\"],\"access\":\"by the bridge\"}");
        sends("requested", to(incident));
        phone.awaitText(".task", "Fight at the mill");
        assertThat(phone.page.innerText(".task")).contains("Requested, ", "By " + deskName,
                "6 officers", "Ivanhoe Road · Thurcroft · reported", "Crowd 40–60, as of ", "fire",
                "by the bridge");
        phone.awaitText("#polite", "New task: Fight at the mill, from " + deskName);
        phone.button("We are on our way");
        phone.awaitText(".task .card-state", "En route, ");
        phone.button("We are there");
        phone.awaitText(".task .card-state", "At scene, ");
        phone.button("On scene");
        phone.button("We are clear");
        phone.await("it is no task any more", () -> phone.page.locator(".task").count() == 0);
        phone.await("all told", () -> phone.page.locator("[data-state=saved]").count() == 0);
        assertThat(told()).containsExactly("en-route " + incident, "at-scene " + incident,
                "at-scene " + incident, "released " + incident);
        phone.link("My tasks");
        phone.awaitText("main", "No task now.");
        phone.awaitText(".task .card-state", "Released, ");
        assertThat(phone.console()).isEmpty();
    }

    @Test
    void what_another_word_overtook_stays_told_under_what_is_now() throws Exception {
        String first = opened("\"title\":\"First call\"");
        String second = opened("\"title\":\"Second call\"");
        sendsHeard("requested", to(first));
        phone.awaitText(".task", "First call");
        sendsHeard("requested", to(second));
        phone.awaitText(".task", "Second call");
        phone.link("My tasks");
        phone.awaitText("main", "Then elsewhere.");
        assertThat(phone.page.locator(".task :is(h2, h3)").allInnerTexts())
                .containsExactly("Second call", "First call");
        assertThat(phone.page.locator(".task").first().getAttribute("data-state"))
                .isEqualTo("asked");
    }

    @Test
    void without_signal_a_task_says_how_old_it_is_and_what_was_said_of_it_waits() throws Exception {
        String incident = opened("\"title\":\"Before the tunnel\"");
        sendsHeard("requested", to(incident));
        phone.awaitText(".task", "Before the tunnel");
        assertThat(phone.page.innerText("main")).doesNotContain("There may be another task");
        phone.aeroplane(true);
        phone.button("We are on our way");
        phone.awaitText(".task", "“En route” is saved on this phone");
        phone.page.evaluate("""
                () => {
                  const key = 'muster.field.known.tasks';
                  const known = JSON.parse(localStorage.getItem(key));
                  localStorage.setItem(key, JSON.stringify({ ...known, at: known.at - 120_000 }));
                }""");
        phone.closeTab();
        phone.reopen();
        phone.awaitText(".task", "Before the tunnel");
        phone.awaitText("main", "There may be another task by now.");
        phone.aeroplane(false);
        phone.awaitText(".task .card-state", "En route, ");
        assertThat(phone.page.innerText("main")).doesNotContain("There may be another task");
        assertThat(told()).containsExactly("en-route " + incident);
    }

    @Test
    void what_was_said_in_confidence_is_told_without_words() throws Exception {
        String incident = opened("\"title\":\"Informer\",\"sensitive\":true");
        sendsHeard("requested", to(incident));
        phone.awaitText(".task", "Told in confidence: ask the control room where");
        assertThat(phone.page.innerText(".task")).contains("Disturbance", "Thurcroft")
                .doesNotContain("Informer", "Ivanhoe");
    }

    @Test
    void a_place_is_gone_to_as_it_was_told_also_by_the_buttons_of_the_status() throws Exception {
        sendsHeard("committed", PLACE.substring(1) + ',');
        phone.awaitText(".task", "Ivanhoe Road");
        phone.button("We are on our way");
        phone.awaitText(".task .card-state", "En route, ");
        phone.button("On scene");
        phone.awaitText(".task .card-state", "At scene, ");
        assertThat(told()).containsExactly("en-route Ivanhoe Road", "at-scene Ivanhoe Road");
        phone.form("All quiet");
        assertThat(phone.page.locator("#field-about").inputValue())
                .as("a form is about no such place")
                .isEmpty();
    }

    @Test
    void what_is_chosen_stays_shown_when_it_is_over() throws Exception {
        String incident = opened("\"title\":\"Nearly over\"");
        sendsHeard("requested", to(incident));
        phone.awaitText(".task", "Nearly over");
        phone.button("We are on our way");
        phone.awaitText(".task .card-state", "En route, ");
        report(to(incident) + "\"status\":\"closed\"");
        phone.awaitText(".task", "closed");
        assertThat(phone.page.evaluate(
                "() => document.querySelector('#field-about').selectedOptions[0].innerText"))
                .isEqualTo("Nearly over");
        phone.page.locator("#field-about").selectOption("");
        phone.await("nothing is offered that is over",
                () -> !phone.page.locator("#field-about").innerText().contains("Nearly over"));
    }

    @Test
    void the_next_unit_on_the_phone_is_told_nothing_of_the_one_before() throws Exception {
        sendsHeard("requested", to(opened("\"title\":\"Not yours\"")));
        phone.awaitText(".task", "Not yours");
        phone.profile.route("**/api/v1/tasks", Route::abort);
        phone.endSession();
        String next = service.token("field", "NEXT" + System.nanoTime());
        phone.page.evaluate("() => { location.hash = 'sign-in'; }");
        phone.signInWith(next);
        phone.awaitText(".head", "Unit NEXT");
        assertThat(phone.page.innerText("main")).doesNotContain("Not yours");
        phone.link("My tasks (0)");
        phone.awaitText("main", "Tasks were not read yet");
        phone.profile.unroute("**/api/v1/tasks");
        phone.awaitText("main", "Nobody sent this unit anywhere");
    }

    /** A question that is held; what it is answered is of the moment when it was asked. */
    private record Held(Route route, APIResponse answer) {
        void answered() {
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        }
    }

    /** Opens the page anew and holds back what it asks for tasks from then on. */
    private List<Held> held() {
        var held = new ArrayList<Held>();
        phone.profile.route("**/api/v1/tasks", route -> held.add(new Held(route, route.fetch())));
        phone.reload();
        phone.await("tasks are asked for", () -> !held.isEmpty());
        return held;
    }

    @Test
    void an_answer_that_a_later_one_overtook_is_not_told() throws Exception {
        sendsHeard("requested", to(opened("\"title\":\"Answered late\"")));
        phone.awaitText(".task", "Answered late");
        List<Held> held = held();
        phone.button("We are on our way");
        phone.await("tasks are asked for again", () -> held.size() > 1);
        held.get(1).answered();
        phone.awaitText(".task .card-state", "En route, ");
        held.getFirst().answered();
        phone.page.waitForTimeout(AFTER_AN_ANSWER_MILLIS);
        assertThat(phone.page.innerText(".task .card-state")).contains("En route, ");
    }

    @Test
    void an_answer_that_is_under_way_when_the_next_unit_signs_in_is_not_told_to_it()
            throws Exception {
        sendsHeard("requested", to(opened("\"title\":\"Under way\"")));
        phone.awaitText(".task", "Under way");
        List<Held> held = held();
        phone.endSession();
        String next = service.token("field", "NEXT" + System.nanoTime());
        phone.page.evaluate("() => { location.hash = 'sign-in'; }");
        phone.signInWith(next);
        phone.awaitText(".head", "Unit NEXT");
        held.getFirst().answered();
        phone.page.waitForTimeout(AFTER_AN_ANSWER_MILLIS);
        assertThat(phone.page.innerText("main")).doesNotContain("Under way");
        held.getLast().answered();
        phone.link("My tasks (0)");
        phone.awaitText("main", "Nobody sent this unit anywhere");
    }

    @Test
    void tasks_are_clean_and_nothing_hides_them_in_every_theme() throws Exception {
        phone.close();
        open("desk-2", "C14");
        String incident = opened("\"title\":\"Disturbance, Ivanhoe Road\","
                + "\"crowd\":{\"low\":40,\"high\":60,\"method\":\"estimate\"},"
                + "\"methane\":{\"major\":\"standby\",\"hazards\":[\"fire\",\"bottles\"],\"access\":\"by the bridge\"}");
        sendsHeard("requested", to(opened("\"title\":\"Affray, Mill Lane\"")));
        sendsHeard("requested", to(incident));
        phone.awaitText(".task", "Disturbance, Ivanhoe Road");
        for (String theme : List.of("light", "dark", "forced")) {
            FieldLooksIT.wear(phone, theme);
            FieldLooksIT.look(phone, "task-" + theme);
            assertThat((Boolean) phone.page.evaluate("""
                    () => document.querySelector('.task button').getBoundingClientRect().bottom
                      < document.querySelector('.emergency').getBoundingClientRect().top"""))
                    .as("answered without scrolling")
                    .isTrue();
            phone.link("My tasks");
            phone.awaitText("main", "Then elsewhere.");
            FieldLooksIT.look(phone, "tasks-" + theme);
            phone.link("Back");
        }
        phone.page.emulateMedia(new Page.EmulateMediaOptions());
    }
}
