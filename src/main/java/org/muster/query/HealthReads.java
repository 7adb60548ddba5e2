package org.muster.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.muster.access.Scope;
import org.muster.model.Area;
import org.muster.model.Desk;
import org.muster.model.Rejection;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.Times;

/** How well the desks are served by their alerts: each its own, and all to who answers for them. */
final class HealthReads {
    static final String DESK = "desk";
    static final Set<String> PARAMETERS = Set.of(DESK);

    private HealthReads() {}

    static Answer health(View view, Scope scope, Parameters given) {
        if (!scope.mayReadLoad()) {
            return Answer.forbidden("controllers, supervisors and auditors");
        }
        List<Desk> seen = view.desks()
                .values()
                .stream()
                .filter(desk -> scope.seesLoad(desk.name(), within(view, desk)))
                .sorted(Comparator.comparing(Desk::name))
                .toList();
        Set<String> wanted = given.existing(DESK,
                name -> seen.stream().anyMatch(desk -> desk.name().equals(name)));
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        return Answer.json(Json.object(out -> {
            out.writeStringField("at", Times.text(view.at()));
            out.writeArrayFieldStart("items");
            for (Desk desk : seen) {
                if (wanted.isEmpty() || wanted.contains(desk.name())) {
                    new DeskHealth(view, desk).write(out);
                }
            }
            out.writeEndArray();
        }));
    }

    /** A desk's areas with all that they lie in; none when it has all. */
    private static List<String> within(View view, Desk desk) {
        Set<String> all = new LinkedHashSet<>(desk.areas());
        for (String id : desk.areas()) {
            Area area = view.areas().get(id);
            if (area != null) {
                all.addAll(area.ancestors());
            }
        }
        return new ArrayList<>(all);
    }
}
