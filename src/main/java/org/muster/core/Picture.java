package org.muster.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.Command;
import org.muster.model.Deployment;
import org.muster.model.Entry;
import org.muster.model.Entry.AccessNoted;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Entry.SettingsApplied;
import org.muster.model.Report;
import org.muster.model.Settings;

/**
 * All that is known, folded from the entries in order. The same entries always make the same picture; windows are
 * functions of the entries and {@link #at}. Not safe for threads: it belongs to one at a time. Closed incidents stay in
 * it for now.
 *
 * <p>A command is decided, its drafts numbered and evolved, then the next is decided, all before anything is committed.
 * When an exception comes out of {@link #evolve} the picture is wrong and must not be used any more.
 */
public final class Picture {

    /** Raised with every change that folds the same entries into another picture. */
    public static final int VERSION = 2;

    private static final long MINUTE_MILLIS = 60_000;

    private final Areas areas = new Areas();
    private final Catalogue catalogue;
    private final Incidents incidents;
    private final Units units;
    private final Deciding deciding;
    private boolean settingsChanged = true;
    private long seq;
    private long at;

    private Picture(Settings settings, long seq, long at) {
        this.seq = seq;
        this.at = at;
        catalogue = new Catalogue(settings);
        incidents = new Incidents(settings.windows().estimateMinutes() * MINUTE_MILLIS);
        units = new Units(post -> incidents.changed(incidents.get(post.incident())));
        deciding = new Deciding(incidents, units, catalogue);
        areas.define(settings.areas(), settings.windows().silentMinutes() * MINUTE_MILLIS);
    }

    /** The picture before the first entry: no areas but elsewhere, no categories, at the beginning of 1970. */
    public static Picture empty() {
        return new Picture(Settings.NONE, 0, 0);
    }

    /** A picture that goes on exactly as the one the state was taken from; all of it counts as changed. */
    public static Picture restore(PictureState state) {
        Picture picture = new Picture(state.settings(), state.seq(), state.at());
        picture.areas.restore(state.areaSets());
        picture.incidents.restore(state.incidents(), picture.areas::set, state.at());
        picture.units.restore(state.units(), picture::where, state.placeRequests(),
                picture.areas::set);
        return picture;
    }

    /** Everything, for a snapshot: immutable, and costs time and memory by the size of the picture. */
    public PictureState state() {
        return new PictureState(VERSION, seq, at, catalogue.settings(), incidents.state(),
                units.state(), units.requestState(), areas.state(at));
    }

    /**
     * What a command brings about; changes nothing.
     *
     * @param now the moment of receipt, in milliseconds, not before the last entry
     */
    public Decision decide(Command command, Instant now, Lookups lookups) {
        return deciding.decide(command, now, lookups);
    }

    /**
     * What follows from the entries taken in and from the time that has passed, as of {@link #at}; changes nothing.
     * To be asked after each command's entries and after each {@link #advance}, and again after these are taken in,
     * until nothing follows any more.
     */
    public List<Draft> follow() {
        return List.of();
    }

    /** Takes in the next entry. */
    public void evolve(Entry entry) {
        if (entry.seq() != seq + 1) {
            throw new IllegalStateException("entry " + entry.seq() + " came after " + seq);
        }
        seq = entry.seq();
        advance(entry.at());
        switch (entry.body()) {
            case ReportRecorded body -> report(entry, body);
            case SettingsApplied body -> apply(body);
            case Entry.ProtestPlanned _,Entry.ProtestChanged _,Entry.ProtestCancelled _,Entry.ProtestStarted _,Entry.ProtestEnded _ ->
                    throw new IllegalStateException("protests are not kept yet");
            case AccessNoted _,Entry.ReportRead _ -> {
            }
        }
    }

    /** Moves the windows to {@code now}; an earlier moment changes nothing. */
    public void advance(Instant now) {
        at = Math.max(at, now.toEpochMilli());
    }

    /** What changed since the last call, as of {@link #at}; at the first call everything there is. */
    public Changes takeChanges() {
        Settings settings = settingsChanged ? catalogue.settings() : null;
        settingsChanged = false;
        return new Changes(incidents.takeChanged(), Map.of(), units.takeChanged(),
                areas.takeChanged(at), settings);
    }

    /** The settings in force; before the first were applied, without areas and categories. */
    public Settings settings() {
        return catalogue.settings();
    }

    /** The last entry taken in; 0 before the first. */
    public long seq() {
        return seq;
    }

    /** The moment up to which the windows reach: the last entry's, or the last {@link #advance}'s. */
    public Instant at() {
        return Instant.ofEpochMilli(at);
    }

    private void report(Entry entry, ReportRecorded body) {
        AreaSet reported = areas.set(entry.areas());
        areas.addReport(reported, entry.at().toEpochMilli());
        IncidentTrack track = body.incident() == null ? null : incidentOf(entry, body, reported);
        if (track != null && incidents.update(track, body, entry.actor(), reported, at)) {
            units.moved(track.post());
        }
        Where where = track == null ? new Where.AtPlace(body.report().location(), reported)
                : new Where.AtPost(track.post());
        long effectiveAt = body.effectiveAt().toEpochMilli();
        for (Deployment deployment : body.report().officers()) {
            units.add(deployment, where, effectiveAt, entry.seq(), body.observer());
        }
    }

    private @Nullable IncidentTrack incidentOf(Entry entry, ReportRecorded body, AreaSet reported) {
        if (body.incident() == null) {
            return null;
        }
        if (body.opened()) {
            Report report = body.report();
            var location = Objects.requireNonNull(report.location(), "what opens has a location");
            var category = Objects.requireNonNull(report.category(), "what opens has a category");
            incidents.open(new IncidentTrack(body.incident(), entry.seq(),
                    body.effectiveAt().toEpochMilli(), category,
                    catalogue.title(category, location), location, reported), at);
        }
        return incidents.get(body.incident());
    }

    private void apply(SettingsApplied body) {
        Settings settings = body.settings();
        settingsChanged = true;
        catalogue.apply(settings);
        areas.define(settings.areas(), settings.windows().silentMinutes() * MINUTE_MILLIS);
        body.areasOfOpen().forEach((id, ids) -> {
            IncidentTrack track = incidents.get(id);
            incidents.relocate(track, areas.set(ids), at);
            units.moved(track.post());
        });
        Map<Spot, AreaSet> places = new HashMap<>();
        body.areasOfPlaces()
                .forEach(place -> places.put(new Spot(place.lat(), place.lon()),
                        areas.set(place.areas())));
        units.relocate(places);
        incidents.window(settings.windows().estimateMinutes() * MINUTE_MILLIS, at);
    }

    private Where where(UnitState state) {
        return state.incident() == null ? new Where.AtPlace(state.place(), areas.set(state.areas()))
                : new Where.AtPost(incidents.get(state.incident()).post());
    }
}
