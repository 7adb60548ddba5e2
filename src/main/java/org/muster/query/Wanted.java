package org.muster.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.model.Area;
import org.muster.view.View;

/**
 * What the parameters of a list ask for, as far as lists of incidents and of protests have them in common.
 *
 * @param area null for every area that the reader sees
 * @param category null for every one
 * @param since the first moment that is wanted, or null
 * @param until the moment after the last that is wanted, or null
 */
record Wanted(@Nullable String area, @Nullable String category, @Nullable Instant since,
        @Nullable Instant until) {

    static final Set<String> PARAMETERS = Set.of("status", "area", "category", "since", "until",
            Page.LIMIT, Page.BEFORE);

    /** Reads them; what is wrong with them is known to {@code given} afterwards. */
    static Wanted of(View view, Scope scope, Parameters given) {
        String area = given.existing("area", id -> {
            Area found = view.areas().get(id);
            return found != null && scope.sees(found);
        });
        String category = given.existing("category",
                id -> view.settings()
                        .categories()
                        .stream()
                        .anyMatch(known -> known.id().equals(id)));
        return new Wanted(area, category, given.time("since").orElse(null),
                given.time("until").orElse(null));
    }

    /** Whether a thing of these areas and categories, that began at a moment, is among it. */
    boolean holds(List<String> areas, Instant began, List<String> categories) {
        return (area == null || areas.contains(area))
                && (category == null || categories.contains(category))
                && (since == null || !began.isBefore(since))
                && (until == null || began.isBefore(until));
    }
}
