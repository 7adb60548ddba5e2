package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Report;
import org.muster.model.Shape;

/**
 * What is known instead of a plan of a protest that a report opens.
 *
 * @param at the place, with its words
 */
record Unplanned(Plan plan, Location at) {

    /**
     * It starts when it was seen, at a point.
     *
     * @param known when the report stands in place of the one that opened it; its category and place stay where the
     *     report gives none
     */
    static Unplanned of(Report report, Instant effectiveAt, @Nullable ProtestTrack known,
            Catalogue catalogue) {
        Location at = report.location() != null || known == null ? report.location()
                : known.opening();
        Objects.requireNonNull(at, "what opens has a location");
        String category = report.category() != null || known == null ? report.category()
                : known.plan().category();
        Objects.requireNonNull(category, "what opens has a category");
        String title = report.title() == null ? catalogue.title(category, at) : report.title();
        Shape place = new Shape.Point(new Position(at.lat(), at.lon()));
        return new Unplanned(new Plan(title, category, null, List.of(), effectiveAt, null, place,
                null, null, null, null), at);
    }
}
