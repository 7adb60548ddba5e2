package org.muster.core;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alerting;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Recurrence;

/** Every incident, open, closed and void: they stay in memory until there is an index that answers for them. */
final class Incidents {

    private final Map<UUID, IncidentTrack> incidents = new LinkedHashMap<>();
    private final Set<IncidentTrack> changed = new LinkedHashSet<>();
    private final Nearby nearby = new Nearby();
    private final Chains chains = new Chains(this::chained);
    private final Ledger.Fusing fusing;
    private final Consumer<IncidentTrack> touched;

    /** @param touched told of each whose facts may be others */
    Incidents(Ledger.Fusing fusing, Consumer<IncidentTrack> touched) {
        this.fusing = fusing;
        this.touched = touched;
    }

    @Nullable
    IncidentTrack find(UUID id) {
        return incidents.get(id);
    }

    /** The incident with this id; that there is none is our own fault. */
    IncidentTrack get(UUID id) {
        IncidentTrack track = incidents.get(id);
        if (track == null) {
            throw new IllegalStateException("no incident " + id + " was ever opened");
        }
        return track;
    }

    Collection<IncidentTrack> all() {
        return incidents.values();
    }

    /** What a new map moves: what is open, and what is over with units still there. */
    List<IncidentTrack> present() {
        return incidents.values()
                .stream()
                .filter(track -> track.isOpen() || !track.post().units().isEmpty())
                .toList();
    }

    /** At most so many open incidents near a place and a moment, nearest first. */
    List<UUID> similar(Location to, boolean drill, long effectiveAt) {
        return nearby.similar(to, drill, effectiveAt);
    }

    /** A report opens an incident, or stands in place of the one that did; it is to be added next. */
    IncidentTrack open(UUID id, Moment when, ReportRecorded body, AreaSet areas,
            Catalogue catalogue) {
        Location location = body.report().location();
        String category = body.report().category();
        IncidentTrack known = incidents.get(id);
        if (known != null) {
            Placed place = location == null ? known.opening() : new Placed(location, areas);
            String its = category == null ? known.category() : category;
            known.open(when, its, catalogue.title(its, place.location()), place);
            return known;
        }
        if (location == null || category == null) {
            throw new IllegalStateException("what opens has a category and a location");
        }
        Placed place = new Placed(location, areas);
        IncidentTrack track = new IncidentTrack(IncidentState.opened(id, when, category,
                body.report().drill(), catalogue.title(category, location), place), fusing,
                ids -> areas);
        incidents.put(id, track);
        return track;
    }

    /** What is shown of it is not true any more. */
    void changed(IncidentTrack track) {
        changed.add(track);
        nearby.put(track);
        chains.put(track);
        touched.accept(track);
    }

    /** It follows other incidents than before, or as many of other nights. */
    private void chained(IncidentTrack track) {
        changed.add(track);
        touched.accept(track);
    }

    /** What it is the second of. */
    Recurrence recurrence(IncidentTrack track) {
        return chains.of(track);
    }

    /** Tells nights apart in another way. */
    void define(Alerting.Nights nights) {
        if (chains.define(nights)) {
            incidents.values().forEach(this::changed);
        }
    }

    /** Other alerts are open about it. */
    void alerted(IncidentTrack track) {
        changed.add(track);
    }

    /** Those of which something is not as it was shown. */
    Collection<IncidentTrack> changed() {
        return changed;
    }

    /** Puts an incident in other areas because the map changed. */
    void relocate(IncidentTrack track, AreaSet areas) {
        track.relocate(areas);
        changed(track);
    }

    /** Fuses every crowd anew with the window in force. */
    void fuse() {
        incidents.values().forEach(track -> {
            track.fuse();
            changed(track);
        });
    }

    /** @param alerts those that are open, by incident */
    Map<UUID, Incident> takeChanged(Catalogue catalogue,
            Function<IncidentTrack, List<UUID>> alerts) {
        Map<UUID, Incident> taken = HashMap.newHashMap(changed.size());
        for (IncidentTrack track : changed) {
            taken.put(track.id(), track.shown(catalogue, alerts.apply(track), chains.of(track)));
        }
        changed.clear();
        return taken;
    }

    List<IncidentState> state() {
        return incidents.values().stream().map(IncidentTrack::state).toList();
    }

    /** @param sets the sets of areas, by whether it is a drill */
    void restore(List<IncidentState> states,
            Function<Boolean, Function<List<String>, AreaSet>> sets) {
        for (IncidentState state : states) {
            IncidentTrack track = new IncidentTrack(state, fusing, sets.apply(state.drill()));
            incidents.put(track.id(), track);
            changed(track);
        }
    }
}
