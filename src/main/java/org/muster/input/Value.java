package org.muster.input;

import org.jspecify.annotations.Nullable;

/**
 * Reads one value. It starts at the value's first token and leaves its last one current.
 *
 * @param <T> what it makes of it
 */
@FunctionalInterface
public interface Value<T> {

    /** What was read; null after a fault was noted. */
    @Nullable
    T read(StrictJson json, Faults faults) throws Malformed;
}
