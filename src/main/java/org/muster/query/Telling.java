package org.muster.query;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Plan;
import org.muster.model.Report;
import org.muster.view.View;
import org.muster.wire.Times;

/**
 * Entries in plain English, one sentence each: the one place where they are made. Words that one view conceals are in
 * none of them.
 */
final class Telling {

    private final View view;
    private final Names names;

    Telling(View view) {
        this.view = view;
        this.names = new Names(view);
    }

    /** One item of a feed. */
    void item(JsonGenerator out, Entry entry) throws IOException {
        out.writeStartObject();
        out.writeNumberField("seq", entry.seq());
        out.writeStringField("at", Times.text(entry.at()));
        out.writeStringField("type", entry.body().type());
        out.writeStringField("actor", entry.actor());
        out.writePOJOField("areas", entry.areas());
        out.writeStringField("words", words(entry));
        AlertSubject about = view.about(entry.body());
        out.writeStringField("incident", named(about, AlertSubject.Type.INCIDENT));
        out.writeStringField("protest", named(about, AlertSubject.Type.PROTEST));
        out.writePOJOField("alert", View.alert(entry.body()));
        Report report = entry.body() instanceof Entry.ReportRecorded it ? it.report() : null;
        out.writePOJOField("report", report == null ? null : report.id());
        out.writePOJOField("corrects", report == null ? null : report.corrects());
        out.writeBooleanField("withdrawn", report != null && report.withdrawn());
        out.writeEndObject();
    }

    private static @Nullable String named(@Nullable AlertSubject about, AlertSubject.Type type) {
        return about != null && about.type() == type ? about.id() : null;
    }

    /** The sentence. Only of entries that are told. */
    String words(Entry entry) {
        String actor = entry.actor();
        return switch (entry.body()) {
            case Entry.ReportRecorded it ->
                    ReportTelling.of(names, entry, it, view.conceals(entry));
            case Entry.ProtestPlanned it ->
                    actor + " planned " + title(it.protest()) + expected(it.plan());
            case Entry.ProtestChanged it ->
                    actor + " changed the plan of " + title(it.protest()) + expected(it.plan());
            case Entry.ProtestCancelled it ->
                    actor + " called off " + title(it.protest()) + inBrackets(it.reason());
            case Entry.ProtestStarted it -> title(it.protest()) + " is live";
            case Entry.ProtestEnded it -> title(it.protest()) + " has ended";
            case Entry.AlertRaised it -> raised(it.alert(), it.subject(), it.finding(), " alert: ");
            case Entry.AlertUpdated it -> updated(it);
            case Entry.AlertCleared it -> cleared(entry, it);
            case Entry.AlertAcknowledged it -> actor + " acknowledged: " + message(it.alert());
            case Entry.AlertUnacknowledged it ->
                    actor + " took back the acknowledgement of: " + message(it.alert());
            case Entry.AlertAssigned it -> assigned(actor, it);
            case Entry.AlertCommented it ->
                    actor + " on the alert \u201c" + message(it.alert()) + "\u201d: " + it.text();
            case Entry.AlertShelved it -> both(actor, it.second()) + " shelved until "
                    + moment(it.until()) + ": " + message(it.alert()) + " (" + it.reason() + ")";
            case Entry.AlertUnshelved it ->
                    actor.equals(Actor.SYSTEM.name()) ? "Back in the queue: " + message(it.alert())
                            : actor + " put back into the queue: " + message(it.alert());
            case Entry.AlertSuppressed it -> it.by() == null ? "Calls again: " + message(it.alert())
                    : "Suppressed, explained by another alert: " + message(it.alert());
            case Entry.FloodStarted it ->
                    "Flood at " + it.desk() + ": " + it.count() + " alerts in 10 minutes";
            case Entry.FloodEnded it -> "The flood at " + it.desk() + " is over: " + it.count()
                    + " alerts in 10 minutes";
            case Entry.AlertSeen _,Entry.RuleFailed _,Entry.ReportRead _,Entry.SettingsApplied _,Entry.AccessNoted _ ->
                    throw new IllegalArgumentException("not told: " + entry.body().type());
        };
    }

    /** A moment as sentences have it: {@code 2014-09-06 20:40:00 UTC}. */
    static String moment(Instant at) {
        String text = Times.text(at);
        return text.replace('T', ' ').replaceFirst("[.]\\d+Z|Z$", " UTC");
    }

    /** Who did something, and who stands for it beside them. */
    static String both(String who, @Nullable String second) {
        return second == null ? who : who + " and " + second;
    }

    private String title(UUID protest) {
        String title = names.protest(protest);
        return title == null ? "a protest" : title;
    }

    private static String expected(Plan plan) {
        Plan.Expected expected = plan.expected();
        String people = expected == null ? ""
                : expected.low() + " to " + expected.high() + " people expected";
        String officers = plan.officersPlanned() == null ? ""
                : plan.officersPlanned() + " officers planned";
        String both = people.isEmpty() || officers.isEmpty() ? people + officers
                : people + ", " + officers;
        return both.isEmpty() ? "" : "; " + both;
    }

    private String raised(UUID id, AlertSubject subject, Finding finding, String what) {
        String severity = finding.severity().slug();
        return drill(id) + Character.toUpperCase(severity.charAt(0)) + severity.substring(1) + what
                + finding.message(view.isSensitive(subject)) + (finding.late() ? " (late)" : "");
    }

    private String updated(Entry.AlertUpdated it) {
        Alert alert = view.alerts().get(it.alert());
        Finding finding = it.finding();
        return switch (it.change()) {
            case MOVED -> "Alert moved: " + message(it.alert());
            case SHELF_ENDING -> "Soon back in the queue: " + message(it.alert());
            case REARMED -> "May be raised again: " + message(it.alert());
            case RAISED_AGAIN, ESCALATED ->
                    alert == null || finding == null ? "Alert again: " + message(it.alert())
                            : raised(it.alert(), alert.subject(), finding,
                                    it.change() == Entry.AlertUpdated.Change.ESCALATED
                                            ? " alert, escalated: "
                                            : " alert again: ");
        };
    }

    private String cleared(Entry entry, Entry.AlertCleared it) {
        if (!entry.actor().equals(Actor.SYSTEM.name())) {
            return entry.actor() + " cleared: " + message(it.alert()) + inBrackets(it.reason());
        }
        return "Over: " + message(it.alert())
                + (it.state() == AlertState.CLEARED ? "" : " (nobody has acknowledged it)");
    }

    private String assigned(String actor, Entry.AlertAssigned it) {
        String to = it.to();
        if (to == null) {
            return actor + " assigned to nobody: " + message(it.alert());
        }
        return to.equals(actor) ? actor + " took: " + message(it.alert())
                : actor + " assigned to " + to + ": " + message(it.alert());
    }

    private String message(UUID id) {
        Alert alert = view.alerts().get(id);
        return alert == null ? "an alert" : drill(id) + alert.message();
    }

    private String drill(UUID id) {
        Alert alert = view.alerts().get(id);
        return alert != null && alert.drill() ? "Drill: " : "";
    }

    private static String inBrackets(@Nullable String words) {
        return words == null || words.isBlank() ? "" : " (" + words.strip() + ")";
    }
}
