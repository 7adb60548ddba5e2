package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Entry;

/** The picture against a slow and obvious computation of the same, on wild days. */
class ModelTest {

    private static final int REPORTS = 10_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20140906, 20140913})
    void after_every_report_the_picture_is_what_all_entries_come_to(long seed) {
        World world = new World();
        Riot riot = new Riot(seed, world);
        Referee referee = new Referee(world);
        Random random = new Random(seed);
        List<PictureState> taken = new ArrayList<>();
        for (int step = 1; step <= REPORTS; step++) {
            riot.step();
            referee.looks();
            if (random.nextInt(1_000) == 0) {
                referee.looksAtAll();
                PictureState state = world.picture.state();
                taken.add(state);
                world.restart();
                assertThat(world.picture.state()).isEqualTo(state);
                referee.looksAtAll();
            }
        }
        referee.looksAtAll();
        taken.add(Picture.empty().state());
        for (PictureState state : taken) {
            assertThat(replayed(state, world)).isEqualTo(world.picture.state());
        }
    }

    /** What comes of the entries after a state. */
    private static PictureState replayed(PictureState from, World world) {
        Picture picture = Picture.restore(from);
        for (Entry entry : world.entries.subList((int) from.seq(), world.entries.size())) {
            picture.evolve(entry);
        }
        picture.advance(world.picture.at());
        return picture.state();
    }
}
