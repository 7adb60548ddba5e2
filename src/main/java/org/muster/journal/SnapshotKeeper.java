package org.muster.journal;

import java.util.concurrent.atomic.AtomicBoolean;

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

    private final Replay replay;
    private final Snapshots snapshots;
    private final long everyEntries;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile long kept;

    /** Keeps a snapshot each {@code everyEntries} entries, or fewer in a long record. */
    public SnapshotKeeper(Replay replay, Snapshots snapshots, long everyEntries) {
        this.replay = replay;
        this.snapshots = snapshots;
        this.everyEntries = everyEntries;
        this.kept = snapshots.newest(Long.MAX_VALUE).map(Snapshots.Snapshot::seq).orElse(0L);
    }

    /** The record has grown up to the entry {@code seq}. Any thread; returns at once. */
    @SuppressWarnings("ThreadPriorityCheck") // a wish to the machine; nothing relies on it
    public void grown(long seq) {
        if (seq - kept >= Math.max(everyEntries, seq / SHARE)
                && working.compareAndSet(false, true)) {
            // Its own thread: it computes for seconds, and virtual ones would have to wait for that.
            Thread.ofPlatform().name("snapshot").daemon().start(() -> keep(seq));
        }
    }

    private void keep(long seq) {
        try {
            Picture picture = replay.upTo(seq, (done, total) -> {});
            snapshots.keep(new Snapshots.Snapshot(seq, picture.state()));
            kept = seq;
        } catch (RuntimeException failed) {
            LOG.warn("No snapshot at entry {}: {}. Recording goes on; a restart takes longer.", seq,
                    failed.toString());
        } finally {
            working.set(false);
        }
    }
}
