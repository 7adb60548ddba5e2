package org.muster.journal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.core.Picture;

/**
 * Makes a snapshot every so many entries, behind the writer: it replays from the snapshot before, as a restart would.
 * So a snapshot costs the writer nothing, and that the record can be replayed is known before it is needed.
 */
public final class SnapshotKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    /** The longer the record the larger its snapshots: they are made when it has grown by this part of it. */
    private static final long SHARE = 20;
    /** After each it rests so many times as long as that one took: a tenth of a core, and not more, is spent on them. */
    private static final long REST = 9;
    /** However long it should rest: not for more than so many times the entries between two. */
    private static final long FLOOD = 5;

    private final Replay replay;
    private final Snapshots snapshots;
    private final long everyEntries;
    private final Executor worker;
    private final LongSupplier nanos;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile long kept;
    private volatile long rested;

    /**
     * Keeps a snapshot each {@code everyEntries} entries, or fewer in a long record and in a flood of entries.
     *
     * @param worker runs what computes for seconds
     * @param nanos monotonic nanoseconds
     */
    public SnapshotKeeper(Replay replay, Snapshots snapshots, long everyEntries, Executor worker,
            LongSupplier nanos) {
        this.replay = replay;
        this.snapshots = snapshots;
        this.everyEntries = everyEntries;
        this.worker = worker;
        this.nanos = nanos;
        this.rested = nanos.getAsLong();
        this.kept = snapshots.newest(Long.MAX_VALUE).map(Snapshots.Snapshot::seq).orElse(0L);
    }

    /** The record has grown up to the entry {@code seq}. Any thread; returns at once. */
    public void grown(long seq) {
        long grown = seq - kept;
        if (grown >= Math.max(everyEntries, seq / SHARE)
                && (grown >= FLOOD * everyEntries || nanos.getAsLong() - rested >= 0)
                && working.compareAndSet(false, true)) {
            worker.execute(() -> keep(seq));
        }
    }

    private void keep(long seq) {
        long began = nanos.getAsLong();
        try {
            Picture picture = replay.upTo(seq, (done, total) -> {});
            snapshots.keep(new Snapshots.Snapshot(seq, picture.state()));
            kept = seq;
        } catch (RuntimeException failed) {
            LOG.warn("No snapshot at entry {}: {}. Recording goes on; a restart takes longer.", seq,
                    failed.toString());
        } finally {
            long now = nanos.getAsLong();
            rested = now + REST * (now - began);
            working.set(false);
        }
    }
}
