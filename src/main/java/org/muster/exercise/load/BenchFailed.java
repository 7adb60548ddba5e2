package org.muster.exercise.load;

/** A bench cannot go on; its message tells people why and what to do. */
public final class BenchFailed extends Exception {
    private static final long serialVersionUID = 1;

    public BenchFailed(String message) {
        super(message);
    }
}
