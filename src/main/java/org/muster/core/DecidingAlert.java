package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.AlertAction;
import org.muster.model.AlertState;
import org.muster.model.Alerting;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Fault;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.Severity;

/** What comes of people's work on alerts, by the picture as it is. Nothing here changes anything. */
final class DecidingAlert {

    private static final Decision UNCHANGED = new Decision.Unchanged();

    private final Alerts alerts;
    private final Catalogue catalogue;

    DecidingAlert(Alerts alerts, Catalogue catalogue) {
        this.alerts = alerts;
        this.catalogue = catalogue;
    }

    /** One's own repeat changes nothing; what is not as the sender can have thought is refused. */
    Decision work(Command.WorkAlert work, Instant now) {
        AlertTrack alert = alerts.find(work.alert());
        Actor by = work.by();
        if (alert == null || !isVisible(alert, by)) {
            return refused(Rejection.Code.NOT_FOUND, "There is no such alert.");
        }
        return switch (work.action()) {
            case AlertAction.Acknowledge _ -> acknowledge(alert, by.name());
            case AlertAction.Unacknowledge _ -> unacknowledge(alert, by.name());
            case AlertAction.Assign(String to, String from) -> assign(alert, to, from, by.name());
            case AlertAction.Comment(String text) -> comment(alert, text, by.name());
            case AlertAction.Shelve shelve -> shelve(alert, shelve, by, now);
            case AlertAction.Unshelve _ -> alert.shelf() == null ? UNCHANGED
                    : accepted(alert, by.name(), new Entry.AlertUnshelved(alert.id()));
            case AlertAction.Clear(String reason) -> clear(alert, reason, by.name());
        };
    }

    /** One entry for each alert and credential, ever. */
    Decision see(Command.NoteSeen seen) {
        List<Draft> drafts = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(seen.alerts())) {
            AlertTrack alert = alerts.find(id);
            if (alert != null && alert.isNewTo(seen.by())) {
                drafts.add(new Draft(seen.by(), alert.areas(), new Entry.AlertSeen(id)));
            }
        }
        return drafts.isEmpty() ? UNCHANGED : new Decision.Accepted(drafts);
    }

    private static Decision acknowledge(AlertTrack alert, String by) {
        return switch (alert.state()) {
            case UNACKNOWLEDGED -> accepted(alert, by,
                    new Entry.AlertAcknowledged(alert.id(), AlertState.ACKNOWLEDGED));
            case CLEARED_UNACKNOWLEDGED -> accepted(alert, by,
                    new Entry.AlertAcknowledged(alert.id(), AlertState.CLEARED));
            case ACKNOWLEDGED, CLEARED -> by.equals(alert.acknowledgedBy()) ? UNCHANGED
                    : changed(alert.acknowledgedBy() != null
                            ? "%s acknowledged the alert already.".formatted(alert.acknowledgedBy())
                            : "%s cleared the alert already.".formatted(alert.clearedBy()));
        };
    }

    private Decision unacknowledge(AlertTrack alert, String by) {
        return switch (alert.state()) {
            case UNACKNOWLEDGED, CLEARED_UNACKNOWLEDGED -> UNCHANGED;
            case ACKNOWLEDGED -> accepted(alert, by,
                    new Entry.AlertUnacknowledged(alert.id(), AlertState.UNACKNOWLEDGED));
            case CLEARED -> {
                boolean byItself = Actor.SYSTEM.name().equals(alert.clearedBy()) && !alert.isOver();
                if (!byItself) {
                    yield changed("%s cleared the alert; it cannot go back into the queue."
                            .formatted(alert.clearedBy()));
                }
                AlertTrack newest = alerts.newest(alert.rule(), alert.about());
                yield alert.equals(newest)
                        ? accepted(alert, by,
                                new Entry.AlertUnacknowledged(alert.id(),
                                        AlertState.CLEARED_UNACKNOWLEDGED))
                        : changed("The rule raised another alert about the same since.");
            }
        };
    }

    private static Decision assign(AlertTrack alert, @Nullable String to, @Nullable String from,
            String by) {
        String has = alert.assignee();
        if (has == null ? to == null : has.equals(to)) {
            return UNCHANGED;
        }
        if (!alert.state().isOpen()) {
            return changed(
                    "%s cleared the alert; nobody has to see to it.".formatted(alert.clearedBy()));
        }
        return has == null || has.equals(by) || has.equals(from)
                ? accepted(alert, by, new Entry.AlertAssigned(alert.id(), to))
                : changed("%s has the alert by now. Name them in \"from\" to take it over."
                        .formatted(has));
    }

    private static Decision comment(AlertTrack alert, String text, String by) {
        return new AlertLog.Comment(by, text).equals(alert.comment()) ? UNCHANGED
                : accepted(alert, by, new Entry.AlertCommented(alert.id(), text));
    }

    private static Decision clear(AlertTrack alert, String reason, String by) {
        if (alert.state().isOpen()) {
            return accepted(alert, by,
                    new Entry.AlertCleared(alert.id(), AlertState.CLEARED, reason));
        }
        return by.equals(alert.clearedBy()) ? UNCHANGED
                : changed("%s cleared the alert already.".formatted(alert.clearedBy()));
    }

    private Decision shelve(AlertTrack alert, AlertAction.Shelve asked, Actor by, Instant now) {
        if (!alert.state().isOpen()) {
            return changed("%s cleared the alert; it is in nobody's queue any more."
                    .formatted(alert.clearedBy()));
        }
        if (alert.finding().severity() == Severity.CRITICAL && by.role() != Role.SUPERVISOR) {
            return refused(Rejection.Code.FORBIDDEN,
                    "Critical alerts are shelved by supervisors alone.");
        }
        AlertLog.OnShelf is = alert.shelf();
        if (is != null && is.shelf().isFor(asked, by.name())) {
            return UNCHANGED;
        }
        Alerting.Shelving shelving = catalogue.settings().alerting().shelving();
        if (shelving.needsSecond(alert.finding().severity()) && asked.second() == null) {
            return refused(Rejection.Code.SECOND_MISSING,
                    "A critical alert is shelved by two: a second controller or supervisor who"
                            + " sees it signs in for it too, with their token as"
                            + " \"Muster-Second-Person: Bearer …\".");
        }
        int minutes = shelving.minutesMax();
        Instant latest = now.plus(Duration.ofMinutes(minutes));
        if (!asked.until().isAfter(now) || asked.until().isAfter(latest)) {
            return refused("/until",
                    "must be after now, " + now + ", and at most " + minutes + " minutes ahead");
        }
        return accepted(alert, by.name(),
                new Entry.AlertShelved(alert.id(), asked.until(), asked.reason(), asked.second()));
    }

    private static boolean isVisible(AlertTrack alert, Actor by) {
        return by.areas().isEmpty() || !Collections.disjoint(by.areas(), alert.areas());
    }

    private static Decision changed(String detail) {
        return refused(Rejection.Code.ALERT_CHANGED, detail);
    }

    private static Decision refused(String pointer, String detail) {
        return new Decision.Refused(new Rejection(Rejection.Code.INVALID,
                pointer + " " + detail + ".", List.of(new Fault(pointer, detail))));
    }

    private static Decision refused(Rejection.Code code, String detail) {
        return new Decision.Refused(new Rejection(code, detail));
    }

    private static Decision accepted(AlertTrack alert, String by, Entry.Body body) {
        return new Decision.Accepted(List.of(new Draft(by, alert.areas(), body)));
    }
}
