package org.muster.core;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Entry;

/** What a decision may ask of the world outside the picture. Its answers stand in the entry, so that replay asks nothing. */
public interface Lookups extends Ground {

    /** The entry that recorded this report, or null. */
    @Nullable
    Entry report(UUID id);
}
