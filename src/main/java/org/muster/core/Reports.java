package org.muster.core;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.CrowdEstimate;
import org.muster.model.Deployment;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Entry.Struck;
import org.muster.model.Injured;
import org.muster.model.Location;
import org.muster.model.Report;

/** Takes reports into the picture, and takes out those that others stand in place of. */
final class Reports {

    private final Incidents incidents;
    private final Protests protests;
    private final Function<Boolean, Scene> scenes;
    private final Catalogue catalogue;
    private final Corrections corrections;
    private final BiConsumer<String, Boolean> touched;

    /**
     * @param scenes by whether it is a drill
     * @param touched told of each unit that reports, and whether that is in a drill
     */
    Reports(Incidents incidents, Protests protests, Function<Boolean, Scene> scenes,
            Catalogue catalogue, Corrections corrections, BiConsumer<String, Boolean> touched) {
        this.incidents = incidents;
        this.protests = protests;
        this.scenes = scenes;
        this.catalogue = catalogue;
        this.corrections = corrections;
        this.touched = touched;
    }

    void evolve(Entry entry, ReportRecorded body) {
        Report report = body.report();
        Struck struck = body.struck();
        if (report.corrects() != null && struck != null) {
            corrections.add(report.corrects(), struck.seq(), report.id(), entry.seq(),
                    body.sensitive());
            strike(struck, entry, body);
        }
        Moment when = moment(body.effectiveAt(), entry.seq());
        if (report.withdrawn()) {
            mark(when, body);
        } else {
            add(when, entry, body);
        }
        if (struck != null && struck.protest() != null) {
            protests.settle(protests.get(struck.protest()), entry.at().toEpochMilli());
        }
    }

    /** Whether a report says that nothing is wrong where it was made. */
    static boolean isQuiet(ReportRecorded body) {
        Report report = body.report();
        CrowdEstimate crowd = report.crowd();
        Injured injured = report.injured();
        boolean hurt = injured != null && !injured.equals(Injured.NONE);
        boolean people = crowd != null && crowd.high() > 0;
        return report.allQuiet() && !report.emergency() && !body.opened()
                && report.arrests().isEmpty() && !hurt && !people;
    }

    private void add(Moment when, Entry entry, ReportRecorded body) {
        Report report = body.report();
        Scene scene = scenes.apply(report.drill());
        AreaSet areas = scene.areas().set(entry.areas());
        areas.addReport(entry.at().toEpochMilli(), isQuiet(body));
        Post post = body.protest() == null ? takeIn(when, entry.actor(), body, areas, scene)
                : takeIn(when, entry, body, body.protest(), areas, scene);
        AreaSetState.Harm harm = AreaSetState.Harm.of(report);
        if (post == null && !harm.isNone()) {
            areas.addLoose(when, harm);
        }
        Where where = post == null ? new Where.AtPlace(report.location(), areas, body.sensitive())
                : new Where.AtPost(post);
        String eyes = Original.eyes(body);
        for (Deployment deployment : report.officers()) {
            scene.units().add(when, deployment, eyes, where, scene.areas().nowhere());
        }
        scene.units().hear(eyes, when);
        touch(eyes, scene, report.drill());
        if (report.emergency()) {
            Location at = report.location();
            scene.emergencies()
                    .add(eyes, when,
                            new Emergencies.Call(entry.areas(), at == null ? null : Spot.of(at)));
            touched.accept(eyes, report.drill());
        }
    }

    /** Adds it to what it is about; null when that is no incident and no protest. */
    private @Nullable Post takeIn(Moment when, String by, ReportRecorded body, AreaSet areas,
            Scene scene) {
        if (body.incident() == null) {
            return null;
        }
        IncidentTrack track = body.opened()
                ? incidents.open(body.incident(), when, body, areas, catalogue)
                : incidents.get(body.incident());
        if (track.add(when, body, by, areas)) {
            scene.units().moved(track.post());
        }
        incidents.changed(track);
        return track.post();
    }

    /** Adds it to the protest that it is about. */
    private Post takeIn(Moment when, Entry entry, ReportRecorded body, UUID id, AreaSet areas,
            Scene scene) {
        ProtestTrack track = body.opened() ? open(when, body, id, areas) : protests.get(id);
        track.add(when, body, entry.actor());
        protests.settle(track, entry.at().toEpochMilli());
        scene.units().moved(track.post());
        return track.post();
    }

    private ProtestTrack open(Moment when, ReportRecorded body, UUID id, AreaSet areas) {
        ProtestTrack known = protests.find(id);
        if (known != null && known.isPlanned()) {
            return known;
        }
        Unplanned opening = Unplanned.of(body.report(), body.effectiveAt(), known, catalogue);
        AreaSet where = known != null && body.report().location() == null ? known.ledger().areas()
                : areas;
        return protests.open(id, when, body, opening, where);
    }

    /** A report that withdraws another says nothing, but it may be as sensitive. */
    private void mark(Moment when, ReportRecorded body) {
        if (body.incident() != null) {
            IncidentTrack track = incidents.get(body.incident());
            track.mark(when, body);
            incidents.changed(track);
        }
        if (body.protest() != null) {
            ProtestTrack track = protests.get(body.protest());
            track.ledger().mark(when, body);
            protests.changed(track);
        }
    }

    /** What was confidential stays so, also where the report in its place does not speak of it any more. */
    private void strike(Struck struck, Entry entry, ReportRecorded body) {
        Ledger before = ledger(struck.incident(), struck.protest());
        boolean keepsMark = before != null && before.isSensitiveBy(struck.seq())
                && before != ledger(body.incident(), body.protest());
        strike(struck, entry.at().toEpochMilli(), Original.eyes(body));
        if (before != null && keepsMark) {
            before.mark(moment(body.effectiveAt(), entry.seq()), body);
        }
    }

    private @Nullable Ledger ledger(@Nullable UUID incident, @Nullable UUID protest) {
        IncidentTrack track = incident == null ? null : incidents.find(incident);
        if (track != null) {
            return track.ledger();
        }
        ProtestTrack gathering = protests.find(protest);
        return gathering == null ? null : gathering.ledger();
    }

    /**
     * What a protest is without it is settled when the report in its place is taken in.
     *
     * @param eyes who said it: whoever the report in its place is told by
     */
    private void strike(Struck struck, long at, String eyes) {
        Scene scene = scenes.apply(struck.drill());
        AreaSet areas = scene.areas().set(struck.areas());
        Moment when = moment(struck.effectiveAt(), struck.seq());
        if (!struck.withdrawn()) {
            areas.removeReport(struck.receivedAt().toEpochMilli(), struck.quiet());
        }
        scene.units().strike(when, struck.units());
        scene.units().unhear(eyes, when);
        touch(eyes, scene, struck.drill());
        String unit = scene.emergencies().strike(when);
        if (unit != null) {
            touched.accept(unit, struck.drill());
        }
        if (struck.incident() != null) {
            IncidentTrack track = incidents.get(struck.incident());
            if (track.strike(when, at)) {
                scene.units().moved(track.post());
            }
            incidents.changed(track);
        } else if (struck.protest() != null) {
            protests.get(struck.protest()).strike(when, at);
        } else {
            areas.removeLoose(when);
            scene.units().strikeRequests(when);
        }
    }

    /** When it was last heard of may be another. */
    private void touch(String observer, Scene scene, boolean isDrill) {
        if (scene.knows(observer)) {
            touched.accept(observer, isDrill);
        }
    }

    private static Moment moment(Instant effectiveAt, long seq) {
        return new Moment(effectiveAt.toEpochMilli(), seq);
    }
}
