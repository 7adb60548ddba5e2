package org.muster.input;

import org.muster.model.Rejection;

/**
 * What became of one text.
 *
 * @param <T> what a good one is made into
 */
public sealed interface Read<T> {

    /** Nothing was wrong with it. */
    record Good<T>(T value) implements Read<T> {}

    /** Refused with everything that is wrong. */
    record Refused<T>(Rejection rejection) implements Read<T> {}
}
