package org.muster.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Command.ApplySettings;
import org.muster.model.Command.NoteAccess;
import org.muster.model.Command.SubmitReport;
import org.muster.model.Entry;
import org.muster.model.Fault;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.model.Settings.Kind;
import org.muster.model.Warning;

/** What a command brings about, by the picture as it is. Nothing here changes anything. */
final class Deciding {

    /** An observation older than this is recorded with a warning. */
    static final Duration LONG_AGO = Duration.ofDays(30);

    private final Incidents incidents;
    private final Units units;
    private final Catalogue catalogue;

    Deciding(Incidents incidents, Units units, Catalogue catalogue) {
        this.incidents = incidents;
        this.units = units;
        this.catalogue = catalogue;
    }

    Decision decide(Command command, Instant now, Lookups lookups) {
        return switch (command) {
            case SubmitReport submit -> report(submit, now);
            case ApplySettings apply -> accepted(Actor.SYSTEM.name(), List.of(),
                    new Entry.SettingsApplied(apply.settings(), areasOfOpen(apply.places()),
                            areasOfPlaces(apply.places()), null));
            case Command.PlanProtest _,Command.ChangeProtest _,Command.CancelProtest _ ->
                    new Decision.Refused(new Rejection(Rejection.Code.NOT_YET_SUPPORTED,
                            "Protests are not supported yet."));
            case Command.NoteReading reading ->
                    accepted(reading.by(), reading.areas(), new Entry.ReportRead(reading.report()));
            case NoteAccess note ->
                    accepted(note.by(), List.of(), new Entry.AccessNoted(note.change()));
        };
    }

    private Decision report(SubmitReport submit, Instant now) {
        Report report = submit.report();
        List<Fault> faults = faults(report);
        if (!faults.isEmpty()) {
            return new Decision.Refused(new Rejection(Rejection.Code.INVALID,
                    "The report names what is not known here.", faults));
        }
        if (report.opens() && catalogue.kind(report.category()) == Kind.PROTEST) {
            return new Decision.Refused(new Rejection(Rejection.Code.NOT_YET_SUPPORTED,
                    "Protests are not supported yet; name a category of incident.",
                    List.of(new Fault("/category", "a category of incident"))));
        }
        Instant effectiveAt = report.observedAt().isAfter(now) ? now : report.observedAt();
        UUID incident = report.opens() ? idOf(report) : report.incident();
        return accepted(submit.by().name(), areas(submit),
                new Entry.ReportRecorded(report, incident, null, report.opens(), submit.observer(),
                        effectiveAt, false, null, List.of(), List.of(), submit.contentSha256(),
                        warnings(report, now)));
    }

    private List<Fault> faults(Report report) {
        List<Fault> faults = new ArrayList<>();
        if (report.incident() != null && incidents.find(report.incident()) == null) {
            faults.add(new Fault("/incident", "the id of an incident that is recorded here"));
        }
        if (report.category() != null && catalogue.kind(report.category()) == null) {
            faults.add(new Fault("/category", "a category of the catalogue"));
        }
        if (report.closingCategory() != null && catalogue.kind(report.closingCategory()) == null) {
            faults.add(new Fault("/closingCategory", "a category of the catalogue"));
        }
        return faults;
    }

    private List<Warning> warnings(Report report, Instant now) {
        List<Warning> warnings = new ArrayList<>();
        IncidentTrack track = track(report);
        if (track != null && track.isClosed()) {
            warnings.add(Warning.INCIDENT_CLOSED);
        }
        if (report.observedAt().isAfter(now)) {
            warnings.add(Warning.OBSERVED_IN_FUTURE);
        }
        if (report.observedAt().isBefore(now.minus(LONG_AGO))) {
            warnings.add(Warning.OBSERVED_LONG_AGO);
        }
        return warnings;
    }

    /** The areas of the report's own location; without one, those of its incident. */
    private List<String> areas(SubmitReport submit) {
        IncidentTrack track = track(submit.report());
        return submit.report().location() == null && track != null ? track.post().areas().ids()
                : submit.areas();
    }

    private @Nullable IncidentTrack track(Report report) {
        return report.incident() == null ? null : incidents.find(report.incident());
    }

    private Map<UUID, List<String>> areasOfOpen(Places places) {
        Map<UUID, List<String>> open = new HashMap<>();
        for (IncidentTrack track : incidents.present()) {
            Location at = track.location();
            open.put(track.id(), places.areasOf(at.lat(), at.lon()));
        }
        return open;
    }

    private List<Entry.AreasOfPlace> areasOfPlaces(Places places) {
        return units.spots()
                .stream()
                .map(spot -> new Entry.AreasOfPlace(spot.lat(), spot.lon(),
                        places.areasOf(spot.lat(), spot.lon())))
                .toList();
    }

    private static Decision accepted(String actor, List<String> areas, Entry.Body body) {
        return new Decision.Accepted(List.of(new Draft(actor, areas, body)));
    }

    /** The id of the incident that a report opens: the same whenever and wherever it is decided. */
    private static UUID idOf(Report report) {
        return UUID.nameUUIDFromBytes(("incident:" + report.id()).getBytes(StandardCharsets.UTF_8));
    }
}
