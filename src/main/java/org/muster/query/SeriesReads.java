package org.muster.query;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Area;
import org.muster.model.Incident;
import org.muster.model.Plan;
import org.muster.model.Protest;
import org.muster.model.Reading;
import org.muster.model.Rejection;
import org.muster.view.Past;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.SeriesJson;

/**
 * Reads figures over time, as they were known then. Whoever may see the thing now may see how it went: the figures are
 * those of its own view.
 */
final class SeriesReads {
    static final Set<String> PARAMETERS = Set.of("subject", "id", "from", "to", "step");

    /** Points of one answer. */
    private static final int POINTS_MAX = 500;
    /** And so many when nobody says how far apart. */
    private static final int POINTS_USUAL = 150;
    private static final Duration SPAN_USUAL = Duration.ofHours(2);
    /** Further apart it would be a study, and every entry between has to be folded again. */
    private static final Duration SPAN_MAX = Duration.ofDays(7);

    private final Courses courses;

    SeriesReads(Past past) {
        this.courses = new Courses(past);
    }

    /** @param gone whether nobody waits for the answer any more */
    Answer series(View view, Scope scope, Parameters given, BooleanSupplier gone) {
        Set<Reading.Of> subjects = given.anyOf("subject", Reading.Of.class);
        if (subjects.size() != 1) {
            given.fault("subject", "one of area, incident, protest");
        }
        String id = given.text("id");
        if (id == null) {
            given.fault("id", "given: the area's, incident's or protest's");
        }
        Instant to = given.time("to").orElse(view.at());
        Instant from = given.time("from").orElse(to.minus(SPAN_USUAL));
        Pace pace = pace(given, from, to);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent() || id == null) {
            return new Answer.Refused(rejection.orElseThrow());
        }
        Reading.Of of = subjects.iterator().next();
        Answer no = unseen(view, scope, of, id);
        if (no != null) {
            return no;
        }
        Instant first = pace.floor(from);
        // Nothing more can be received before the present view's moment.
        Instant last = pace.floor(to.isBefore(view.at()) ? to : view.at().minusMillis(1));
        return switch (courses.points(new Course(of, id, pace), first, last, gone)) {
            case Courses.Untold(Rejection why) -> new Answer.Refused(why);
            case Courses.Points(var points) -> Answer.json(Json.bytes(out -> SeriesJson.series(out,
                    of, id, pace.millis() / 1_000, plan(view, of, id), points(points, first))));
        };
    }

    private static Pace pace(Parameters given, Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.isNegative() || span.isZero()) {
            given.fault("from", "before to");
        } else if (span.compareTo(SPAN_MAX) > 0) {
            given.fault("from", "at most " + SPAN_MAX.toDays() + " days before to");
        }
        Set<Pace> asked = given.anyOf("step", Pace.class);
        if (asked.size() > 1) {
            given.fault("step", "one of them");
        }
        Pace pace = asked.isEmpty() ? Pace.of(span, POINTS_USUAL) : asked.iterator().next();
        if (span.compareTo(SPAN_MAX) <= 0 && span.toMillis() / pace.millis() > POINTS_MAX) {
            given.fault("step", "longer: this makes more than " + POINTS_MAX + " points");
        }
        return pace;
    }

    /** Why somebody gets nothing of it; null when they may. */
    private static @Nullable Answer unseen(View view, Scope scope, Reading.Of of, String id) {
        if (of == Reading.Of.INCIDENT && !scope.mayRead(Topic.INCIDENTS)) {
            return Answer.forbidden("field units, controllers, supervisors and auditors");
        }
        boolean isSeen = switch (of) {
            case AREA -> {
                Area area = view.areas().get(id);
                yield area != null && scope.sees(area);
            }
            case INCIDENT -> {
                Incident incident = Parameters.uuid(id).map(view.incidents()::get).orElse(null);
                yield incident != null && scope.sees(incident);
            }
            case PROTEST -> {
                Protest protest = protest(view, id);
                yield protest != null && scope.sees(protest);
            }
        };
        return isSeen ? null : Answer.notFound(of.slug());
    }

    private static @Nullable Protest protest(View view, String id) {
        return Parameters.uuid(id).map(view.protests()::get).orElse(null);
    }

    private static @Nullable Plan plan(View view, Reading.Of of, String id) {
        Protest protest = of == Reading.Of.PROTEST ? protest(view, id) : null;
        return protest == null || !protest.planned() ? null : protest.plan();
    }

    /** The first point is only there to count from. */
    private static NavigableMap<Instant, SeriesJson.Point> points(
            NavigableMap<Instant, Courses.Point> found, Instant first) {
        NavigableMap<Instant, SeriesJson.Point> points = new TreeMap<>();
        Reading before = found.get(first) == null ? null : found.get(first).reading();
        for (var each : found.tailMap(first, false).entrySet()) {
            Reading reading = each.getValue().reading();
            points.put(each.getKey(), new SeriesJson.Point(each.getValue().ran(), reading, before));
            before = reading;
        }
        return points;
    }
}
