package org.muster.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.door.Authentication;
import org.muster.door.Bodies;
import org.muster.door.Unread;
import org.muster.input.Read;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/**
 * One batch: lines in, answers out in the same order. It reads no further while too many lines are under way, while the
 * recorder has no room, or while the client does not read our answers; so its memory is bounded whatever is sent. All on
 * one event loop.
 */
final class Batch {

    /** Looks at the clock's tick this often within the time that a line may take. */
    private static final int TICKS = 10;
    /** After so many deadlines in which nothing of our answers was read, the client is taken for dead. */
    private static final int STUCK_DEADLINES = 6;
    private static final long BUSY_MILLIS = 10;

    private final RoutingContext ctx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Actor by;
    private final BatchHandler tools;
    private final Returns returns;
    private final int linesMax;
    private final Lines lines;
    /** Every line that was read and not answered yet, in order. */
    private final Deque<Slot> underWay = new ArrayDeque<>();
    /** Lines that the recorder had no room for, in order; nothing overtakes them. */
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Context loop;
    private final long ticking;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean paused;
    private boolean inputOver;
    private boolean over;
    private boolean closeAfter;
    private boolean pumping;
    private boolean pumpDue;
    private boolean retryDue;
    private int quietTicks;
    private int stuckTicks;

    /** The place of one line in the answer. */
    private static final class Slot {

        private final long line;
        private byte @Nullable [] answer;

        Slot(long line) {
            this.line = line;
        }
    }

    private record Waiting(Slot slot, Command command, long readNanos) {}

    Batch(RoutingContext ctx, Actor by, BatchHandler tools, Returns returns) {
        this.ctx = ctx;
        this.request = ctx.request();
        this.response = ctx.response();
        this.by = by;
        this.tools = tools;
        this.returns = returns;
        this.linesMax = tools.limits().batchLinesMax();
        this.lines = new Lines(tools.limits().bodyBytes());
        this.loop = ctx.vertx().getOrCreateContext();
        long tick = Math.max(1, tools.limits().lineWithin().toMillis() / TICKS);
        this.ticking = ctx.vertx().setPeriodic(tick, fired -> tick());
    }

    void start() {
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson");
        response.closeHandler(closed -> gone());
        response.exceptionHandler(this::broken);
        response.drainHandler(drained -> pump());
        request.exceptionHandler(this::broken);
        request.handler(this::chunk);
        request.endHandler(end -> {
            if (!inputOver) {
                inputOver = true;
                lines.end();
                pump();
            }
        });
        request.resume();
    }

    private void chunk(Buffer chunk) {
        if (!inputOver) {
            lines.add(chunk);
            pump();
        }
    }

    /** Does what can be done now: hands lines in, writes answers, stops or goes on reading, ends. */
    private void pump() {
        pumpDue = false;
        if (over) {
            return;
        }
        pumping = true;
        handInWaiting();
        while (canTake()) {
            Lines.Line line = lines.next();
            if (line == null) {
                break;
            }
            quietTicks = 0;
            take(line);
        }
        write();
        pumping = false;
        boolean more = lines.hasMore();
        if (inputOver && !more && underWay.isEmpty()) {
            finish();
        } else if (more && canTake()) {
            // So many lines were answered at once that nothing else will wake us for the rest.
            ctx.vertx().runOnContext(soon -> pump());
        } else if (!inputOver) {
            steer();
        }
    }

    private boolean canTake() {
        return waiting.isEmpty() && underWay.size() < linesMax && !response.writeQueueFull();
    }

    private void take(Lines.Line line) {
        Slot slot = new Slot(line.number());
        underWay.addLast(slot);
        if (line.tooLong()) {
            refuse(slot, new Rejection(Code.TOO_LARGE, "The line is larger than "
                    + tools.limits().bodyBytes() + " bytes, which is the most for one."));
            return;
        }
        long readNanos = tools.nanos().getAsLong();
        switch (tools.reader().read(line.bytes(), line.offset(), line.length(), by)) {
            case Read.Refused<Command.SubmitReport> refused -> refuse(slot, refused.rejection());
            case Read.Good<Command.SubmitReport> good -> {
                waiting.addLast(new Waiting(slot, good.value(), readNanos));
                handInWaiting();
            }
        }
    }

