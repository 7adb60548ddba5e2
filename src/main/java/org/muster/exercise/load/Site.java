package org.muster.exercise.load;

import java.nio.file.Path;
import java.time.Duration;

import org.muster.client.Pace;

/**
 * Where and how long a bench goes on.
 *
 * @param folder empty, for everything that is written; whoever made it deletes it
 * @param config the configuration, as shipped unless somebody wants it otherwise
 */
public record Site(Path folder, Path config, Timing timing, Pace pace, Progress progress) {

    /**
     * How long.
     *
     * @param warmUp of each side before anything counts
     * @param turn of each side in each round
     */
    public record Timing(Duration warmUp, Duration turn, int rounds) {}
}
