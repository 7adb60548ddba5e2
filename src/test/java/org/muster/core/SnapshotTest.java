package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture leaves behind for the next start. */
class SnapshotTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4})
    void a_state_written_as_json_and_read_again_goes_on_the_same(long seed) throws IOException {
        World world = new World();
        Riot riot = new Riot(seed, world);
        riot.go(800);
        PictureState state = world.picture.state();
        ObjectMapper mapper = new ObjectMapper();
        PictureState read = mapper.readValue(mapper.writeValueAsBytes(state), PictureState.class);
        assertThat(read).isEqualTo(state);
        world.picture = Picture.restore(read);
        riot.go(200);
        assertThat(world.picture.state()).isEqualTo(world.replayed().state());
    }
}
