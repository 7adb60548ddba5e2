package org.muster.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Alerts that a test needs for something else than what they are. */
public final class SampleAlert {

    /** What every one of them says. */
    public static final String MESSAGE = "60 people per officer at Ivanhoe Road, limit 20";
    /** The rule of all of them. */
    public static final Rule RULE = new Rule("crowd-per-officer", "Many people for each officer",
            Severity.HIGH, AlertSubject.Type.INCIDENT, "true", null, 0, false, null, Map.of(), "m",
            null, null);

    private SampleAlert() {}

    /** A new one, of an incident with the same id. */
    public static Alert of(UUID id, long raisedSeq, List<String> areas, Instant raisedAt) {
        return with(id, raisedSeq, Severity.HIGH, AlertState.UNACKNOWLEDGED, areas, raisedAt, null);
    }

    /** The same in another state; what is over ended at that moment. */
    public static Alert in(Alert alert, AlertState state, Instant at) {
        return with(alert.id(), alert.raisedSeq(), alert.severity(), state, alert.areas(),
                alert.raisedAt(), state.isStanding() ? null : at);
    }

    /** The same, and seen by somebody. */
    public static Alert seen(Alert alert, String who, Instant at) {
        List<Alert.Seen> seen = new ArrayList<>(alert.seen());
        seen.add(new Alert.Seen(who, at));
        return with(alert, alert.subject(), alert.drill(), seen);
    }

    /** The same of another incident. */
    public static Alert about(Alert alert, UUID incident) {
        return with(alert, new AlertSubject(AlertSubject.Type.INCIDENT, incident.toString()),
                alert.drill(), alert.seen());
    }

    /** The same of a drill. */
    public static Alert drill(Alert alert) {
        return with(alert, alert.subject(), true, alert.seen());
    }

    private static Alert with(Alert alert, AlertSubject subject, boolean drill,
            List<Alert.Seen> seen) {
        return new Alert(alert.id(), alert.raisedSeq(), alert.rule(), alert.ruleVersion(),
                alert.severity(), alert.state(), alert.raisedCount(), alert.late(), drill, subject,
                alert.areas(), alert.message(), alert.value(), alert.threshold(), alert.raisedAt(),
                alert.effectiveAt(), alert.evidence(), alert.acknowledgedBy(),
                alert.acknowledgedAt(), alert.assignee(), alert.clearedAt(), alert.clearedBy(),
                seen, alert.history());
    }

    /** The same on a shelf. */
    public static Alert shelved(Alert alert, Alert.Shelf shelf) {
        return hidden(alert, shelf, null);
    }

    /** The same, explained by another one. */
    public static Alert suppressed(Alert alert, UUID by) {
        return hidden(alert, null, by);
    }

    private static Alert hidden(Alert alert, Alert.@Nullable Shelf shelf, @Nullable UUID by) {
        return new Alert(alert.id(), alert.raisedSeq(), alert.rule(), alert.ruleVersion(),
                alert.severity(), alert.state(), alert.raisedCount(), alert.late(), alert.drill(),
                alert.subject(), alert.areas(), alert.message(), alert.value(), alert.threshold(),
                alert.raisedAt(), alert.effectiveAt(), alert.evidence(), alert.acknowledgedBy(),
                alert.acknowledgedAt(), alert.assignee(), alert.clearedAt(), alert.clearedBy(),
                shelf, by, alert.seen(), alert.history());
    }

    /** The same, also in other areas. */
    public static Alert moved(Alert alert, List<String> areas) {
        return with(alert.id(), alert.raisedSeq(), alert.severity(), alert.state(), areas,
                alert.raisedAt(), alert.clearedAt());
    }

    /** Whatever is asked for, with a comment in its history. */
    public static Alert with(UUID id, long raisedSeq, Severity severity, AlertState state,
            List<String> areas, Instant raisedAt, @Nullable Instant clearedAt) {
        boolean known = state == AlertState.ACKNOWLEDGED || state == AlertState.CLEARED;
        return new Alert(id, raisedSeq, RULE.id(), 3, severity, state, 1, false, false,
                new AlertSubject(AlertSubject.Type.INCIDENT, id.toString()), areas, MESSAGE, 60L,
                20L, raisedAt, raisedAt, List.of(17L, 19L), known ? "desk-1" : null,
                known ? raisedAt : null, null, clearedAt, clearedAt == null ? null : "system",
                List.of(), List.of(new Alert.Deed(raisedSeq, raisedAt, "alert-commented", "desk-1",
                        "a remark")));
    }

    /** What a rule found, with words that are told only while its subject is no secret. */
    public static Finding finding(String message, @Nullable String discreet, Instant at) {
        return new Finding(3, Severity.HIGH, message, discreet, 60L, 20L, at, List.of(17L), false,
                null);
    }
}
