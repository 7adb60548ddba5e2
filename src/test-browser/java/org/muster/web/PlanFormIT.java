package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** Protests planned, changed and cancelled by keyboard. */
final class PlanFormIT extends AtDesk {
    /** The zone of the browser's profile. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d.M.yyyy HH:mm");

    /** A protest of this day in two weeks, planned by somebody else. */
    private String planned(String title, double lat, LocalDateTime start) throws Exception {
        ObjectNode plan = Api.JSON.createObjectNode();
        plan.put("id", UUID.randomUUID().toString()).put("title", title);
        plan.put("category", "static-assembly").put("officersPlanned", 60);
        plan.put("startsAt", start.atZone(LOCAL).toInstant().toString());
        plan.putObject("place").put("type", "Point").putArray("coordinates").add(-1.3566).add(lat);
        String id = desk.plan(plan).path("id").asText();
        desk.screen.await(title,
                () -> (Boolean) desk.screen.page.evaluate(
                        "id => document.querySelector('muster-forms').picture.protests.has(id)",
                        id));
        return id;
    }

    private static LocalDateTime inTwoWeeks(int hour) {
        return LocalDateTime.now(LOCAL).plusDays(14).toLocalDate().atTime(hour, 0);
    }

    private JsonNode protest(String id) throws Exception {
        return desk.api.get("protests/" + id);
    }

    private void select(String id) {
        desk.screen.page.evaluate("id => { location.hash = `sel=protest.${id}`; }", id);
        desk.screen.page.locator("muster-selected [data-id='" + id + "']").waitFor();
    }

    @Test
    void a_plan_is_typed_and_its_clash_is_shown_when_it_is_saved() throws Exception {
        LocalDateTime noon = inTwoWeeks(12);
        String march = planned("March of the morning", 53.4308, noon);
        desk.press("Alt+p");
        desk.awaitFocus("title");
        desk.type("Counter of the morning");
        desk.press("Tab");
        desk.type("stat");
        desk.press("Tab");
        desk.type(TYPED.format(noon));
        desk.press("Tab");
        desk.type("14:30");
        desk.press("Tab");
        desk.type("53.4300, -1.3566");
        desk.press("Tab", "Tab", "Tab");
        desk.type("50-100");
        desk.press("Tab");
        desk.type("40");
        desk.press("Tab");
        desk.type("Committee");
        desk.press("Tab");
        desk.type("march of the m");
        desk.press("Enter");
        desk.screen.awaitText(".chosen", "March of the morning");
        desk.press("Tab", "Tab");
        desk.type("Town centre open as usual.");
        desk.picture("plan");
        assertThat(desk.violations()).as("the form").isEmpty();
        desk.press("Enter");
        desk.screen.awaitText(".receipt", "One clash was found:");
        System.out.println("a plan with all its fields: " + desk.strokes() + " keys");
        assertThat(desk.screen.page.locator(".receipt").innerText())
                .contains("Clashes with March of the morning", "opposed", "89 m");
        assertThat(desk.violations()).as("the outcome").isEmpty();
        desk.picture("plan-clash");
        JsonNode saved = protest((String) desk.screen.page
                .evaluate("() => document.querySelector('muster-plan-form').saved.id"));
        assertThat(saved.path("startsAt").asText()).isEqualTo(saidAt(noon));
        assertThat(saved.path("endsAt").asText())
                .isEqualTo(saidAt(noon.withHour(14).withMinute(30)));
        assertThat(saved.path("opposes").get(0).asText()).isEqualTo(march);
        assertThat(saved.path("expected").toString()).isEqualTo("{\"low\":50,\"high\":100}");
        assertThat(saved.path("organisation").asText()).isEqualTo("Committee");
        desk.awaitFocus("Close");
        desk.press("Enter");
        assertThat(desk.screen.page.locator("dialog[open]").count()).isZero();
    }

