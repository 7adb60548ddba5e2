package org.muster.app;

import io.micrometer.core.instrument.MeterRegistry;

import org.muster.config.Config;
import org.muster.metrics.AreaMeters;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.recorder.Recorder;
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

    /** Records them when they differ, with the new areas of what is somewhere; whether they are in force now. Blocks. */
    boolean ensure() {
        boolean inForce = views.now().settings().equals(config.settings()) || recorder
                .submitAhead(new Command.ApplySettings(config.settings(), config.areaMap()))
                .join() instanceof Outcome.Applied;
        if (inForce) {
            areas.add(views.now().areas().values());
        }
        return inForce;
    }
}
