package org.muster.app.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import org.muster.app.Clocks;
import org.muster.config.Config;
import org.muster.config.Limits;
import org.muster.config.Loaded;
import org.muster.config.Server;

/**
 * What is looked over.
 *
 * @param data the data folder, there or not
 * @param configFolder where the configuration was read
 * @param beganAt the time of day when it began
 * @param beganNanos monotonic, at that moment
 */
public record Patient(Path data, Path configFolder, Loaded configuration, Clocks clocks,
        Instant beganAt, long beganNanos) {

    /** Somebody who comes in now. */
    public Patient(Path data, Path configFolder, Loaded configuration, Clocks clocks) {
        this(data, configFolder, configuration, clocks, clocks.day().instant(),
                clocks.nanos().getAsLong());
    }

    /** How much more than the monotonic clock the time of day has gone since then. */
    Duration jump() {
        return Duration.between(beganAt, clocks.day().instant())
                .minusNanos(clocks.nanos().getAsLong() - beganNanos);
    }

    Optional<Config> config() {
        return configuration instanceof Loaded.Ready(var config) ? Optional.of(config)
                : Optional.empty();
    }

    /** What holds, or would hold without the faults of the configuration. */
    Limits limits() {
        return config().map(Config::limits).orElseGet(Limits::defaults);
    }

    /** Likewise. */
    Server server() {
        return config().map(Config::server).orElseGet(Server::defaults);
    }

    /** The folder, or the nearest above it that is there. */
    Path nearestFolder() {
        Path folder = data.toAbsolutePath();
        while (!folder.toFile().isDirectory() && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The process of the service that uses the folder, when one does and that can be told. */
    OptionalLong service() {
        return LockHolder.of(data.resolve("lock"));
    }
}
