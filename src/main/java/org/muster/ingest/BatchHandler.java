package org.muster.ingest;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.vertx.ext.web.RoutingContext;

import org.muster.access.Credential;
import org.muster.config.Limits;
import org.muster.metrics.ReportMeters;
import org.muster.model.Recording;
import org.muster.model.Rejection;

/**
 * Starts a batch of reports, one a line, for each request.
 *
 * @param limits length of a line, lines under way, time without a line
 * @param nanos monotonic nanoseconds
 * @param running those that have not ended
 */
record BatchHandler(Recording recording, ReportReader reader, Returns.Loops loops,
        Limits.Http limits, LongSupplier nanos, ReportMeters meters, Set<Batch> running) {

    BatchHandler(Recording recording, ReportReader reader, Returns.Loops loops, Limits.Http limits,
            LongSupplier nanos, ReportMeters meters) {
        this(recording, reader, loops, limits, nanos, meters, ConcurrentHashMap.newKeySet());
    }

    void handle(RoutingContext ctx, Credential credential) {
        Batch batch = new Batch(ctx, credential.actor(), this, loops.here());
        running.add(batch);
        var _ = batch.ended().thenRun(() -> running.remove(batch));
        batch.start();
    }

    /** Ends all of them early, saying why; done when the last one has its answers. Any thread. */
    CompletableFuture<Void> leave(Rejection why) {
        List<Batch> all = List.copyOf(running);
        all.forEach(batch -> batch.leave(why));
        return CompletableFuture
                .allOf(all.stream().map(Batch::ended).toArray(CompletableFuture[]::new));
    }
}
