package org.muster.app;

import java.util.List;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.metrics.AreaMeters;
import org.muster.metrics.RulesMeters;
import org.muster.model.Command;
import org.muster.model.Fault;
import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.model.Reloaded;
import org.muster.model.Settings;
import org.muster.recorder.Recorder;
import org.muster.view.View;
import org.muster.view.Views;

/**
 * Sees to it that the settings of the configuration are those of the record, also when its rules are read again. What
 * cannot be taken leaves everything as it was. Any thread; one at a time gets in.
 */
final class SettingsInForce {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsInForce.class);

    private final Recorder recorder;
    private final Views views;
    private final Function<Config, Loaded> again;
    private final AreaMeters areas;
    private final RulesMeters rules;
    private Config config;

    /** @param again reads the rules anew and leaves the rest of a configuration as it is; may block */
    SettingsInForce(Recorder recorder, Views views, Config config, Function<Config, Loaded> again,
            MeterRegistry registry) {
        this.recorder = recorder;
        this.views = views;
        this.config = config;
        this.again = again;
        this.areas = new AreaMeters(registry, id -> views.now().areas().get(id));
        this.rules = new RulesMeters(registry);
    }

    /** Records them when they differ, with the new areas of what is somewhere; whether they are in force now. Blocks. */
    synchronized boolean ensure() {
        boolean inForce = views.now().settings().equals(config.settings()) || recorder
                .submitAhead(new Command.ApplySettings(config.settings(), config.areaMap()))
                .join() instanceof Outcome.Applied;
        if (inForce) {
            areas.add(views.now().areas().values());
        }
        return inForce;
    }

    /** Reads the rules again and puts them in force, as this person's doing. Blocks until they are on disk. */
    synchronized Reloaded reload(String by) {
        Reloaded outcome = switch (again.apply(config)) {
            case Loaded.Ready(var read) -> take(read, by);
            case Loaded.Faulty(var faults) -> new Reloaded.Refused(new Rejection(
                    Rejection.Code.INVALID,
                    "The new rules cannot be used, so those of before stay in force. Mend what is"
                            + " wrong and read them again.",
                    faults.stream()
                            .map(fault -> new Fault("/" + fault.file(),
                                    fault.where().isEmpty() ? fault.detail()
                                            : fault.where() + ": " + fault.detail()))
                            .toList()));
        };
        tell(outcome, by);
        return outcome;
    }

    private Reloaded take(Config read, String by) {
        Settings before = views.now().settings();
        if (!before.equals(read.settings())
                && recorder.submit(new Command.ApplySettings(read.settings(), read.areaMap(), by))
                        .join() instanceof Outcome.Refused(var why)) {
            return new Reloaded.Refused(why);
        }
        config = read;
        View now = views.now();
        return Reloaded.InForce.of(before.rules(), read.rules(), now.versions().settings());
    }

    private void tell(Reloaded outcome, String by) {
        switch (outcome) {
            case Reloaded.InForce(var changed, var added, var removed, var version) -> {
                rules.inForce();
                LOG.info(
                        "{} had the rules read again: changed {}, added {}, removed {}; in force"
                                + " since entry {}.",
                        by, words(changed), words(added), words(removed), version);
            }
            case Reloaded.Refused(var why) -> {
                rules.refused();
                LOG.error(
                        "{} had the rules read again, and they were not taken; those of before stay"
                                + " in force. {}",
                        by, why.detail());
                why.faults()
                        .forEach(fault -> LOG.error("{}: {}", fault.pointer().substring(1),
                                fault.detail()));
            }
        }
    }

    private static String words(List<String> ids) {
        return ids.isEmpty() ? "none" : String.join(", ", ids);
    }
}
