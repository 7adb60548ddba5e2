package org.muster.core;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.Allegation;
import org.muster.model.Annunciation;
import org.muster.model.Area;
import org.muster.model.Desk;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.model.Unit;
import org.muster.model.Versions;

/**
 * What is different since the last time it was asked, each as it is now. Handed over, not copied: the maps are the
 * receiver's alone.
 *
 * @param unitsGone units that no report speaks of any more, because all that did were struck
 * @param areas changed areas; every area there is when {@code settings} is given, so that others can be dropped
 * @param confidential entries of reports that became confidential after they were recorded
 * @param desks all there are when one is another, by name; else null
 * @param annunciations since they were last taken, oldest first
 * @param settings the settings in force when they changed, else null
 * @param versions of these; null as they are
 */
public record Changes(Map<UUID, Incident> incidents, Map<UUID, Protest> protests,
        Map<String, Unit> units, Set<String> unitsGone, Map<String, Area> areas,
        Set<Long> confidential, Map<UUID, Alert> alerts, @Nullable Map<String, Desk> desks,
        List<Annunciation> annunciations, Map<UUID, Allegation> allegations,
        @Nullable Settings settings, @Nullable Versions versions) {

    public Changes {
        incidents = Collections.unmodifiableMap(incidents);
        protests = Collections.unmodifiableMap(protests);
        units = Collections.unmodifiableMap(units);
        unitsGone = Set.copyOf(unitsGone);
        confidential = Set.copyOf(confidential);
        areas = Collections.unmodifiableMap(areas);
        desks = desks == null ? null : Map.copyOf(desks);
        annunciations = List.copyOf(annunciations);
        allegations = Collections.unmodifiableMap(allegations);
        alerts = Collections.unmodifiableMap(alerts);
    }

    /** Whether nothing changed at all. */
    public boolean isEmpty() {
        return incidents.isEmpty() && protests.isEmpty() && units.isEmpty() && unitsGone.isEmpty()
                && areas.isEmpty() && confidential.isEmpty() && alerts.isEmpty() && desks == null
                && annunciations.isEmpty() && allegations.isEmpty() && settings == null;
    }
}
