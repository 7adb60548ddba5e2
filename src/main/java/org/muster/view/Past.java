package org.muster.view;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.muster.model.Rejection;

/** Where views of the past are read: as it was known at a moment, whatever became known since. */
@FunctionalInterface
public interface Past {

    /**
     * The view of all entries received up to a moment, its windows ending there. Blocks, for as long as entries have to be
     * folded again; call it on a virtual thread.
     *
     * @param moment to the millisecond
     * @param gone whether nobody waits for it any more: then it is given up with a
     *            {@link java.util.concurrent.CancellationException}
     */
    Recalled at(Instant moment, BooleanSupplier gone);

    /** What came of it. */
    sealed interface Recalled {}

    /**
     * It was so. What is sensitive by now is shown as such in it, also where it was not yet.
     *
     * @param view its cursor is the last entry received up to the moment; 0 when there was none
     */
    record Known(View view) implements Recalled {}

    /** It is not told, or not now. */
    record Untold(Rejection why) implements Recalled {}
}
