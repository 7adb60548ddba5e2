package org.muster.ingest;

import java.util.function.LongSupplier;

import io.vertx.ext.web.RoutingContext;

import org.muster.access.Credential;
import org.muster.config.Limits;
import org.muster.door.Bodies;
import org.muster.door.Problems;
import org.muster.door.Tempo;
import org.muster.input.Read;
import org.muster.metrics.ReportMeters;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/** One report in a body. Everything on the request's event loop; nothing waits but the answer. */
final class SingleHandler {

    private final Recording recording;
    private final ReportReader reader;
    private final Returns.Loops loops;
    private final Tempo tempo;
    private final Bodies bodies;
    private final LongSupplier nanos;
    private final ReportMeters meters;

    SingleHandler(Recording recording, ReportReader reader, Returns.Loops loops, Tempo tempo,
            Limits.Http limits, LongSupplier nanos, ReportMeters meters) {
        this.recording = recording;
        this.reader = reader;
        this.loops = loops;
        this.tempo = tempo;
        this.bodies = new Bodies(limits.bodyBytes(), limits.bodyWithin());
        this.nanos = nanos;
        this.meters = meters;
    }

    void handle(RoutingContext ctx, Credential credential) {
        long wait = tempo.waitSeconds(credential);
        if (wait > 0) {
            Rejection tooMany = new Rejection(Code.TOO_MANY_REQUESTS,
                    "More single reports than this credential may send; a batch has no such limit.");
            meters.count(tooMany);
            Problems.answer(ctx, tooMany, wait);
            return;
        }
        Actor by = credential.actor();
        bodies.read(ctx, body -> read(ctx, body, by), meters::count);
    }

    private void read(RoutingContext ctx, byte[] body, Actor by) {
        long readNanos = nanos.getAsLong();
        switch (reader.read(body, 0, body.length, by)) {
            case Read.Refused<Command.SubmitReport> refused -> {
                meters.count(refused.rejection());
                Problems.answer(ctx, refused.rejection());
            }
            case Read.Good<Command.SubmitReport> good -> submit(ctx, good.value(), readNanos);
        }
    }

    private void submit(RoutingContext ctx, Command command, long readNanos) {
        loops.here().bring(recording.submit(command, readNanos), outcome -> answer(ctx, outcome));
    }

    private void answer(RoutingContext ctx, Outcome outcome) {
        meters.count(outcome);
        Answers.single(ctx, outcome);
    }
}
