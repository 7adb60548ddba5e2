package org.muster.exercise.load;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.core.Decision;
import org.muster.core.Draft;
import org.muster.core.Lookups;
import org.muster.core.Passage;
import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.geo.LocalGround;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Shape;

/**
 * The core as the writer drives it, without a journal: each command is decided, its entries and what follows from them are
 * taken in, and now and then the changes are taken out, as at the end of a batch. One thread.
 */
final class Folded {
    /** Commands that share one taking of changes. */
    private static final int BATCH = 100;

    private final Picture picture = Picture.empty();
    private final Passage time;
    private final LocalGround ground = new LocalGround();
    private final Lookups lookups = new Lookups() {
        @Override
        public @Nullable Entry report(UUID id) {
            return null;
        }

        @Override
        public double metres(Shape one, Shape other) {
            return ground.metres(one, other);
        }

        @Override
        public double squareMetres(Shape shape) {
            return ground.squareMetres(shape);
        }
    };
    private int inBatch;

    Folded(Rulebook rulebook) {
        time = new Passage(picture, rulebook);
    }

    /** Takes a command in and gives the entry it became; fails when the core refuses it. */
    Entry take(Command command, Instant now) {
        if (inBatch == 0) {
            follow(now);
        }
        var first = switch (picture.decide(command, now, lookups)) {
            case Decision.Accepted(var drafts) -> keep(drafts, now);
            case Decision.Refused(var rejection) ->
                    throw new IllegalStateException("refused: " + rejection);
            case Decision.Unchanged() -> throw new IllegalStateException("nothing changed");
        };
        follow(now);
        if (++inBatch == BATCH) {
            inBatch = 0;
            var _ = picture.takeChanges();
        }
        return first;
    }

    private void follow(Instant now) {
        for (var next = time.to(now); !next.isEmpty(); next = time.to(now)) {
            var _ = keep(next, now);
        }
    }

    private Entry keep(List<Draft> drafts, Instant now) {
        Entry first = null;
        for (var draft : drafts) {
            var entry = new Entry(picture.seq() + 1, now, draft.actor(), draft.areas(),
                    draft.body());
            picture.evolve(entry);
            first = first == null ? entry : first;
        }
        if (first == null) {
            throw new IllegalStateException("nothing was decided");
        }
        return first;
    }
}
