package org.muster.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;

import org.muster.config.Config;
import org.muster.geo.AreaMap;
import org.muster.metrics.AreaMeters;
import org.muster.model.Command;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Outcome;
import org.muster.recorder.Recorder;
import org.muster.view.View;
import org.muster.view.Views;

/** Sees to it that the settings of the configuration are those of the record. One thread at a time. */
final class SettingsInForce {
    private final Recorder recorder;
    private final Views views;
    private final Config config;
    private final AreaMeters areas;

    SettingsInForce(Recorder recorder, Views views, Config config, MeterRegistry registry) {
        this.recorder = recorder;
        this.views = views;
        this.config = config;
        this.areas = new AreaMeters(registry, id -> views.now().areas().get(id));
    }

    /** Records them when they differ, with the new areas of what is open; whether they are in force now. Blocks. */
    boolean ensure() {
        View view = views.now();
        boolean inForce = view.settings().equals(config.settings()) || recorder
                .submitAhead(new Command.ApplySettings(config.settings(), areasOfOpen(view)))
                .join() instanceof Outcome.Applied;
        if (inForce) {
            views.now().areas().keySet().stream().sorted().forEach(areas::add);
        }
        return inForce;
    }

    private Map<UUID, List<String>> areasOfOpen(View view) {
        AreaMap map = config.areaMap();
        Map<UUID, List<String>> open = new HashMap<>();
        for (Incident incident : view.incidents().values()) {
            if (incident.status() != IncidentStatus.CLOSED) {
                Location at = incident.location();
                open.put(incident.id(), map.locate(at.lat(), at.lon()));
            }
        }
        return open;
    }
}
