package org.muster.exercise.load;

/** One of the benches, with what it was asked to do. */
public interface Bench {

    /** Starts what it needs, measures, ends what it started. Blocks; an interrupt ends it early. */
    Findings run(Site site) throws BenchFailed, InterruptedException;
}
