package org.muster.ingest;

import io.vertx.ext.web.RoutingContext;

import org.muster.access.Credential;
import org.muster.config.Limits;
import org.muster.metrics.ReportMeters;
import org.muster.model.Recording;

/**
 * Starts a batch of reports, one a line, for each request.
 *
 * @param limits length of a line, lines under way, time without a line
 */
record BatchHandler(Recording recording, ReportReader reader, Returns.Loops loops,
        Limits.Http limits, ReportMeters meters) {

    void handle(RoutingContext ctx, Credential credential) {
        new Batch(ctx, credential.actor(), this, loops.here()).start();
    }
}
