package org.muster.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.muster.geo.AreaMap;
import org.muster.geo.GroundMap;
import org.muster.model.Alerting;
import org.muster.model.Rule;
import org.muster.model.Schedule;
import org.muster.model.Settings;

/** Everything an operator set, read once at start and faultless. */
public record Config(Server server, Limits limits, Windows windows, Alerts alerts, Units units,
        Streaming stream, Snapshots snapshots, SignIn signIn, Alertmanager alertmanager,
        Tiles tiles, Catalogue catalogue, AreaMap areaMap, GroundMap groundMap,
        List<Schedule> schedules, List<Rule> rules) {

    /** The sections and their keys. */
    public static final String MUSTER_FILE = "muster.yaml";
    /** What an incident or protest can be. */
    public static final String CATEGORIES_FILE = "categories.yaml";
    /** Grounds of arrest. */
    public static final String OFFENCES_FILE = "offences.yaml";
    /** The areas. */
    public static final String AREAS_FILE = "areas.geojson";
    /** What is drawn under the areas; may be left out. */
    public static final String GROUND_FILE = "ground.geojson";
    /** When to call somebody. */
    public static final String RULES_FILE = "rules.yaml";

    public Config {
        schedules = List.copyOf(schedules);
        rules = List.copyOf(rules);
    }

    /**
     * Reads all files of a folder.
     *
     * @param environment variables such as {@code MUSTER_SERVER_PORT} override a key of {@code muster.yaml}
     */
    public static Loaded load(Path folder, Map<String, String> environment) {
        return new Loader(folder, environment).load();
    }

    /**
     * Reads other rules for the same configuration.
     *
     * @param file like {@code rules.yaml}
     */
    public Loaded withRulesOf(Path file) {
        Path whole = file.toAbsolutePath();
        return new Loader(Objects.requireNonNull(whole.getParent(), "a file is in a folder"),
                Map.of()).rules(file.getFileName().toString(), this);
    }

    /** The same with other rules that go by the same schedules. */
    public Config with(List<Rule> others) {
        return with(schedules, others);
    }

    /** The same with other rules and schedules. */
    public Config with(List<Schedule> times, List<Rule> others) {
        return new Config(server, limits, windows, alerts, units, stream, snapshots, signIn,
                alertmanager, tiles, catalogue, areaMap, groundMap, times, others);
    }

    /** What the picture depends on, as it is recorded. */
    public Settings settings() {
        return new Settings(areaMap.version(), areaMap.definitions(), catalogue.categories(),
                catalogue.offences(), units.roles(),
                new Settings.Windows(windows.estimateMinutes(), windows.silentMinutes(),
                        Math.toIntExact(alerts.lateAfter().toMinutes())),
                new Settings.Clashing(windows.dispersalMinutes(), windows.clashOpposedMetres(),
                        windows.clashOtherMetres()),
                rules,
                new Alerting(schedules,
                        new Alerting.Shelving(Math.toIntExact(alerts.shelveMax().toMinutes()),
                                Math.toIntExact(alerts.shelveWarn().toMinutes()),
                                alerts.secondPerson()),
                        alerts.nights().settings(), units.checkInMinutes(),
                        Math.toIntExact(units.relief().toMinutes())));
    }
}
