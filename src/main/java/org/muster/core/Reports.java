package org.muster.core;

import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.CrowdEstimate;
import org.muster.model.Deployment;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Entry.Struck;
import org.muster.model.Injured;
import org.muster.model.Report;

/** Takes reports into the picture, and takes out those that others stand in place of. */
final class Reports {

    private final Incidents incidents;
    private final Function<Boolean, Scene> scenes;
    private final Catalogue catalogue;
    private final Corrections corrections;

    /** @param scenes by whether it is a drill */
    Reports(Incidents incidents, Function<Boolean, Scene> scenes, Catalogue catalogue,
            Corrections corrections) {
        this.incidents = incidents;
        this.scenes = scenes;
        this.catalogue = catalogue;
        this.corrections = corrections;
    }

    void evolve(Entry entry, ReportRecorded body) {
        Report report = body.report();
        Struck struck = body.struck();
        if (report.corrects() != null) {
            corrections.add(report.corrects(), report.id());
        }
        if (struck != null) {
            strike(struck, entry.at().toEpochMilli());
        }
        Moment when = moment(body.effectiveAt(), entry.seq());
        if (report.withdrawn()) {
            mark(when, body);
        } else {
            add(when, entry, body);
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
        Post post = takeIn(when, entry.actor(), body, areas, scene);
        if (post == null && !report.arrests().isEmpty()) {
            areas.addLooseArrests(when, report.arrested());
        }
        Where where = post == null ? new Where.AtPlace(report.location(), areas, body.sensitive())
                : new Where.AtPost(post);
        for (Deployment deployment : report.officers()) {
            scene.units().add(when, deployment, body.observer(), where, scene.nowhere());
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

    /** A report that withdraws another says nothing, but it may be as sensitive. */
    private void mark(Moment when, ReportRecorded body) {
        if (body.incident() != null) {
            IncidentTrack track = incidents.get(body.incident());
            track.mark(when, body);
            incidents.changed(track);
        }
    }

    private void strike(Struck struck, long at) {
        Scene scene = scenes.apply(struck.drill());
        AreaSet areas = scene.areas().set(struck.areas());
        Moment when = moment(struck.effectiveAt(), struck.seq());
        if (!struck.withdrawn()) {
            areas.removeReport(struck.receivedAt().toEpochMilli(), struck.quiet());
        }
        scene.units().strike(when, struck.units());
        if (struck.incident() != null) {
            IncidentTrack track = incidents.get(struck.incident());
            if (track.strike(when, at)) {
                scene.units().moved(track.post());
            }
            incidents.changed(track);
        } else {
            areas.removeLooseArrests(when);
            scene.units().strikeRequests(when);
        }
    }

    private static Moment moment(Instant effectiveAt, long seq) {
        return new Moment(effectiveAt.toEpochMilli(), seq);
    }
}
