package org.muster.alerts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.muster.access.Access;
import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.model.Alert;
import org.muster.model.Area;
import org.muster.model.Fault;
import org.muster.model.Nearest;
import org.muster.model.Rejection;
import org.muster.view.View;

/** To whom an alert can be given: live credentials of those who may work alerts. Any thread, never blocks. */
final class Assignees {

    private final Access access;

    Assignees(Access access) {
        this.access = access;
    }

    /** Names of those who see some area that this one sees too, in order. */
    List<String> of(Scope scope, View view) {
        List<Area> areas = view.areas(scope::sees);
        return able(theirs -> areas.stream().anyMatch(theirs::sees));
    }

    /** Why this alert cannot be given to somebody of this name, if so. */
    Optional<Rejection> fault(String name, Alert alert) {
        List<String> able = able(theirs -> theirs.sees(alert));
        if (able.contains(name)) {
            return Optional.empty();
        }
        String detail = "must be a controller or supervisor who sees this alert"
                + Nearest.hint(name, able);
        return Optional.of(new Rejection(Rejection.Code.INVALID, "/to " + detail + ".",
                List.of(new Fault("/to", detail))));
    }

    private List<String> able(Predicate<Scope> where) {
        return access.live().stream().filter(other -> {
            Scope theirs = Scope.of(other);
            return theirs.mayWorkAlerts() && where.test(theirs);
        }).map(Credential::name).sorted().toList();
    }
}
