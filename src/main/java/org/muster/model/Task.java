package org.muster.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a unit was sent or went, as its own people see it, with the newest that was said of it there.
 *
 * @param areas of a place, smallest first; empty for an incident or a protest, which know theirs
 * @param count officers
 * @param effectiveAt when it was so
 * @param observer who said so
 * @param sentAt when somebody else last sent it there; null when it went by itself
 * @param sentBy who did; null when nobody
 */
public record Task(Subject subject, List<String> areas, DeploymentState state, int count,
        Instant effectiveAt, String observer, @Nullable Instant sentAt, @Nullable String sentBy) {

    public Task {
        areas = List.copyOf(areas);
        Valid.that((sentAt == null) == (sentBy == null), "who sends does so at a time");
    }
}
