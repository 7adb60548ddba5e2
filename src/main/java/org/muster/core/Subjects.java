package org.muster.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertSubject;
import org.muster.model.DeploymentState;

/**
 * What rules look at: areas outside drills, open incidents, protests to come or live, units that are not released or in
 * danger, crimes that were alleged and not decided on, and the engine itself.
 */
final class Subjects {

    private static final RuleSubject ENGINE = RuleSubject.of(AlertSubject.Type.ENGINE,
            AlertSubject.ENGINE, false);

    private final Incidents incidents;
    private final Protests protests;
    private final Allegations allegations;
    private final Map<Boolean, Scene> scenes;
    private final Catalogue catalogue;

    /** @param scenes by whether it is a drill */
    Subjects(Incidents incidents, Protests protests, Allegations allegations,
            Map<Boolean, Scene> scenes, Catalogue catalogue) {
        this.incidents = incidents;
        this.protests = protests;
        this.allegations = allegations;
        this.scenes = Map.copyOf(scenes);
        this.catalogue = catalogue;
    }

    /** The subject as it is now; null when it is none, or none any more. */
    @Nullable
    Looked find(RuleSubject about) {
        return switch (about.type()) {
            case AREA -> about.drill() ? null : scene(false).areas().looked(about.id());
            case INCIDENT -> {
                IncidentTrack track = incidents.find(UUID.fromString(about.id()));
                yield track != null && track.isOpen() ? looked(track) : null;
            }
            case PROTEST -> {
                ProtestTrack track = protests.find(UUID.fromString(about.id()));
                yield track != null && track.isPresent() ? looked(track) : null;
            }
            case UNIT -> unit(about);
            case ALLEGATION -> allegation(UUID.fromString(about.id()));
            case ENGINE -> about.equals(ENGINE) ? EngineLooked.NOW : null;
        };
    }

    /** Every subject of a scope. */
    Collection<RuleSubject> all(AlertSubject.Type scope) {
        Set<RuleSubject> all = new TreeSet<>();
        switch (scope) {
            case AREA -> scene(false).areas()
                    .ids()
                    .forEach(id -> all.add(RuleSubject.of(scope, id, false)));
            case INCIDENT -> incidents.all()
                    .stream()
                    .filter(IncidentTrack::isOpen)
                    .forEach(one -> all
                            .add(RuleSubject.of(scope, one.id().toString(), one.isDrill())));
            case PROTEST -> protests.all()
                    .stream()
                    .filter(ProtestTrack::isPresent)
                    .forEach(one -> all
                            .add(RuleSubject.of(scope, one.id().toString(), one.isDrill())));
            case ALLEGATION -> allegations.undecided().forEach(one -> all.add(about(one)));
            case ENGINE -> all.add(ENGINE);
            case UNIT -> scenes.forEach((isDrill, scene) -> {
                scene.units().ids().forEach(id -> all.add(RuleSubject.of(scope, id, isDrill)));
                scene.emergencies()
                        .units()
                        .forEach(id -> all.add(RuleSubject.of(scope, id, isDrill)));
            });
        }
        return all;
    }

    /**
     * Where it is now.
     *
     * @param before where it was, for what is no subject any more
     */
    Whereabouts whereabouts(RuleSubject about, List<String> before) {
        Looked looked = find(about);
        List<String> areas = looked == null || looked.areas().isEmpty() ? before : looked.areas();
        IncidentTrack incident = about.type() == AlertSubject.Type.INCIDENT
                ? incidents.find(UUID.fromString(about.id()))
                : null;
        Set<String> links = new TreeSet<>();
        if (incident != null) {
            incident.links().forEach(link -> links.add(link.incident().toString()));
        }
        return new Whereabouts(about, areas.isEmpty() ? null : areas.getFirst(), links);
    }

    /** Whether what is shown of it has to do without words. */
    boolean isSensitive(AlertSubject what) {
        return switch (what.type()) {
            case INCIDENT -> incidents.get(UUID.fromString(what.id())).ledger().isSensitive();
            case PROTEST -> protests.get(UUID.fromString(what.id())).ledger().isSensitive();
            case ALLEGATION -> {
                AllegationTrack alleged = allegations.find(UUID.fromString(what.id()));
                yield alleged != null && ledger(alleged.subject()).isSensitive();
            }
            case AREA, UNIT, ENGINE -> false;
        };
    }

    static RuleSubject about(IncidentTrack track) {
        return RuleSubject.of(AlertSubject.Type.INCIDENT, track.id().toString(), track.isDrill());
    }

    static RuleSubject about(ProtestTrack track) {
        return RuleSubject.of(AlertSubject.Type.PROTEST, track.id().toString(), track.isDrill());
    }

    static RuleSubject about(AllegationTrack alleged) {
        return RuleSubject.of(AlertSubject.Type.ALLEGATION, alleged.id().toString(),
                alleged.isDrill());
    }

    /** The figures of an incident or a protest, whatever became of it. */
    Ledger ledger(UUID about) {
        IncidentTrack incident = incidents.find(about);
        return incident == null ? protests.get(about).ledger() : incident.ledger();
    }

    private @Nullable Looked allegation(UUID id) {
        AllegationTrack alleged = allegations.find(id);
        if (alleged == null || !alleged.isUndecided()) {
            return null;
        }
        UUID incident = alleged.incident();
        return new AllegationLooked(alleged,
                incident == null ? looked(protests.get(alleged.subject()))
                        : looked(incidents.get(incident)));
    }

    private Looked looked(IncidentTrack track) {
        return new IncidentLooked(track, incidents.recurrence(track), catalogue);
    }

    private Looked looked(ProtestTrack track) {
        return new ProtestLooked(track, protests.clashesBefore(track), catalogue);
    }

    private @Nullable Looked unit(RuleSubject about) {
        Scene scene = scene(about.drill());
        UnitTrack track = scene.units().find(about.id());
        Said<Emergencies.Call> emergency = scene.emergencies().newest(about.id());
        boolean isOut = track != null && track.state() != DeploymentState.RELEASED;
        return isOut || emergency != null
                ? new UnitLooked(about.id(), track, emergency, scene.units(), catalogue)
                : null;
    }

    private Scene scene(boolean isDrill) {
        Scene scene = scenes.get(isDrill);
        if (scene == null) {
            throw new IllegalStateException("there are two scenes");
        }
        return scene;
    }
}
