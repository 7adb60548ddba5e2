package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.config.Limits;
import org.muster.door.Mutations;

/** Whatever a client says on the stream, it is a message or a refusal. */
final class FuzzTest {

    private static final int CASES = 5_000;
    private static final String LOOKING = "{\"type\":\"looking\",\"alert\":\"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11\"}";
    private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"areas\":[\"rotherham\"],"
            + "\"topics\":[\"reports\",\"areas\"],\"after\":\"0cf0fa492397.3\"}";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_message_is_read_or_refused_seed(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = Mutations.of(i % 2 == 0 ? SUBSCRIBE : LOOKING, chance);
            if (new Fragments(Limits.defaults().stream()).text(bytes,
                    true) instanceof Fragments.Step.Text(var text)) {
                assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
                if (ClientMessage.parse(text) instanceof ClientMessage.Bad(var why)) {
                    assertThat(why.detail()).isNotBlank();
                }
            }
        }
    }
}
