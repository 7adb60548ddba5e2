package org.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.muster.config.Config;
import org.muster.config.Limits;
import org.muster.config.Loaded;
import org.muster.config.ShippedConfig;

/** Services of this process, on the shipped configuration and one rule more, that has no answer. */
final class Running {
    private static final String UNANSWERABLE = """

              - id: unanswerable
                title: A question without an answer
                severity: low
                scope: incident
                when: incident.reports * 9223372036854775807 > 0
                message: "{incident.reports} reports"
            """;

    private Running() {}

    /** A copy of the shipped configuration, with that rule. */
    static Path config(Path folder) {
        try {
            ShippedConfig.copiedTo(folder);
            Files.writeString(folder.resolve("rules.yaml"), UNANSWERABLE,
                    StandardOpenOption.APPEND);
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts one with more settings, which stand where environment variables would. */
    static Service start(Path config, Path data, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("MUSTER_SERVER_PORT", "0",
                "MUSTER_LIMITS_RATES_ADDRESS_BURST", "10000", "MUSTER_LIMITS_RATES_UNIT_BURST",
                "10000", "MUSTER_LIMITS_RATES_DESK_BURST", "10000"));
        all.putAll(settings);
        return service(config, data, loaded(config, all));
    }

    /** The same on a disk of which more than all would have to be free. */
    static Service full(Path config, Path data) {
        Config loaded = loaded(config,
                Map.of("MUSTER_SERVER_PORT", "0", "MUSTER_LIMITS_RATES_ADDRESS_BURST", "10000"));
        Limits limits = with(loaded.limits(), new Limits.Disk(0, Long.MAX_VALUE, 101));
        return service(config, data, with(loaded, limits));
    }

    private static Service service(Path config, Path data, Config loaded) {
        return new Service(DataFolder.open(data), loaded,
                inForce -> inForce.withRulesOf(config.resolve(Config.RULES_FILE)), Clocks.system(),
                () -> {});
    }

    private static Config loaded(Path config, Map<String, String> settings) {
        return switch (Config.load(config, settings)) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }

    /** A record with one component in place of that of its kind. */
    private static <R extends Record> R with(R whole, Record part) {
        try {
            List<Object> values = new ArrayList<>();
            List<Class<?>> types = new ArrayList<>();
            for (RecordComponent each : whole.getClass().getRecordComponents()) {
                types.add(each.getType());
                values.add(
                        each.getType().isInstance(part) ? part : each.getAccessor().invoke(whole));
            }
            @SuppressWarnings("unchecked")
            R made = (R) whole.getClass()
                    .getDeclaredConstructor(types.toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
            return made;
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record can be made anew", impossible);
        }
    }
}
