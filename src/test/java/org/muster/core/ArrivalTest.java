package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Area;
import org.muster.model.Command;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.Protest;

/** What was seen makes the picture; in which order it came in makes none. */
class ArrivalTest {

    private static final int ORDERS = 6;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9, 10})
    void the_same_reports_in_another_order_make_the_same_picture(long seed) {
        Random random = new Random(seed);
        Script script = new Script(seed, Duration.ofSeconds(100));
        World first = delivered(script.inSomeOrder(random));
        for (int i = 1; i < ORDERS; i++) {
            World other = delivered(script.inSomeOrder(random));
            assertThat(incidents(other)).isEqualTo(incidents(first));
            assertThat(protests(other)).isEqualTo(protests(first));
            assertThat(other.units).isEqualTo(first.units);
            assertThat(areas(other)).isEqualTo(areas(first));
        }
    }

    /** All of one moment: the newest is the last to come then, but what adds up adds up to the same. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void what_adds_up_does_so_in_any_order_of_what_was_seen_at_one_moment(long seed) {
        Random random = new Random(seed);
        Script script = new Script(seed, Duration.ZERO);
        World first = delivered(script.inSomeOrder(random));
        for (int i = 1; i < ORDERS; i++) {
            World other = delivered(script.inSomeOrder(random));
            assertThat(sums(other)).isEqualTo(sums(first));
        }
    }

    private static World delivered(List<Command> commands) {
        World world = new World();
        world.settings(World.settings(30, 60), new RiotMap(0));
        world.to(Script.end());
        commands.forEach(world::record);
        return world;
    }

    /** Which came first is of the record; when a void one ended is of receipt. */
    private static Map<Object, Object> incidents(World world) {
        Map<Object, Object> all = new HashMap<>();
        for (Incident one : world.incidents.values()) {
            all.put(one.id(), one.isVoid() ? "void"
                    : List.of(one.status(), one.category(), String.valueOf(one.closingCategory()),
                            String.valueOf(one.title()), String.valueOf(one.location()),
                            one.areas(), one.openedAt(), String.valueOf(one.closedAt()),
                            one.figures(), one.links(), String.valueOf(one.methane()),
                            String.valueOf(one.crime()), String.valueOf(one.crimeRef()),
                            one.sensitive(), one.drill(), String.valueOf(one.externalRef())));
        }
        return all;
    }

    private static Map<Object, Object> protests(World world) {
        Map<Object, Object> all = new HashMap<>();
        for (Protest one : world.protests.values()) {
            all.put(one.id(), one.isVoid() ? "void"
                    : List.of(one.status(), one.planned(), String.valueOf(one.title()), one.plan(),
                            one.areas(), String.valueOf(one.endedAt()), one.clashes(),
                            one.figures(), one.sensitive(), String.valueOf(one.externalRef())));
        }
        return all;
    }

    /** Where a report without a place of its own was counted is where its incident was by then: of receipt. */
    private static Map<String, Object> areas(World world) {
        Map<String, Object> all = new HashMap<>();
        for (Area area : world.areas.values()) {
            all.put(area.id(),
                    List.of(area.incidents(), area.protests(), String.valueOf(area.crowd()),
                            area.officers(), area.arrests(),
                            String.valueOf(area.peoplePerOfficer())));
        }
        return all;
    }

    private static Map<Object, Object> sums(World world) {
        Map<Object, Object> all = new HashMap<>();
        world.incidents.values().forEach(one -> all.put(one.id(), sums(one.figures())));
        world.protests.values().forEach(one -> all.put(one.id(), sums(one.figures())));
        return all;
    }

    private static Object sums(Figures figures) {
        return List.of(figures.reports(), figures.arrests(), figures.injured(), figures.reporters(),
                String.valueOf(figures.lastReportAt()));
    }
}
