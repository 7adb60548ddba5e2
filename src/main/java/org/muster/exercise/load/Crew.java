package org.muster.exercise.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

/** Workers on virtual threads, all at once; when one fails the others are told to stop. */
final class Crew {
    private Crew() {}

    /** What each came back with, in no order. Blocks until all are back. */
    static <T> List<T> run(List<Callable<T>> workers) throws BenchFailed, InterruptedException {
        var results = new ArrayList<T>();
        var threads = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("bench-", 0).factory());
        try {
            var coming = new ExecutorCompletionService<T>(threads);
            workers.forEach(coming::submit);
            for (var _ : workers) {
                results.add(coming.take().get());
            }
        } catch (ExecutionException failed) {
            throw explained(failed.getCause());
        } finally {
            threads.shutdownNow();
            threads.close();
        }
        return results;
    }

    private static BenchFailed explained(@Nullable Throwable cause) {
        return switch (cause) {
            case BenchFailed known -> known;
            case IOException broken -> new BenchFailed("A connection of the load failed: "
                    + broken.getMessage()
                    + ". Fewer --connections or --watchers may do; 'ulimit -n' tells how many files and"
                    + " sockets a process may have.");
            case RuntimeException ours -> throw ours;
            case Error ours -> throw ours;
            case null, default -> new BenchFailed("The load failed: " + cause);
        };
    }
}
