package org.muster.exchange.ccc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.client.Batch;
import org.muster.client.Courier;
import org.muster.client.Recorded;
import org.muster.client.Reply;

/**
 * Sends what was made of the sheets: protests one by one, several under way, as fast as the service takes them; then
 * their reports in one batch, which has no rate. So at most one round of protests waits for its reports, whenever it ends.
 */
public final class Importer {
    /** Enough to hide the way there and back; a service takes 64 connections from one address. */
    static final int UNDER_WAY = 8;
    /** Protests before their reports follow: a few seconds' worth at the usual rate. */
    static final int ROUND = 200;

    private final Courier courier;
    private final String token;
    private final Progress progress;
    private final AtomicReference<@Nullable Halt> halt = new AtomicReference<>();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean stopped;

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {

        /** So many protests of all were answered. Any thread, one at a time. */
        void at(int protests, int all);
    }

    /** @param token a controller's or supervisor's */
    public Importer(Courier courier, String token, Progress progress) {
        this.courier = courier;
        this.token = token;
        this.progress = progress;
    }

    /** Lets what is under way come to its end, and sends nothing more. Any thread, at once. */
    public void stop() {
        stopped = true;
    }

    /** Sends all of it; ends early when it is stopped or interrupted, or the service takes nothing more. Once. */
    public Imported run(List<Row> rows) {
        var protests = new Fate[rows.size()];
        var reports = new Fate[rows.size()];
        Arrays.fill(protests, Fate.NOT_SENT);
        Arrays.fill(reports, Fate.NOT_SENT);
        var taken = new ArrayList<Integer>();
        for (var index = 0; index < rows.size(); index++) {
            if (rows.get(index) instanceof Row.Taken) {
                taken.add(index);
            }
        }
        try (var senders = Executors.newFixedThreadPool(UNDER_WAY, Thread.ofVirtual().factory())) {
            for (var from = 0; from < taken.size() && !isOver(); from += ROUND) {
                var round = taken.subList(from, Math.min(from + ROUND, taken.size()));
                senders.invokeAll(round.stream()
                        .map(index -> plan(rows, index, protests, taken.size()))
                        .toList());
                report(rows, round, protests, reports);
            }
        } catch (InterruptedException now) {
            stopped = true;
        }
        return new Imported(rows, List.of(protests), List.of(reports), halt.get(),
                stopped && Arrays.asList(protests).contains(Fate.NOT_SENT));
    }

    private boolean isOver() {
        return stopped || halt.get() != null;
    }

    private Callable<@Nullable Void> plan(List<Row> rows, int index, Fate[] protests, int all) {
        return () -> {
            if (!isOver() && rows.get(index) instanceof Row.Taken row) {
                protests[index] = fate(courier.send(Courier.PROTESTS, row.plan(), token));
                tell(all);
            }
            return null;
        };
    }

    /** One at a time, so that what is heard only grows. */
    private synchronized void tell(int all) {
        progress.at(done.incrementAndGet(), all);
    }

    /** Those whose protest is there; also after a stop, so that what was begun is whole. */
    private void report(List<Row> rows, List<Integer> round, Fate[] protests, Fate[] reports)
            throws InterruptedException {
        var indexes = new ArrayList<Integer>();
        var messages = new ArrayList<ObjectNode>();
        for (var index : round) {
            if (rows.get(index) instanceof Row.Taken(_, _, var report, _) && report != null
                    && protests[index].isThere()) {
                indexes.add(index);
                messages.add(report);
            }
        }
        if (messages.isEmpty() || halt.get() != null) {
            return;
        }
        var replies = new Batch(courier, token).send(messages);
        for (var i = 0; i < replies.size(); i++) {
            reports[indexes.get(i)] = fate(replies.get(i));
        }
    }

    private Fate fate(Reply<Recorded> reply) {
        var why = Halt.of(reply);
        if (why != null) {
            halt.compareAndSet(null, why);
        }
        return Fate.of(reply);
    }
}
