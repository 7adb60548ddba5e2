package org.muster.core;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.muster.model.Actor;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Entry.Struck;
import org.muster.model.Report;
import org.muster.model.Role;

/** A report that another one is to stand in place of, with its entry. */
record Original(Entry entry, ReportRecorded body) {

    static Original of(Entry entry) {
        if (entry.body() instanceof ReportRecorded body) {
            return new Original(entry, body);
        }
        throw new IllegalArgumentException("entry " + entry.seq() + " recorded no report");
    }

    /** Whether somebody may correct it: who sent it, and whoever controls one of its areas. */
    boolean isFor(Actor actor) {
        boolean controls = actor.role() == Role.CONTROLLER || actor.role() == Role.SUPERVISOR;
        return actor.name().equals(entry.actor()) || (controls && (actor.areas().isEmpty()
                || !Collections.disjoint(actor.areas(), entry.areas())));
    }

    /** Whether it speaks of no incident and no protest. */
    boolean isLoose() {
        return body.incident() == null && body.protest() == null;
    }

    /** Whether it is of a drill; a withdrawal does not say so itself, it is as what it withdrew. */
    boolean isDrill() {
        Struck withdrawn = body.report().withdrawn() ? body.struck() : null;
        return withdrawn == null ? body.report().drill() : withdrawn.drill();
    }

    /** Whose eyes it was, for the report that stands in its place. */
    String observerOf(Report correction) {
        return eyes(body) + suffix(correction);
    }

    /** Who told it, whoever's estimate it is; the same for a report and for what stands in its place. */
    static String eyes(ReportRecorded body) {
        String observer = body.observer();
        return observer.substring(0, observer.length() - suffix(body.report()).length());
    }

    /**
     * Whether the report in its place is sensitive: when it says so, and as the original was unless a supervisor says in
     * so many words that it is not.
     */
    boolean makesSensitive(Report correction, Actor by) {
        boolean lifted = by.role() == Role.SUPERVISOR
                && Boolean.FALSE.equals(correction.sensitive());
        return Boolean.TRUE.equals(correction.sensitive()) || (body.sensitive() && !lifted);
    }

    /** What it had brought about. */
    Struck struck() {
        Report report = body.report();
        Instant receivedAt = entry.at();
        List<String> units = report.officers()
                .stream()
                .map(Deployment::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Struck(entry.seq(), receivedAt, body.effectiveAt(), body.incident(),
                body.protest(), body.opened(), entry.areas(), units, report.withdrawn(),
                Reports.isQuiet(body), isDrill());
    }

    /** What an organiser or a newspaper said is not what the one who passed it on saw. */
    private static String suffix(Report report) {
        CrowdEstimate crowd = report.crowd();
        boolean passedOn = crowd != null
                && (crowd.method() == CrowdMethod.ORGANISER || crowd.method() == CrowdMethod.MEDIA);
        return crowd != null && passedOn ? '/' + crowd.method().slug() : "";
    }
}
