package org.muster.query;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.journal.JournalReader;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.Past;
import org.muster.view.View;
import org.muster.view.Views;

/** The picture now or, with {@code at}, as it was known at a moment. */
final class PastReads {
    private static final Set<String> PARAMETERS = Set.of("at", "clock");
    /** Another clock of the past, by which a later version goes. */
    private static final String OBSERVED = "observed";

    private final PictureReads pictures;
    private final Past past;
    private final JournalReader journal;
    private final Views views;

    /** @param views the present, for who may see what by now */
    PastReads(PictureReads pictures, Past past, JournalReader journal, Views views) {
        this.pictures = pictures;
        this.past = past;
        this.journal = journal;
        this.views = views;
    }

    static Parameters parameters(MultiMap given, View view) {
        return new Parameters(given, view.cursor(), PARAMETERS);
    }

    /** @param gone whether nobody waits for the answer any more */
    Answer picture(View view, Scope scope, Parameters given, BooleanSupplier gone) {
        if (OBSERVED.equals(given.text("clock"))) {
            return new Answer.Refused(
                    LaterRoutes.notYet("pictures of the past by observation (clock=observed)"));
        }
        given.existing("clock", OBSERVED::equals);
        Instant at = given.time("at").orElse(null);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        return at == null ? pictures.picture(view, scope) : past(at, scope, gone);
    }

    private Answer past(Instant at, Scope scope, BooleanSupplier gone) {
        return switch (past.at(at, gone)) {
            case Past.Known(View then) -> pictures.past(then, views.now(), begun(then), scope);
            case Past.Untold(Rejection why) -> new Answer.Refused(why);
        };
    }

    private @Nullable Instant begun(View then) {
        return then.cursor().seq() > 0 ? null
                : journal.at(1).map(StoredEntry::entry).map(first -> first.at()).orElse(null);
    }
}
