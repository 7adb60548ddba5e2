package org.muster.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What waits for the writer: bounded by number and by bytes, first come, first served. */
final class Inbox {

    private final int entriesMax;
    private final long bytesMax;
    private final LinkedBlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Inbox(int entriesMax, long bytesMax) {
        this.entriesMax = entriesMax;
        this.bytesMax = bytesMax;
    }

    /** Takes it, unless full. Any thread. */
    boolean offer(Pending pending) {
        int size = pending.command().sizeBytes();
        if (entries.incrementAndGet() > entriesMax) {
            entries.decrementAndGet();
            return false;
        }
        if (bytes.addAndGet(size) > bytesMax) {
            bytes.addAndGet(-size);
            entries.decrementAndGet();
            return false;
        }
        queue.add(pending);
        return true;
    }

    /** What waits, at most {@code max}; empty when nothing came within the time. The writer's thread only. */
    List<Pending> take(int max, long waitNanos) throws InterruptedException {
        List<Pending> batch = new ArrayList<>();
        Pending first = queue.poll(waitNanos, TimeUnit.NANOSECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        queue.drainTo(batch, max - 1);
        forget(batch);
        return batch;
    }

    /** Whatever waits, for answering it without recording. Any thread. */
    List<Pending> takeNow() {
        List<Pending> rest = new ArrayList<>();
        queue.drainTo(rest);
        forget(rest);
        return rest;
    }

    private void forget(List<Pending> taken) {
        long size = 0;
        for (Pending pending : taken) {
            size += pending.command().sizeBytes();
        }
        entries.addAndGet(-taken.size());
        bytes.addAndGet(-size);
    }

    int size() {
        return entries.get();
    }
}