    private void handInWaiting() {
        for (Waiting first = waiting.peekFirst(); first != null; first = waiting.peekFirst()) {
            CompletableFuture<Outcome> coming = tools.recording()
                    .submit(first.command(), first.readNanos());
            if (coming.isDone() && isBusy(coming.join())) {
                retrySoon();
                return;
            }
            waiting.removeFirst();
            Waiting handedIn = first;
            returns.bring(coming, outcome -> come(handedIn, outcome));
        }
    }

    private void come(Waiting handedIn, Outcome outcome) {
        if (!isBusy(outcome)) {
            tools.meters().count(outcome);
        }
        if (over) {
            return;
        }
        if (isBusy(outcome)) {
            waiting.addLast(handedIn);
            retrySoon();
            return;
        }
        handedIn.slot().answer = Answers.line(handedIn.slot().line, outcome);
        if (!pumpDue && !pumping) {
            pumpDue = true;
            returns.afterwards(this::pump);
        }
    }

    private void refuse(Slot slot, Rejection rejection) {
        tools.meters().count(rejection);
        slot.answer = Answers.line(slot.line, rejection);
    }

    /** All answers that no earlier line holds back, in one write. */
    private void write() {
        Buffer gathered = null;
        for (Slot slot = underWay.peekFirst(); slot != null; slot = underWay.peekFirst()) {
            byte[] answer = slot.answer;
            if (answer == null) {
                break;
            }
            gathered = gathered == null ? Buffer.buffer(answer.length) : gathered;
            gathered.appendBytes(answer);
            underWay.removeFirst();
        }
        if (gathered != null) {
            response.write(gathered);
        }
    }

    private void steer() {
        boolean full = !waiting.isEmpty() || response.writeQueueFull() || lines.hasMore();
        if (!paused && (full || underWay.size() >= linesMax)) {
            paused = true;
            request.pause();
        } else if (paused && !full && underWay.size() < Math.max(1, linesMax / 2)) {
            paused = false;
            quietTicks = 0;
            request.resume();
        }
    }

    private void retrySoon() {
        if (!retryDue) {
            retryDue = true;
            ctx.vertx().setTimer(BUSY_MILLIS, fired -> {
                retryDue = false;
                pump();
            });
        }
    }

    private void tick() {
        if (over) {
            return;
        }
        stuckTicks = response.writeQueueFull() ? stuckTicks + 1 : 0;
        quietTicks = paused || inputOver ? 0 : quietTicks + 1;
        if (stuckTicks >= TICKS * STUCK_DEADLINES) {
            request.connection().close();
        } else if (quietTicks >= TICKS) {
            endEarly(new Rejection(Code.TIMED_OUT, "No whole line came for "
                    + tools.limits().lineWithin().toSeconds() + " s: the batch ends here."));
        } else if (!inputOver && !Authentication.isStillValid(ctx)) {
            endEarly(new Rejection(Code.UNAUTHENTICATED,
                    "The credential has ended: the batch ends here."));
        }
    }

    /** What was read is still answered; then one last line says why no more is. */
    private void endEarly(Rejection why) {
        inputOver = true;
        closeAfter = true;
        Slot slot = new Slot(lines.number() + 1);
        lines.drop();
        slot.answer = Answers.line(slot.line, why);
        underWay.addLast(slot);
        pump();
    }

    /** Ends it early because the service leaves. Any thread. */
    void leave(Rejection why) {
        loop.runOnContext(here -> {
            if (!inputOver) {
                endEarly(why);
            }
        });
    }

    /** Done when its last answer is written and, if it ended early, has had time to arrive; or its client has gone. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    private void finish() {
        stop();
        var settled = Unread.settle(request, closeAfter);
        response.end().compose(written -> settled).onComplete(closed -> ended.complete(null));
    }

    private void broken(Throwable cause) {
        if (!Bodies.isMalformed(cause)) {
            gone();
        } else if (!inputOver) {
            endEarly(new Rejection(Code.MALFORMED,
                    "The chunks of the request cannot be read: the batch ends here."));
        }
    }

    /** The client has left: what was handed in is recorded all the same, the rest was never acknowledged. */
    private void gone() {
        if (!over) {
            stop();
        }
        ended.complete(null);
    }

    private void stop() {
        over = true;
        underWay.clear();
        waiting.clear();
        ctx.vertx().cancelTimer(ticking);
    }

    private static boolean isBusy(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                && refused.rejection().code() == Code.BUSY;
    }
}
