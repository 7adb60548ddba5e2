package org.muster.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.muster.access.Scope;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.Rule;
import org.muster.model.Severity;
import org.muster.view.View;
import org.muster.wire.AlertJson;
import org.muster.wire.Json;

/**
 * Reads of alerts: a page of them, the last raised first, or one with what was done with it. Everybody who reads content
 * at all may, within their areas; what people wrote is for the control room.
 */
final class AlertReads {
    static final Set<String> PARAMETERS = Set.of("state", "severity", "area", "rule", Page.LIMIT,
            Page.BEFORE);
    /** A mark beside the state. */
    private static final String SHELVED = "shelved";

    private AlertReads() {}

    static Answer list(View view, Scope scope, Parameters given) {
        return Page.of(view, before -> view.alerts().newestFirst(before).iterator(),
                wanted(view, scope, given), Alert::raisedSeq, given,
                rows -> Answer.json(Page.json(rows, (out, alert) -> AlertJson.alert(out, alert,
                        view.settings(), scope.mayReadRemarks()))));
    }

    static Answer one(View view, Scope scope, String id) {
        Alert alert = Parameters.uuid(id).map(view.alerts()::get).orElse(null);
        return alert == null || !scope.sees(alert) ? Answer.notFound("alert")
                : Answer.json(Json.bytes(out -> AlertJson.whole(out, alert, view.settings(),
                        scope.mayReadRemarks())));
    }

    private static Predicate<Alert> wanted(View view, Scope scope, Parameters given) {
        boolean shelved = given.all("state").contains(SHELVED);
        Set<AlertState> states = given.anyOf("state", AlertState.class, SHELVED);
        Set<Severity> severities = given.anyOf("severity", Severity.class);
        Set<String> areas = Wanted.areas(view, scope, given);
        Set<String> rules = given.existing("rule", rules(view)::contains);
        Predicate<Alert> marked = alert -> shelved && alert.shelf() != null;
        Predicate<Alert> inState = alert -> shelved ? states.contains(alert.state())
                : isIn(alert.state(), states);
        return alert -> marked.or(inState).test(alert) && isIn(alert.severity(), severities)
                && isIn(alert.rule(), rules) && Wanted.touches(alert.areas(), areas)
                && (scope.sees(alert) || (alert.subject().ofEngine() && scope.mayAskEngine()
                        && rules.contains(alert.rule())));
    }

    /** Those in force, and those that alerts are left of. */
    private static List<String> rules(View view) {
        List<String> rules = new ArrayList<>();
        view.settings().rules().stream().map(Rule::id).forEach(rules::add);
        view.alerts().newestFirst().stream().map(Alert::rule).distinct().forEach(rules::add);
        return rules;
    }

    private static <T> boolean isIn(T value, Set<T> wanted) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
