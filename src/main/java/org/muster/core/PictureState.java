package org.muster.core;

import java.util.List;

import org.muster.model.Settings;
import org.muster.model.Versions;

/**
 * Everything a picture holds, for a snapshot. A picture restored from it goes on exactly as the one it was taken from.
 * Plain records all the way down; times are milliseconds since 1970, UTC.
 *
 * @param version {@link Picture#VERSION} of the code that made it
 * @param seq the last entry folded in; 0 when none was
 * @param at the moment up to which windows have moved
 * @param real areas and units
 * @param drill those of drills
 * @param versions of the settings and rules in force
 */
public record PictureState(int version, long seq, long at, Settings settings,
        List<IncidentState> incidents, List<ProtestState> protests, Scene.State real,
        Scene.State drill, Corrections.State corrections, Versions versions, List<AlertLog> alerts,
        Load.State load, Allegations.State allegations) {

    public PictureState {
        incidents = List.copyOf(incidents);
        protests = List.copyOf(protests);
        alerts = List.copyOf(alerts);
    }
}
