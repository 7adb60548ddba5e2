package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Shape;

/** A plan, for a snapshot; times in milliseconds since 1970. */
public record PlanState(String title, String category, @Nullable String organisation,
        List<UUID> opposes, long startsAt, @Nullable Long endsAt, @Nullable Place place,
        Plan.@Nullable Expected expected, @Nullable Integer officersPlanned,
        @Nullable Long noticeGivenAt, @Nullable String publicMessage) {

    public PlanState {
        opposes = List.copyOf(opposes);
    }

    /**
     * A shape: its kind, and the positions of a point (one), a line, or the rings of a polygon.
     *
     * @param kind "point", "line" or "polygon"
     */
    public record Place(String kind, List<List<Position>> positions) {

        public Place {
            positions = positions.stream().map(List::copyOf).toList();
        }

        static Place of(Shape shape) {
            return switch (shape) {
                case Shape.Point(Position at) -> new Place("point", List.of(List.of(at)));
                case Shape.Line(List<Position> positions) -> new Place("line", List.of(positions));
                case Shape.Polygon(List<List<Position>> rings) -> new Place("polygon", rings);
            };
        }

        Shape shape() {
            return switch (kind) {
                case "point" -> new Shape.Point(positions.getFirst().getFirst());
                case "line" -> new Shape.Line(positions.getFirst());
                case "polygon" -> new Shape.Polygon(positions);
                default -> throw new IllegalStateException("no such shape: " + kind);
            };
        }
    }

    static PlanState of(Plan plan) {
        Shape place = plan.place();
        return new PlanState(plan.title(), plan.category(), plan.organisation(), plan.opposes(),
                plan.startsAt().toEpochMilli(), millis(plan.endsAt()),
                place == null ? null : Place.of(place), plan.expected(), plan.officersPlanned(),
                millis(plan.noticeGivenAt()), plan.publicMessage());
    }

    Plan plan() {
        return new Plan(title, category, organisation, opposes, Instant.ofEpochMilli(startsAt),
                instant(endsAt), place == null ? null : place.shape(), expected, officersPlanned,
                instant(noticeGivenAt), publicMessage);
    }

    static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : Long.valueOf(at.toEpochMilli());
    }

    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
