package org.muster.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.muster.model.Command;
import org.muster.model.Command.ApplySettings;
import org.muster.model.Command.NoteAccess;
import org.muster.model.Command.SubmitReport;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Settings;
import org.muster.model.Shape;

/** What a command brings about, by the picture as it is. Nothing here changes anything. */
final class Deciding {

    private final Incidents incidents;
    private final List<Scene> scenes;
    private final Protests protests;
    private final DecidingReport reports;
    private final DecidingProtest plans;
    private final DecidingAlert alerts;

    Deciding(Incidents incidents, Protests protests, List<Scene> scenes, DecidingReport reports,
            DecidingProtest plans, DecidingAlert alerts) {
        this.incidents = incidents;
        this.protests = protests;
        this.plans = plans;
        this.alerts = alerts;
        this.scenes = scenes;
        this.reports = reports;
    }

    Decision decide(Command command, Instant now, Lookups lookups) {
        return switch (command) {
            case SubmitReport submit -> reports.decide(submit, now, lookups);
            case ApplySettings apply -> accepted(apply.by(), List.of(),
                    new Entry.SettingsApplied(apply.settings(), areasOfOpen(apply.places()),
                            areasOfPlaces(apply.places()),
                            plans.clashes(apply.settings(), lookups)));
            case Command.PlanProtest plan -> plans.plan(plan, lookups);
            case Command.ChangeProtest change -> plans.change(change, now, lookups);
            case Command.CancelProtest cancel -> plans.cancel(cancel, now);
            case Command.NoteReading reading ->
                    accepted(reading.by(), reading.areas(), new Entry.ReportRead(reading.report()));
            case Command.WorkAlert work -> alerts.work(work, now);
            case Command.NoteSeen seen -> alerts.see(seen);
            case NoteAccess note ->
                    accepted(note.by(), List.of(), new Entry.AccessNoted(note.change()));
        };
    }

    private Map<UUID, List<String>> areasOfOpen(Places places) {
        Map<UUID, List<String>> open = new HashMap<>();
        for (IncidentTrack track : incidents.present()) {
            Location at = track.location();
            open.put(track.id(), places.areasOf(at.lat(), at.lon()));
        }
        for (ProtestTrack track : protests.present()) {
            Shape at = track.plan().place();
            open.put(track.id(), at == null ? List.of(Settings.ELSEWHERE) : places.areasOf(at));
        }
        return open;
    }

    private List<Entry.AreasOfPlace> areasOfPlaces(Places places) {
        Set<Spot> spots = new LinkedHashSet<>();
        scenes.forEach(scene -> spots.addAll(scene.spots()));
        return spots.stream()
                .map(spot -> new Entry.AreasOfPlace(spot.lat(), spot.lon(),
                        places.areasOf(spot.lat(), spot.lon())))
                .toList();
    }

    private static Decision accepted(String actor, List<String> areas, Entry.Body body) {
        return new Decision.Accepted(List.of(new Draft(actor, areas, body)));
    }
}
