package org.muster.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.muster.exercise.load.Site;

/** What all benches are asked alike. */
final class BenchOptions {
    private static final double SECONDS_MAX = 600;
    private static final int ROUNDS_MAX = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "8",
            description = "length of each turn; warming up takes as long (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
            description = "turns of each side (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE",
            description = "writes everything that was measured, every turn of it")
    private @Nullable Path json;

    @Option(names = "--data-root", paramLabel = "DIR",
            description = "folder on the disk to measure; what is written there is deleted at the end"
                    + " (default: the system's temporary folder)")
    private Path dataRoot = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(names = "--config", paramLabel = "DIR",
            description = "Folder of the configuration (default: config, of the working directory"
                    + " or else of the program).")
    private @Nullable Path config;

    /** How long, when what was asked for makes sense. */
    Site.Timing timing() {
        between("--seconds", seconds, 0.1, SECONDS_MAX);
        between("--rounds", rounds, 1, ROUNDS_MAX);
        var turn = Duration.ofMillis(Math.round(seconds * 1000));
        return new Site.Timing(turn, turn, rounds);
    }

    /** Fails with clear words when a number is out of its bounds. */
    void between(String option, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw wrong(option + " " + plain(value) + " is not between " + plain(low) + " and "
                    + plain(high) + ".");
        }
    }

    /** Where to measure; a folder that is there and can be written to. */
    Path dataRoot() {
        if (!Files.isDirectory(dataRoot) || !Files.isWritable(dataRoot)) {
            throw wrong("--data-root " + dataRoot
                    + " is no folder that can be written to. Name one on the disk to measure.");
        }
        return dataRoot;
    }

    /** Where the figures go; its folder is there. */
    @Nullable
    Path json() {
        var target = json == null ? null : json.toAbsolutePath().getParent();
        if (target != null && !Files.isDirectory(target)) {
            throw wrong("--json " + json + " lies in no folder that there is.");
        }
        return json;
    }

    Path config() {
        return Configuration.folder(config).toAbsolutePath();
    }

    @Nullable
    Path namedConfig() {
        return config;
    }

    ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
