package org.muster.index;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.journal.JournalException;
import org.muster.journal.JournalReader;
import org.muster.journal.Replay;
import org.muster.model.StoredEntry;
import org.muster.view.Commit;
import org.muster.view.CommitListener;
import org.muster.view.View;
import org.muster.view.Views;

/**
 * The index as it runs: one thread of its own follows the record and never holds up who writes it; any thread may look
 * things up, and blocks while it does. When the file is missing, broken or another record's it is made anew; until that is
 * done, looking things up is an {@link IndexException}, and everything else goes on.
 */
public final class Index implements CommitListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    /** Who is this many entries behind does not catch up while somebody waits. */
    private static final long FAR = 20_000;
    private static final Duration SEARCH_PATIENCE = Duration.ofSeconds(2);
    /** Entries of one transaction, when it has to catch up. */
    private static final int PAGE = 5_000;
    /** A file that failed is left alone for so long, and longer each time: a full disk does not empty itself at once. */
    private static final Duration PAUSE_FIRST = Duration.ofMillis(100);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    private final Path file;
    private final JournalReader journal;
    private final Views views;
    private final Supplier<Replay.Progress> progress;
    private final Arrivals arrivals = new Arrivals();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    @SuppressWarnings("ThreadPriorityCheck") // a wish to the machine; nothing relies on it
    private final Thread thread = Thread.ofPlatform()
            .daemon()
            .name("index")
            .priority(Thread.MIN_PRIORITY)
            .unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    /** A search could not read what it found, or found what cannot be. */
    private volatile boolean doubted;
    /** The last entry that it holds; -1 when it is of no use. */
    private volatile long held = -1;
    private volatile @Nullable Stacks stacks;

    /**
     * Follows a record; {@link #start()} begins.
     *
     * @param progress made for each long stretch of the record that has to be read again
     */
    public Index(Path file, JournalReader journal, Views views,
            Supplier<Replay.Progress> progress) {
        this.file = file;
        this.journal = journal;
        this.views = views;
        this.progress = progress;
    }

    /** Begins to follow, beside everything else. */
    public void start() {
        thread.start();
    }

    @Override
    public void committed(Commit commit) {
        arrivals.add(commit.entries());
    }

    /** Waits until it holds the entry {@code seq}, no longer than {@code patience}, and not at all when it is far behind. */
    public boolean holds(long seq, Duration patience) {
        if (held >= seq) {
            return true;
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (held < seq && left > 0 && seq - held < FAR && !isClosed()) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return held >= seq;
    }

    /** The last {@code limit} entries before {@code before} that stand in one of the lists, newest first. */
    public List<Long> newest(Collection<Listing> lists, long before, int limit) {
        return read(from -> from.newest(lists, before, limit));
    }

    /**
     * What was made known before the entry {@code before} and has all of the words, by the entries that made it known,
     * the last first; at most {@code limit}. Incidents and protests alike. Waits a little, if it must, until the index
     * holds what this view does.
     *
     * @param inReports whether the words may stand in reports; else only in what is shown of the thing itself, for who
     *        may not read reports must not find out by searching what they say
     */
    public List<Long> find(View view, Words words, boolean inReports, long before, int limit) {
        if (!holds(view.cursor().seq(), SEARCH_PATIENCE)) {
            throw new IndexException("the index does not hold the newest entries yet");
        }
        return read(from -> from.find(words, inReports, before, limit));
    }

    @Override
    public void close() {
        closing.countDown();
        arrivals.end();
        awake();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Reading {

        List<Long> from(Stacks stacks) throws SQLException;
    }

    private List<Long> read(Reading reading) {
        Stacks from = stacks;
        if (from == null) {
            throw new IndexException("the index is being made anew");
        }
        try {
            return reading.from(from);
        } catch (SQLException failed) {
            if (stacks == from) {
                doubted = true;
                arrivals.end();
            }
            throw new IndexException("the index could not be read", failed);
        }
    }

    private void run() {
        try {
            for (long pause = PAUSE_FIRST.toMillis(); !isClosed(); pause *= 2) {
                try {
                    follow();
                } catch (SQLException | IndexException failed) {
                    unusable(failed);
                    IndexFile.remove(file);
                } catch (JournalException failed) {
                    unusable(failed);
                }
                pause = Math.min(pause, PAUSE_MAX.toMillis());
                closing.await(pause, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void unusable(Exception failed) {
        if (!isClosed()) {
            LOG.warn("The index cannot be used: {}. It is made anew by itself; until then searching"
                    + " is answered 503, and all else goes on.", failed.getMessage());
        }
    }

    /** Until it is closed, or the file fails. */
    private void follow() throws SQLException, InterruptedException {
        doubted = false;
        arrivals.begin();
        View view = views.now();
        if (!IndexFile.isOf(file, journal.epoch(), view.cursor().seq())) {
            IndexFile.make(file, journal.epoch());
        }
        try (Shelf shelf = new Shelf(file); Stacks open = new Stacks(file)) {
            Filing filing = new Filing(shelf, journal);
            long at = shelf.cursor();
            filing.compare(view, at);
            shelf.commit(at);
            stacks = open;
            moveTo(catchUp(filing, at));
            while (!isClosed() && !doubted) {
                arrivals.await(held);
                moveTo(step(filing, held));
            }
            if (doubted) {
                throw new IndexException("a search failed in it");
            }
        } finally {
            stacks = null;
            moveTo(-1);
        }
    }

    /** Files what was recorded before this began, a page at a time; up to which entry that is. */
    private long catchUp(Filing filing, long from) throws SQLException {
        long total = views.now().cursor().seq() - from;
        if (total <= PAGE) {
            return step(filing, from);
        }
        Replay.Progress heard = progress.get();
        long at = from;
        while (at < views.now().cursor().seq() && !isClosed()) {
            at = step(filing, at);
            heard.at(at - from, Math.max(total, at - from));
        }
        LOG.info("The index holds the record: {} entries.", at);
        return at;
    }

    /** Files what is next; the last entry that was. */
    private long step(Filing filing, long at) throws SQLException {
        View view = views.now();
        long behind = view.cursor().seq() - at;
        if (behind <= 0) {
            return at;
        }
        List<StoredEntry> next = arrivals.following(at);
        if (next.isEmpty()) {
            next = journal.after(at, (int) Math.min(PAGE, behind));
        }
        filing.file(next, views.now());
        return next.getLast().seq();
    }

    private void moveTo(long seq) {
        held = seq;
        awake();
    }

    private void awake() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }
}
