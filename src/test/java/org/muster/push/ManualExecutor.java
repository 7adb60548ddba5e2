package org.muster.push;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Runs what it is given when a test says so. */
public final class ManualExecutor implements Executor {

    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    public int waiting() {
        return tasks.size();
    }

    public void runAll() {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    /** One of the tasks, in any order; false when there is none. */
    boolean runAny(RandomGenerator random) {
        if (tasks.isEmpty()) {
            return false;
        }
        tasks.remove(random.nextInt(tasks.size())).run();
        return true;
    }

    /** The oldest task; false when there is none. */
    public boolean runOne() {
        if (tasks.isEmpty()) {
            return false;
        }
        tasks.removeFirst().run();
        return true;
    }

    /** Forgets what waits, as a process that ends does. */
    public void clear() {
        tasks.clear();
    }
}
