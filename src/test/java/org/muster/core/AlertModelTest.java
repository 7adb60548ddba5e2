package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Entry;
import org.muster.wire.EntryJson;

/** The alerts of wild days against a slow reading of the design's words. */
class AlertModelTest {

    private static final int STEPS = 4_000;
    private static final int LOOK_EVERY = 100;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20140906, 20140913, 7})
    void after_every_step_alerts_are_as_the_words_say(long seed) {
        AlertRiot riot = new AlertRiot(seed, Bend.NONE);
        for (int step = 0; step < STEPS; step++) {
            riot.step();
            if (step % LOOK_EVERY == 0) {
                riot.looks();
            }
        }
        riot.looks();
        assertThat(riot.world.replayed().state()).isEqualTo(riot.world.picture.state());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void the_same_commands_bring_the_same_entries_byte_for_byte(long seed) {
        assertThat(bytes(seed)).isEqualTo(bytes(seed));
    }

    private static List<String> bytes(long seed) {
        AlertRiot riot = new AlertRiot(seed, Bend.NONE);
        for (int step = 0; step < STEPS / 4; step++) {
            riot.step();
        }
        List<String> bytes = new ArrayList<>();
        for (Entry entry : riot.world.entries) {
            bytes.add(new String(EntryJson.encode(entry), StandardCharsets.UTF_8));
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Bend.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_bent_rule_is_noticed(Bend bend) {
        assertThatThrownBy(() -> {
            AlertRiot riot = new AlertRiot(3, bend);
            for (int step = 0; step < STEPS; step++) {
                riot.step();
            }
        }).isInstanceOf(AssertionError.class);
    }
}
