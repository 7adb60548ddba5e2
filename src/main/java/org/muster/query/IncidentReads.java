package org.muster.query;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.table.Table;
import org.muster.view.View;
import org.muster.wire.IncidentJson;
import org.muster.wire.Json;

/** Reads of incidents: a page of them, newest opened first, or one. */
final class IncidentReads {
    static final String PATH = "/incidents";

    private final Search search;

    IncidentReads(Search search) {
        this.search = search;
    }

    Answer list(View view, Scope scope, Parameters given, RowForm form) {
        if (!scope.mayRead(Topic.INCIDENTS)) {
            return forbidden();
        }
        return Page.of(view, search.source(view, scope, view.incidents(), given),
                wanted(view, scope, given), Incident::openedSeq, given,
                rows -> form.document("incidents", QueryRoutes.BASE + PATH, rows,
                        IncidentJson::incident, Table.INCIDENTS, given));
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
