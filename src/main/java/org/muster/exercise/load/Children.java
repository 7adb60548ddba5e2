package org.muster.exercise.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All processes of a bench, so that none outlives it. Any thread. */
public final class Children implements AutoCloseable {
    private final List<Child> started = new ArrayList<>();
    private boolean leaving;

    synchronized Child start(String name, List<String> words, Map<String, String> environment)
            throws BenchFailed {
        if (leaving) {
            throw new BenchFailed("The bench is ending.");
        }
        var child = Child.start(name, words, environment);
        started.add(child);
        return child;
    }

    /** Ends all that still run, and lets no more begin. */
    @Override
    public synchronized void close() {
        leaving = true;
        // All hear it before the first is waited for.
        started.forEach(child -> child.process().destroy());
        started.forEach(Child::close);
    }
}
