package org.muster.query;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.view.View;
import org.muster.wire.IncidentJson;
import org.muster.wire.Json;

/** Reads of incidents: a page of them, newest opened first, or one. */
final class IncidentReads {
    static final Set<String> PARAMETERS = Stream.concat(Wanted.PARAMETERS.stream(), Stream.of("q"))
            .collect(Collectors.toUnmodifiableSet());

    private IncidentReads() {}

    static Answer list(View view, Scope scope, Parameters given) {
        if (!scope.mayRead(Topic.INCIDENTS)) {
            return forbidden();
        }
        if (given.text("q") != null) {
            return new Answer.Refused(LaterRoutes.notYet("full text search (q)"));
        }
        return Page.of(view, view.incidents(), wanted(view, scope, given), Incident::openedSeq,
                IncidentJson::incident, given);
    }

    static Answer one(View view, Scope scope, String id) {
        if (!scope.mayRead(Topic.INCIDENTS)) {
            return forbidden();
        }
        Incident incident = Parameters.uuid(id).map(view.incidents()::get).orElse(null);
        return incident == null || !scope.sees(incident) ? Answer.notFound("incident")
                : Answer.json(Json.bytes(out -> IncidentJson.incident(out, incident)));
    }

    private static Answer forbidden() {
        return Answer.forbidden("field units, controllers, supervisors and auditors");
    }

    private static Predicate<Incident> wanted(View view, Scope scope, Parameters given) {
        Set<IncidentStatus> statuses = given.anyOf("status", IncidentStatus.class);
        Wanted wanted = Wanted.of(view, scope, given);
        return incident -> !incident.isVoid()
                && (statuses.isEmpty() || statuses.contains(incident.status()))
                && wanted.holds(incident.areas(), incident.openedAt(), categories(incident))
                && scope.sees(incident);
    }

    private static List<String> categories(Incident incident) {
        return Stream
                .concat(Stream.of(incident.category()),
                        Stream.ofNullable(incident.closingCategory()))
                .toList();
    }
}
