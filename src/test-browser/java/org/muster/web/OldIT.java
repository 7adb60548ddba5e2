package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was not heard of for longer than the operator's limits says so wherever it stands, while the feed itself lives. */
final class OldIT extends ScriptedBoard {
    private static final String LIMITS = """
            {"categories":[],"offences":[],"unitRoles":["psu","spotter"],"methods":[],"moods":[],"states":[],
             "statuses":[],"estimateMinutes":20,"silentMinutes":90,"checkInMinutes":{"spotter":45}}""";
    private final Instant now = Instant.now();
    private MapScreen map;

    @BeforeEach
    void onTheMap() {
        map = new MapScreen(screen);
        service.answer("/catalogue", 200, LIMITS);
    }

    private String minutesAgo(int minutes) {
        return now.minus(Duration.ofMinutes(minutes)).toString();
    }

    private String incident(String id, int minutes) {
        return Said.open(id, "Incident " + id)
                .replaceFirst("\"asOf\":\"[^\"]*\"", "\"asOf\":\"" + minutesAgo(minutes) + "\"");
    }

    private void unit(String id, String role, double lat, int minutes) {
        service.say("""
                {"type":"units","units":[{"unit":"%s","role":"%s","count":25,"state":"at-scene",
                 "incident":null,"protest":null,"location":{"lat":%s,"lon":-1.3},
                 "areas":["rotherham"],"effectiveAt":"%s","observer":"%s","nightsInARow":1,
                 "atSceneSince":null}],"left":[]}""".formatted(id, role, lat, minutesAgo(minutes),
                id));
    }

    private boolean isOld(String id) {
        return map.thing(id).path("old").asBoolean();
    }

    @Test
    void a_crowd_that_was_estimated_long_ago_is_marked_in_lists_and_on_the_map() {
        watch(Said.picture("c0", incident("i1", 25),
                incident("i2", 15).replace("\"lat\":53.3966", "\"lat\":53.6")));
        map.awaitThing("i1");
        map.awaitThing("i2");
        screen.await("the limits", () -> isOld("i1"));
        assertThat(isOld("i2")).isFalse();
        assertThat(map.labels()).anyMatch(label -> label.matches("Incident i1 40–60 old"));
        assertThat(screen.page.locator("muster-incidents [data-incident='i1']").innerText())
                .containsPattern("25 min old\\s+old");
        assertThat(screen.page.locator("muster-incidents [data-incident='i2'] .old").count())
                .isZero();
        screen.page.navigate(ScriptedService.ORIGIN + "/#sel=area.rotherham");
        screen.awaitText("muster-selected", "2 sources");
        assertThat(screen.page.locator("muster-selected .old").count()).isEqualTo(1);
        assertThat(screen.violations()).isEmpty();
    }

    @Test
    void a_unit_is_old_when_its_kind_may_be_silent_no_longer() {
        watch(Said.picture("c0"));
        unit("RT1", "spotter", 53.40, 50);
        unit("RT2", "psu", 53.60, 50);
        map.awaitThing("RT1");
        map.awaitThing("RT2");
        screen.await("the limits", () -> isOld("RT1"));
        assertThat(isOld("RT2")).isFalse();
        screen.list("units");
        assertThat(screen.page.locator("[data-unit='RT1'] .old").innerText()).contains("old");
        assertThat(screen.page.locator("[data-unit='RT2'] .old").count()).isZero();
        unit("RT1", "spotter", 53.40, 0);
        screen.await("its new word", () -> !isOld("RT1"));
        assertThat(screen.page.locator("[data-unit='RT1'] .old").count()).isZero();
    }
}
