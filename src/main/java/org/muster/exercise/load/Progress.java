package org.muster.exercise.load;

import java.time.Duration;

/** Hears how far a bench is. Any thread; comes back at once. */
public interface Progress {

    /**
     * Called some times a second.
     *
     * @param what what is going on, such as "round 2 of 3, Muster"
     * @param share how much of the whole is over, 0 to 1
     * @param perSecond rate of what is counted; 0 when nothing is
     * @param left time until the end, as far as it can be told
     */
    void at(String what, double share, double perSecond, Duration left);

    /** A line that stays. */
    void say(String line);
}
