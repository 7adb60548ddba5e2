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

/** What is known instead of a plan of a protest that a report opens. */
final class Unplanned {

    private Unplanned() {}

    /**
     * It starts when it was seen, at a point.
     *
     * @param before what was known when the report stands in place of the one that opened it; its category and place
     *     stay where the report gives none
     */
    static Plan plan(Report report, Instant effectiveAt, @Nullable Plan before,
            Catalogue catalogue) {
        Location location = report.location();
        String category = report.category();
        if (before == null) {
            Objects.requireNonNull(location, "what opens has a location");
            Objects.requireNonNull(category, "what opens has a category");
        } else if (category == null) {
            category = before.category();
        }
        Shape place = location != null
                ? new Shape.Point(new Position(location.lat(), location.lon()))
                : Objects.requireNonNull(before).place();
        return new Plan(title(report, Objects.requireNonNull(category), before, catalogue),
                category, null, List.of(), effectiveAt, null, place, null, null, null, null);
    }

    private static String title(Report report, String category, @Nullable Plan before,
            Catalogue catalogue) {
        if (report.title() != null) {
            return report.title();
        }
        boolean says = report.location() != null || report.category() != null;
        return before == null || says ? catalogue.title(category, report.location())
                : before.title();
    }
}
