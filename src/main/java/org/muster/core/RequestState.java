package org.muster.core;

import org.jspecify.annotations.Nullable;

/** A request for officers without a unit's name, for a snapshot: one observer's newest for one role. */
public record RequestState(String observer, @Nullable String role, long effectiveAt, long seq,
        long count) {}
