package org.muster.push;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.muster.config.Limits;
import org.muster.config.Streaming;
import org.muster.journal.JournalReader;
import org.muster.metrics.StreamMeters;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.view.Commit;
import org.muster.view.CommitListener;
import org.muster.view.View;
import org.muster.view.Views;

/**
 * Everybody who watches, on all event loops, and what they share: the newest entries and what moved. Knows no sockets.
 * It must hear of every commit after the view it was made with; entries that it missed are read from the journal.
 */
public final class Watchers implements CommitListener {

    private final Views views;
    private final JournalReader journal;
    private final Executor blocking;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Ring ring;
    private final Formers formers = new Formers();
    private final Shown shown = new Shown();
    private final Lookers lookers = new Lookers();
    private final StreamMeters meters;
    private final List<Hub> hubs = new ArrayList<>();
    private View last;

    /**
     * @param blocking where the journal may be read and large pictures made: a virtual thread for each task
     * @param nanos a clock of nanoseconds that never goes back
     */
    public Watchers(Views views, JournalReader journal, Executor blocking, LongSupplier nanos,
            Limits.Stream limits, Streaming streaming, StreamMeters meters) {
        this.views = views;
        this.journal = journal;
        this.blocking = blocking;
        this.nanos = nanos;
        this.pace = Pace.of(limits, streaming);
        this.last = views.now();
        this.ring = new Ring(last.cursor().seq());
        this.meters = meters;
    }

    /**
     * The watchers of one more event loop; any thread.
     *
     * @param recording where it is noted who saw which alert
     */
    public Hub hub(Executor loop, Recording recording) {
        synchronized (hubs) {
            Hub hub = new Hub(this, loop, recording, last);
            hubs.add(hub);
            return hub;
        }
    }

    @Override
    public void committed(Commit commit) {
        ring.add(commit.entries());
        synchronized (hubs) {
            formers.note(last, commit);
            last = commit.view();
            for (Hub hub : hubs) {
                hub.note(commit);
            }
        }
    }

    /** A credential was revoked or has expired: its streams are closed 4401. Any thread. */
    public void ended(String credential) {
        all(watcher -> {
            if (watcher.credential().equals(credential)) {
                watcher.close(Close.CREDENTIAL_ENDED,
                        new Rejection(Rejection.Code.UNAUTHENTICATED, "This credential has ended"));
            }
        });
    }

    /** Somebody signed out, or a session expired: its streams are closed 4401. Any thread. */
    public void sessionEnded(String session) {
        all(watcher -> {
            if (watcher.isWithin(session)) {
                watcher.close(Close.CREDENTIAL_ENDED,
                        new Rejection(Rejection.Code.UNAUTHENTICATED, "This session has ended"));
            }
        });
    }

    /** Closes every stream with 1001, as the service leaves or can no longer record. Any thread. */
    public void closeAll(Rejection why) {
        all(watcher -> watcher.close(Close.LEAVING, why));
    }

    private void all(Consumer<Watcher> action) {
        synchronized (hubs) {
            hubs.forEach(hub -> hub.each(action));
        }
    }

    /** A hub knows anew how far its watchers are behind. */
    void lagKnown() {
        synchronized (hubs) {
            meters.lag(hubs.stream().mapToLong(Hub::lagEntries).max().orElse(0));
        }
    }

    View published() {
        return views.now();
    }

    JournalReader journal() {
        return journal;
    }

    Executor blocking() {
        return blocking;
    }

    LongSupplier nanos() {
        return nanos;
    }

    Pace pace() {
        return pace;
    }

    Ring ring() {
        return ring;
    }

    Formers formers() {
        return formers;
    }

    Shown shown() {
        return shown;
    }

    Lookers lookers() {
        return lookers;
    }

    StreamMeters meters() {
        return meters;
    }
}