    /** A moment as the service writes it. */
    private static String saidAt(LocalDateTime local) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX")
                .format(local.atZone(LOCAL).withZoneSameInstant(ZoneOffset.UTC));
    }

    @Test
    void what_was_begun_outlives_a_session_that_ends_while_it_is_written() throws Exception {
        String mine = service.token("controller", "planner");
        desk.signIn(mine);
        desk.press("Alt+n");
        desk.awaitFocus("callSign");
        desk.press("Tab", "Tab");
        desk.type("Half a street");
        desk.press("Escape", "Alt+p");
        desk.awaitFocus("title");
        desk.type("Half a plan");
        desk.screen.page
                .evaluate("() => fetch('/api/v1/session', { method: 'DELETE' }).then(() => true)");
        desk.screen.awaitText(".sign-in", "session");
        desk.screen.page.getByLabel("Token").fill(mine);
        desk.press("Enter");
        desk.screen.awaitState("live");
        desk.screen.awaitText("[data-action='plan']", "draft");
        desk.press("Alt+p");
        desk.awaitFocus("title");
        assertThat(desk.value("title")).isEqualTo("Half a plan");
        desk.press("Escape", "Alt+n");
        desk.awaitFocus("callSign");
        assertThat(desk.value("place")).isEqualTo("Half a street");
    }

    @Test
    void who_changes_what_somebody_else_changed_meanwhile_sees_what_that_was() throws Exception {
        String id = planned("Vigil", 53.45, inTwoWeeks(18));
        select(id);
        desk.screen.page.locator("[data-action='change']").focus();
        desk.press("Enter");
        desk.awaitFocus("title");
        desk.press("Control+a");
        desk.type("Vigil and march");
        JsonNode before = protest(id);
        ObjectNode other = Api.JSON.createObjectNode();
        other.put("title", "Vigil").put("category", "static-assembly");
        other.put("startsAt", before.path("startsAt").asText()).put("officersPlanned", 90);
        other.set("place", before.path("place"));
        assertThat(desk.api.change("protests/" + id, "*", other).status()).isEqualTo(200);
        desk.press("Enter");
        desk.screen.awaitText(".form-words", "somebody else changed this plan");
        assertThat(desk.screen.page.locator(".changes").innerText())
                .contains("Officers planned: was 60, is 90");
        desk.picture("plan-stale");
        assertThat(desk.violations()).isEmpty();
        assertThat(protest(id).path("title").asText()).isEqualTo("Vigil");
        desk.press("Enter");
        desk.screen.awaitText(".receipt", "Changed: Vigil and march");
        assertThat(protest(id).path("officersPlanned").asInt()).isEqualTo(60);
        assertThat(protest(id).path("startsAt")).isEqualTo(before.path("startsAt"));
        assertThat(protest(id).path("place")).isEqualTo(before.path("place"));
    }

    @Test
    void a_protest_is_cancelled_only_after_it_was_asked() throws Exception {
        String id = planned("Called off", 53.46, inTwoWeeks(9));
        select(id);
        desk.screen.page.locator("[data-action='cancel']").focus();
        desk.press("Enter");
        desk.screen.awaitText(".dialog-cancel", "Cancel “Called off”?");
        assertThat(desk.violations()).isEmpty();
        desk.press("Escape");
        assertThat(protest(id).path("status").asText()).isEqualTo("planned");
        desk.press("Enter");
        desk.awaitFocus("reason");
        desk.type("Organiser withdrew");
        desk.press("Enter");
        desk.screen.awaitText("muster-selected .chips", "cancelled");
        assertThat(protest(id).path("status").asText()).isEqualTo("cancelled");
        assertThat(desk.screen.page.locator("#polite").innerText())
                .contains("Called off is cancelled");
        assertThat(desk.screen.page.locator("[data-action='change']").getAttribute("aria-disabled"))
                .isEqualTo("true");
    }

    @Test
    void what_a_plan_lacks_stands_at_its_field_before_and_after_it_was_sent() throws Exception {
        desk.press("Alt+p");
        desk.awaitFocus("title");
        desk.press("Enter");
        desk.screen.awaitText("[data-field='title'] .fault", "needs a title");
        assertThat(desk.screen.page.locator(".fault").count()).isEqualTo(3);
        desk.awaitFocus("title");
        desk.type("Ends before it starts");
        desk.press("Tab");
        desk.type("stat");
        desk.press("Tab");
        desk.type(TYPED.format(inTwoWeeks(15)));
        desk.press("Tab");
        desk.type(TYPED.format(inTwoWeeks(14)));
        desk.press("Enter");
        desk.screen.awaitText("[data-field='end'] .fault", "must be after startsAt");
        desk.awaitFocus("end");
        assertThat(desk.violations()).isEmpty();
        desk.press("Escape");
        assertThat(desk.screen.page.locator("[data-action='plan']").innerText()).contains("draft");
    }

    @Test
    void a_place_is_picked_on_the_map_by_keyboard_and_the_form_comes_back() throws Exception {
        desk.press("Alt+p");
        desk.awaitFocus("title");
        desk.press("Tab", "Tab", "Tab", "Tab", "Tab");
        desk.awaitFocus("Pick on the map");
        desk.press("Enter");
        desk.screen.page.locator(".map-asked").waitFor();
        assertThat(desk.screen.page.locator(".dialog-plan").isVisible()).isFalse();
        desk.press("Enter");
        desk.awaitFocus("place");
        assertThat(desk.value("place")).matches("5\\d\\.\\d{5}, -?\\d\\.\\d{5}");
    }
}
