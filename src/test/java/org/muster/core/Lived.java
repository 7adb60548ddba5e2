package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When a world's picture was asked what follows, so that another can live through the very same. */
final class Lived {

    private final World world;
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(long seq, Instant at) {}

    Lived(World world) {
        this.world = world;
    }

    List<Draft> follow() {
        asked.add(new Asked(world.picture.seq(), world.picture.at()));
        return world.picture.follow(world.rulebook);
    }

    /** A picture that lived through it all again; what follows from it is in the record. */
    Picture again() {
        Picture again = Picture.empty();
        for (Asked one : asked) {
            while (again.seq() < one.seq()) {
                again.evolve(world.entries.get((int) again.seq()));
            }
            again.advance(one.at());
            again.follow(world.rulebook);
        }
        again.advance(world.picture.at());
        return again;
    }

    /** As a service does that looks each second: nothing may follow before the moment that the picture named. */
    void stopAtWhatIsDue(Instant later) {
        for (Instant due = due(); !due.isAfter(later); due = due()) {
            assertThat(due).isAfter(world.picture.at());
            Instant before = due.minusMillis(1);
            if (before.isAfter(world.now())) {
                int known = world.entries.size();
                world.jump(before);
                assertThat(world.entries).as("nothing is due at %s yet", before).hasSize(known);
            }
            world.jump(due);
        }
    }

    private Instant due() {
        return world.picture.dueAt().orElse(Instant.MAX);
    }
}
