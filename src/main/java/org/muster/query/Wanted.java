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
 * @param areas none for every area that the reader sees
 * @param categories none for every one
 * @param since the first moment that is wanted, or null
 * @param until the moment after the last that is wanted, or null
 */
record Wanted(Set<String> areas, Set<String> categories, @Nullable Instant since,
        @Nullable Instant until) {

    static final Set<String> PARAMETERS = Set.of("status", "area", "category", "since", "until",
            Search.WORDS, Page.LIMIT, Page.BEFORE);

    /** Reads them; what is wrong with them is known to {@code given} afterwards. */
    static Wanted of(View view, Scope scope, Parameters given) {
        Set<String> areas = areas(view, scope, given);
        Set<String> categories = given.existing("category",
                id -> view.settings()
                        .categories()
                        .stream()
                        .anyMatch(known -> known.id().equals(id)));
        return new Wanted(areas, categories, given.time("since").orElse(null),
                given.time("until").orElse(null));
    }

    /** The areas that a reader asks for, each of them one that they may see; none for all of these. */
    static Set<String> areas(View view, Scope scope, Parameters given) {
        return given.existing("area", id -> {
            Area found = view.areas().get(id);
            return found != null && scope.sees(found);
        });
    }

    /** Whether a thing of these areas, or categories, is among those wanted. */
    static boolean touches(List<String> its, Set<String> wanted) {
        return wanted.isEmpty() || its.stream().anyMatch(wanted::contains);
    }

    /** Whether a thing of these areas and categories, that began at a moment, is among it. */
    boolean holds(List<String> its, Instant began, List<String> of) {
        return touches(its, areas) && touches(of, categories)
                && (since == null || !began.isBefore(since))
                && (until == null || began.isBefore(until));
    }
}
