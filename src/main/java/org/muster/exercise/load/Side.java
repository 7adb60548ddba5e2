package org.muster.exercise.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Who takes part in a contest. */
interface Side {
    String name();

    /** Is under load for about this long. Blocks. */
    Map<Figure, Double> turn(Duration time, LongAdder done)
            throws BenchFailed, InterruptedException;
}
