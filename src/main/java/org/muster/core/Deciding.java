package org.muster.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Command.ApplySettings;
import org.muster.model.Command.NoteAccess;
import org.muster.model.Command.SubmitReport;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Rejection;

/** What a command brings about, by the picture as it is. Nothing here changes anything. */
final class Deciding {

    private final Incidents incidents;
    private final List<Scene> scenes;
    private final DecidingReport reports;

    Deciding(Incidents incidents, List<Scene> scenes, DecidingReport reports) {
        this.incidents = incidents;
        this.scenes = scenes;
        this.reports = reports;
    }

    Decision decide(Command command, Instant now, Lookups lookups) {
        return switch (command) {
            case SubmitReport submit -> reports.decide(submit, now, lookups);
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

    private Map<UUID, List<String>> areasOfOpen(Places places) {
        Map<UUID, List<String>> open = new HashMap<>();
        for (IncidentTrack track : incidents.present()) {
            Location at = track.location();
            open.put(track.id(), places.areasOf(at.lat(), at.lon()));
        }
        return open;
    }

    private List<Entry.AreasOfPlace> areasOfPlaces(Places places) {
        Set<Spot> spots = new LinkedHashSet<>();
        scenes.forEach(scene -> spots.addAll(scene.units().spots()));
        return spots.stream()
                .map(spot -> new Entry.AreasOfPlace(spot.lat(), spot.lon(),
                        places.areasOf(spot.lat(), spot.lon())))
                .toList();
    }

    private static Decision accepted(String actor, List<String> areas, Entry.Body body) {
        return new Decision.Accepted(List.of(new Draft(actor, areas, body)));
    }
}
