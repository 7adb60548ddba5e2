package org.muster.recorder;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.muster.journal.JournalReader;
import org.muster.journal.Replay;
import org.muster.model.Fault;
import org.muster.model.Rejection;
import org.muster.view.Commit;
import org.muster.view.CommitListener;
import org.muster.view.Past;
import org.muster.view.View;
import org.muster.view.Views;
import org.muster.wire.Times;

/**
 * The past by replay: from the newest snapshot that fits, or from a picture looked at a moment ago, through the same
 * core as the present. So many are worked on at once, on threads of their own, that neither the writer nor other reads
 * wait for the processor. Safe for all threads.
 */
public final class PastViews implements Past, CommitListener, AutoCloseable {

    /** Replays at once; each holds a picture in memory and one core. */
    private static final int AT_ONCE_MAX = 2;
    /** Pictures that were looked at and may be brought forward: each watcher of a replay goes on from one. */
    private static final int KEPT_MAX = 6;
    /** For a turn, and until the present, which moves each second, is later than the moment; then one must ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A picture further back than this is not brought forward: a snapshot is likely to be nearer. */
    private static final long FORWARD_ENTRIES_MAX = 20_000;

    private final JournalReader journal;
    private final Replay replay;
    private final Views views;
    private final InstantSource clock;
    private final long patienceNanos;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);
    private final Deque<SoftReference<Recollection>> recent = new ArrayDeque<>();
    @SuppressWarnings("ThreadPriorityCheck") // a wish to the machine; nothing relies on it
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE_MAX,
            Thread.ofPlatform().name("past-", 0).daemon().factory());
    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** @param views the present, which is told here of each commit */
    public PastViews(JournalReader journal, Replay replay, Views views, InstantSource clock) {
        this(journal, replay, views, clock, PATIENCE);
    }

    PastViews(JournalReader journal, Replay replay, Views views, InstantSource clock,
            Duration patience) {
        this.journal = journal;
        this.replay = replay;
        this.views = views;
        this.clock = clock;
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public void committed(Commit commit) {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Recalled at(Instant asked, BooleanSupplier gone) {
        Instant moment = asked.truncatedTo(ChronoUnit.MILLIS);
        Instant now = later(clock.instant(), views.now().at());
        if (moment.isAfter(now)) {
            return new Untold(new Rejection(Rejection.Code.INVALID,
                    "A query parameter cannot be used as it is.",
                    List.of(new Fault("/at",
                            "must not be in the future: by the service's clock it is "
                                    + Times.text(now)))));
        }
        try {
            if (!isPast(moment)) {
                return busy("Recording is behind, so that what was known at this moment is not"
                        + " certain yet. Ask again in a moment.");
            }
            if (!turns.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS)) {
                return busy("Others look at the past as well, and each look takes a while. Ask"
                        + " again in a moment; the present picture is not affected.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the service is stopping");
        }
        try {
            return CompletableFuture.supplyAsync(() -> recall(moment, gone), workers).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            turns.release();
        }
    }

    /** Waits until nothing can be received any more at the moment or before; says whether it came to that. */
    private boolean isPast(Instant moment) throws InterruptedException {
        long left = patienceNanos;
        lock.lock();
        try {
            while (!views.now().at().isAfter(moment)) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Known recall(Instant moment, BooleanSupplier gone) {
        Replay.Progress progress = (done, total) -> {
            if (gone.getAsBoolean()) {
                throw new CancellationException("nobody waits for it any more");
            }
        };
        progress.at(0, 0);
        long seq = journal.lastUpTo(moment);
        Recollection known = take(seq, moment);
        Recollection found = known == null || !show(known, seq, moment, progress)
                ? anew(seq, moment, progress)
                : known;
        View view = found.view();
        keep(found);
        return new Known(view);
    }

    private Recollection anew(long seq, Instant moment, Replay.Progress progress) {
        Recollection made = new Recollection(replay.upTo(seq, progress), journal);
        if (!show(made, seq, moment, progress)) {
            throw new IllegalStateException("a new picture conceals what it need not");
        }
        return made;
    }

    private boolean show(Recollection picture, long seq, Instant moment, Replay.Progress progress) {
        picture.goOn(replay, seq, moment, progress);
        return picture.conceal(views.now());
    }

    /** The one that is nearest before; nobody else has it meanwhile. */
    private @Nullable Recollection take(long seq, Instant moment) {
        synchronized (recent) {
            Recollection nearest = null;
            for (Iterator<SoftReference<Recollection>> all = recent.iterator(); all.hasNext();) {
                Recollection one = all.next().get();
                if (one == null) {
                    all.remove();
                } else if (one.isBefore(seq, moment) && seq - one.seq() <= FORWARD_ENTRIES_MAX
                        && (nearest == null || one.seq() > nearest.seq())) {
                    nearest = one;
                }
            }
            Recollection taken = nearest;
            recent.removeIf(reference -> reference.get() == taken);
            return taken;
        }
    }

    private void keep(Recollection picture) {
        synchronized (recent) {
            recent.addFirst(new SoftReference<>(picture));
            while (recent.size() > KEPT_MAX) {
                recent.removeLast();
            }
        }
    }

    private static Untold busy(String why) {
        return new Untold(new Rejection(Rejection.Code.BUSY, why));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
