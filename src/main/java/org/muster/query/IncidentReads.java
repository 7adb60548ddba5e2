package org.muster.query;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Rejection;
import org.muster.view.View;
import org.muster.wire.IncidentJson;
import org.muster.wire.Json;

/** Reads of incidents: a page of them, newest opened first, or one. */
final class IncidentReads {
    static final Set<String> PARAMETERS = Set.of("status", "area", "category", "since", "until",
            "q", "limit", "before");

    private IncidentReads() {}

    static Answer list(View view, Scope scope, Parameters given) {
        if (!scope.mayRead(Topic.INCIDENTS)) {
            return forbidden();
        }
        if (given.text("q") != null) {
            return new Answer.Refused(LaterRoutes.notYet("full text search (q)"));
        }
        int limit = given.limit();
        long before = given.cursor("before", Long.MAX_VALUE);
        Predicate<Incident> wanted = wanted(view, scope, given).and(scope::sees);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        Iterator<Incident> found = newestFirst(view, before).filter(wanted).iterator();
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("items");
            long last = 0;
            for (int i = 0; i < limit && found.hasNext(); i++) {
                Incident incident = found.next();
                last = incident.openedSeq();
                IncidentJson.incident(out, incident);
            }
            out.writeEndArray();
            out.writeStringField("next",
                    found.hasNext() ? new Cursor(view.cursor().epoch(), last).text() : null);
        }));
    }

    static Answer one(View view, Scope scope, String id) {
        if (!scope.mayRead(Topic.INCIDENTS)) {
            return forbidden();
        }
        Incident incident = uuid(id).map(view::incident).orElse(null);
        return incident == null || !scope.sees(incident) ? Answer.notFound("incident")
                : Answer.json(Json.bytes(out -> IncidentJson.incident(out, incident)));
    }

    private static Answer forbidden() {
        return Answer.forbidden("field units, controllers, supervisors and auditors");
    }

    private static Predicate<Incident> wanted(View view, Scope scope, Parameters given) {
        Optional<IncidentStatus> status = given.oneOf("status", IncidentStatus.class);
        String area = given.existing("area", id -> {
            Area found = view.areas().get(id);
            return found != null && scope.sees(found);
        });
        String category = given.existing("category",
                id -> view.settings()
                        .categories()
                        .stream()
                        .anyMatch(known -> known.id().equals(id)));
        Optional<Instant> since = given.time("since");
        Optional<Instant> until = given.time("until");
        return incident -> status.map(incident.status()::equals).orElse(true)
                && (area == null || incident.areas().contains(area))
                && (category == null || isOf(incident, category))
                && since.map(from -> !incident.openedAt().isBefore(from)).orElse(true)
                && until.map(to -> incident.openedAt().isBefore(to)).orElse(true);
    }

    private static boolean isOf(Incident incident, String category) {
        return category.equals(incident.category()) || category.equals(incident.closingCategory());
    }

    private static Stream<Incident> newestFirst(View view, long before) {
        return view.incidents().headMap(before).descendingMap().values().stream();
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
