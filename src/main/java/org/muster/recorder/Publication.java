package org.muster.recorder;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import org.muster.core.Changes;
import org.muster.core.Picture;
import org.muster.model.Alert;
import org.muster.model.Allegation;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Desk;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.view.Commit;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.view.Views;

/** The one volatile view, made anew after each commit from what the picture says has changed. */
public final class Publication implements Views {

    private final String epoch;
    private volatile View view;

    /** Publishes the whole picture as it stands. */
    public Publication(Picture picture, String epoch) {
        this.epoch = epoch;
        Changes all = picture.takeChanges();
        view = with(
                new View(new Cursor(epoch, picture.seq()), picture.at(), HashTreePMap.empty(),
                        Known.none(), Known.none(), HashTreePMap.empty(), Settings.NONE),
                picture, all);
    }

    @Override
    public View now() {
        return view;
    }

    /** Publishes what changed, of which no report was waited for; the commit says what that was. One thread. */
    public Commit publish(Picture picture, List<StoredEntry> entries) {
        return publish(picture, entries, List.of());
    }

    /**
     * The same with reports for whom somebody waits.
     *
     * @param readNanos when the reports among the entries had been read
     */
    public Commit publish(Picture picture, List<StoredEntry> entries, List<Long> readNanos) {
        Changes changes = picture.takeChanges();
        View next = with(view, picture, changes);
        Set<String> units = new HashSet<>(changes.units().keySet());
        units.addAll(changes.unitsGone());
        view = next;
        return new Commit(next, entries, changes.incidents().keySet(), changes.protests().keySet(),
                changes.areas().keySet(), units, changes.alerts().keySet(), readNanos);
    }

    private View with(View before, Picture picture, Changes changes) {
        Known<Incident> incidents = before.incidents();
        for (Map.Entry<UUID, Incident> changed : changes.incidents().entrySet()) {
            Incident incident = changed.getValue();
            incidents = incidents.with(changed.getKey(), incident.openedSeq(), incident);
        }
        Known<Protest> protests = before.protests();
        for (Map.Entry<UUID, Protest> changed : changes.protests().entrySet()) {
            Protest protest = changed.getValue();
            protests = protests.with(changed.getKey(), protest.openedSeq(), protest);
        }
        Known<Alert> alerts = before.alerts();
        for (Map.Entry<UUID, Alert> changed : changes.alerts().entrySet()) {
            Alert alert = changed.getValue();
            alerts = alerts.with(changed.getKey(), alert.raisedSeq(), alert);
        }
        Known<Allegation> allegations = before.allegations();
        for (Map.Entry<UUID, Allegation> changed : changes.allegations().entrySet()) {
            Allegation allegation = changed.getValue();
            allegations = allegations.with(changed.getKey(), allegation.seq(), allegation);
        }
        Map<String, Desk> desks = changes.desks();
        Settings settings = changes.settings();
        PMap<String, Area> areas = settings == null ? before.areas().plusAll(changes.areas())
                : HashTreePMap.from(changes.areas());
        return new View(new Cursor(epoch, picture.seq()), picture.at(), areas, incidents, protests,
                before.units().minusAll(changes.unitsGone()).plusAll(changes.units()),
                before.confidential().plusAll(changes.confidential()), alerts,
                settings == null ? before.settings() : settings,
                desks == null ? before.desks() : HashTreePMap.from(desks), allegations,
                changes.versions() == null ? before.versions() : changes.versions(), before.load()
                        .with(changes.annunciations(), changes.alerts().values(), picture.at()));
    }
}
