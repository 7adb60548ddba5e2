package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Area;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Unit;

/** The picture against a slow and obvious computation of the same, on wild days. */
class ModelTest {
    private static final int REPORTS = 10_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20140906, 20140913})
    void the_picture_is_what_all_entries_come_to_and_survives_restarts(long seed) {
        World world = new World();
        Riot riot = new Riot(seed, world);
        Random random = new Random(seed);
        int done = 0;
        while (done < REPORTS) {
            int steps = Math.min(REPORTS - done, 1 + random.nextInt(2_500));
            riot.go(steps);
            done += steps;
            Reference reference = new Reference(world.entries, world.picture.at());
            holds(world, reference);
            PictureState before = world.picture.state();
            world.restart();
            assertThat(world.picture.state()).isEqualTo(before);
            holds(world, reference);
        }
        assertThat(world.replayed().state()).isEqualTo(world.picture.state());
    }

    private static void holds(World world, Reference reference) {
        assertThat(world.incidents).isEqualTo(reference.incidents);
        assertThat(world.units).isEqualTo(reference.units);
        assertThat(world.areas).isEqualTo(reference.areas);
        nothingIsLostBetweenAreas(world);
    }

    /** The root and elsewhere together hold every unit and report that lies anywhere, each once. */
    private static void nothingIsLostBetweenAreas(World world) {
        long atScene = world.units.values()
                .stream()
                .filter(unit -> unit.state() == DeploymentState.AT_SCENE)
                .filter(unit -> !unit.areas().isEmpty())
                .mapToLong(Unit::count)
                .sum();
        Area root = world.area("south-yorkshire");
        Area elsewhere = world.area("elsewhere");
        assertThat(root.officers().atScene() + elsewhere.officers().atScene()).isEqualTo(atScene);
        assertThat(root.reports().total() + elsewhere.reports().total())
                .isEqualTo(world.entries.stream().filter(e -> !e.areas().isEmpty()).count());
        assertThat(root.incidents().open() + elsewhere.incidents().open())
                .isEqualTo(world.incidents.values()
                        .stream()
                        .filter(incident -> incident.status() != IncidentStatus.CLOSED)
                        .count());
    }
}
