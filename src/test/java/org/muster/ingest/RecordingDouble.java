package org.muster.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import org.muster.model.Command;
import org.muster.model.Cursor;
import org.muster.model.Outcome;
import org.muster.model.Receipt;
import org.muster.model.Recording;
import org.muster.model.Rejection;

/** A recorder that keeps reports in a list, answers on a thread of its own, and does what a test tells it. */
final class RecordingDouble implements Recording, AutoCloseable {

    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("writer").daemon().factory());
    private final List<Command.SubmitReport> stored = new ArrayList<>();
    private final Map<UUID, Receipt> receipts = new HashMap<>();
    private final Map<UUID, String> contents = new HashMap<>();
    private final List<Held> held = new ArrayList<>();
    private boolean holding;
    private int busy;
    private int underWay;
    private int mostUnderWay;
    private Rejection.@Nullable Code stopped;

    private record Held(Command.SubmitReport report, CompletableFuture<Outcome> future) {}

    @Override
    public synchronized CompletableFuture<Outcome> submit(Command command) {
        if (!(command instanceof Command.SubmitReport report)) {
            throw new IllegalArgumentException("only reports come from here");
        }
        if (stopped != null) {
            return CompletableFuture.completedFuture(
                    new Outcome.Refused(new Rejection(stopped, "Told so by the test.")));
        }
        if (busy > 0) {
            busy--;
            return CompletableFuture.completedFuture(
                    new Outcome.Refused(new Rejection(Rejection.Code.BUSY, "No place.")));
        }
        var future = new CompletableFuture<Outcome>();
        underWay++;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        if (holding) {
            held.add(new Held(report, future));
            notifyAll();
        } else {
            writer.execute(() -> complete(report, future));
        }
        return future;
    }

    /** From now on nothing is answered before {@link #release}. */
    synchronized void hold() {
        holding = true;
    }

    /** Waits for so many held reports. */
    synchronized void awaitHeld(int count) throws InterruptedException {
        while (held.size() < count) {
            wait(60_000);
        }
    }

    /** Answers all that is held, in an order by chance; they are stored in the order they came. */
    synchronized void release(Random chance) {
        holding = false;
        var outcomes = new ArrayList<Runnable>();
        for (Held each : held) {
            Outcome outcome = store(each.report());
            outcomes.add(() -> each.future().complete(outcome));
        }
        held.clear();
        Collections.shuffle(outcomes, chance);
        outcomes.forEach(writer::execute);
    }

    /** The next so many are told that there is no place. */
    synchronized void busyFor(int count) {
        busy = count;
    }

    /** Everything is refused for this reason. */
    synchronized void stop(Rejection.Code why) {
        stopped = why;
    }

    synchronized List<Command.SubmitReport> stored() {
        return List.copyOf(stored);
    }

    synchronized int mostUnderWay() {
        return mostUnderWay;
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }

    private void complete(Command.SubmitReport report, CompletableFuture<Outcome> future) {
        Outcome outcome = store(report);
        future.complete(outcome);
    }

    private synchronized Outcome store(Command.SubmitReport report) {
        underWay--;
        UUID id = report.report().id();
        String content = contents.get(id);
        Receipt first = receipts.get(id);
        if (content != null && first != null) {
            return content.equals(report.contentSha256()) ? new Outcome.Repeated(first)
                    : new Outcome.Refused(new Rejection(Rejection.Code.ID_TAKEN, "Other content."));
        }
        stored.add(report);
        long seq = stored.size();
        UUID incident = report.report().incident();
        Receipt receipt = new Receipt(id, seq, new Cursor("test", seq), Instant.EPOCH, incident,
                null, report.areas(), "00", List.of(), List.of());
        receipts.put(id, receipt);
        contents.put(id, report.contentSha256());
        return new Outcome.Recorded(receipt);
    }
}
