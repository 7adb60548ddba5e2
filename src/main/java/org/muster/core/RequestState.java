package org.muster.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What one observer asked for of one role without a unit's name, for a snapshot. */
public record RequestState(String observer, @Nullable String role, List<Said<Long>> asked) {

    public RequestState {
        asked = List.copyOf(asked);
    }
}
