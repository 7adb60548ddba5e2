package org.muster.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.config.Alertmanager;
import org.muster.delivery.Alertmanager.Refused;
import org.muster.delivery.Memory.Fired;
import org.muster.journal.JournalException;
import org.muster.journal.JournalReader;
import org.muster.metrics.DeliveryMeters;
import org.muster.model.Alert;
import org.muster.model.Entry;
import org.muster.model.StoredEntry;
import org.muster.view.Commit;
import org.muster.view.CommitListener;
import org.muster.view.View;
import org.muster.view.Views;

/**
 * Tells Alertmanager of every alert that stands and of its end, in the order of the record and from a cursor of its own,
 * on a thread of its own: nobody ever waits for it. Each is told at least once; told twice, Alertmanager takes it for
 * the same, because the labels are.
 */
public final class Delivery implements CommitListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** Entries that are looked at for one call. */
    private static final int PAGE = 1_000;
    /** Alerts in one call. */
    private static final int CALL_MAX = 500;
    /** So many times the interval of sending again an alert stands that nobody speaks of: time for a restart. */
    private static final int STANDS_FOR = 15;
    /** So many are remembered that were said to be refused, the newest. */
    private static final int REFUSED_MAX = 1_000;
    private static final long PAUSE_FIRST = 1_000;
    private static final long PAUSE_MAX = 30_000;

    private final Path file;
    private final JournalReader journal;
    private final Views views;
    private final Alertmanager settings;
    private final org.muster.delivery.Alertmanager to;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final DeliveryMeters meters;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform()
            .name("alertmanager")
            .daemon()
            .unstarted(this::run);
    private volatile boolean closing;
    private final LinkedHashSet<Map<String, String>> refused = new LinkedHashSet<>();
    private @Nullable Memory memory;
    private boolean isFailing;
    private long resentAt;

    /**
     * Not started yet.
     *
     * @param file where the cursor is kept
     * @param nanos monotonic
     */
    public Delivery(Path file, JournalReader journal, Views views, Alertmanager settings,
            InstantSource clock, LongSupplier nanos, DeliveryMeters meters) {
        this.file = file;
        this.journal = journal;
        this.views = views;
        this.settings = settings;
        this.to = new org.muster.delivery.Alertmanager(settings.url(), settings.tokenFile());
        this.clock = clock;
        this.nanos = nanos;
        this.meters = meters;
    }

    /** Begins, beside everything else. */
    public void start() {
        thread.start();
    }

    @Override
    public void committed(Commit commit) {
        if (!commit.alerts().isEmpty() && woken.availablePermits() == 0) {
            woken.release();
        }
    }

    @Override
    public void close() {
        closing = true;
        woken.release();
        to.close();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = PAUSE_FIRST;
        try {
            while (!closing) {
                try {
                    tell();
                    pause = PAUSE_FIRST;
                    long left = settings.resendEvery().toNanos() - (nanos.getAsLong() - resentAt);
                    var _ = woken.tryAcquire(Math.max(0, left), TimeUnit.NANOSECONDS);
                    woken.drainPermits();
                } catch (IOException | JournalException failed) {
                    failed(failed);
                    TimeUnit.MILLISECONDS.sleep(pause);
                    pause = Math.min(PAUSE_MAX, pause * 2);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that was recorded since the cursor; and once in a while, everything that stands. */
    private void tell() throws IOException, InterruptedException {
        Memory known = memory;
        if (known == null) {
            known = beginning();
        }
        boolean isDue = resentAt == 0
                || nanos.getAsLong() - resentAt >= settings.resendEvery().toNanos();
        View view = views.now();
        do {
            List<StoredEntry> page = journal.after(known.seq(), PAGE)
                    .stream()
                    .takeWhile(entry -> entry.seq() <= view.cursor().seq())
                    .toList();
            Set<UUID> touched = new LinkedHashSet<>();
            Set<UUID> raised = new HashSet<>();
            page.forEach(entry -> note(entry.entry().body(), touched, raised));
            long upTo = page.isEmpty() ? known.seq() : page.getLast().seq();
            known = told(known, touched, new Call(view, upTo, raised, false));
        } while (known.seq() < view.cursor().seq() && !closing);
        if (isDue) {
            Set<UUID> all = new LinkedHashSet<>(known.firing().keySet());
            view.alerts(Notice::isDue).forEach(alert -> all.add(alert.id()));
            told(known, all, new Call(view, known.seq(), Set.of(), true));
            resentAt = nanos.getAsLong();
        }
    }

    /** Where it left off; a record that was restored, or is told for the first time, begins with what stands now. */
    private Memory beginning() throws IOException {
        Memory kept = Memory.read(file, journal.epoch());
        View view = views.now();
        boolean isOurs = kept.epoch().equals(journal.epoch()) && kept.seq() <= view.cursor().seq()
                && kept.seq() > 0;
        return isOurs ? kept : new Memory(journal.epoch(), view.cursor().seq(), kept.firing());
    }

    /**
     * What a call goes by.
     *
     * @param upTo the entry up to which all is told after it
     * @param raised alerts that were raised in the stretch that it tells of
     * @param again whether what stands is told although it was before
     */
    private record Call(View view, long upTo, Set<UUID> raised, boolean again) {}

    private static void note(Entry.Body body, Set<UUID> touched, Set<UUID> raised) {
        UUID alert = View.alert(body);
        if (alert != null) {
            touched.add(alert);
            if (body instanceof Entry.AlertRaised || (body instanceof Entry.AlertUpdated update
                    && update.change() == Entry.AlertUpdated.Change.RAISED_AGAIN)) {
                raised.add(alert);
            }
        }
    }

    private Memory told(Memory known, Set<UUID> alerts, Call call)
            throws IOException, InterruptedException {
        View view = call.view();
        Map<UUID, Fired> firing = new HashMap<>(known.firing());
        List<Notice> notices = new ArrayList<>();
        Instant now = clock.instant();
        for (UUID id : alerts) {
            Alert alert = view.alerts().get(id);
            Fired fired = firing.get(id);
            if (alert != null && Notice.isDue(alert)) {
                Fired fires = new Fired(Notice.labels(alert), alert.raisedAt());
                if (fired != null && !fired.labels().equals(fires.labels())) {
                    notices.add(over(id, fired, view, now));
                }
                if (call.again() || !fires.equals(fired)) {
                    notices.add(stands(alert, view, now));
                }
                firing.put(id, fires);
            } else if (fired != null) {
                notices.add(over(id, fired, view, over(alert, now)));
                firing.remove(id);
            } else if (alert != null && call.raised().contains(id) && Notice.isOver(alert)) {
                notices.add(passed(alert, view));
            }
        }
        for (int from = 0; from < notices.size(); from += CALL_MAX) {
            List<Notice> some = notices.subList(from, Math.min(notices.size(), from + CALL_MAX));
            List<Refused> refused = to.send(some);
            refused.forEach(this::refused);
            meters.told(some.size() - refused.size(), refused.size());
        }
        Memory next = new Memory(known.epoch(), call.upTo(), firing);
        if (!next.equals(memory)) {
            next.write(file);
            memory = next;
        }
        if (!notices.isEmpty() && isFailing) {
            isFailing = false;
            LOG.info("Alertmanager at {} takes alerts again; it has all that happened meanwhile.",
                    settings.url());
        }
        return next;
    }

    private Notice stands(Alert alert, View view, Instant now) {
        return notice(alert, view, now.plus(settings.resendEvery().multipliedBy(STANDS_FOR)));
    }

    private Notice passed(Alert alert, View view) {
        Instant cleared = alert.clearedAt();
        return notice(alert, view, cleared == null ? alert.raisedAt() : cleared);
    }

    private Notice notice(Alert alert, View view, Instant endsAt) {
        String link = Notice.link(settings.dashboard(), alert.id());
        return new Notice(Notice.labels(alert),
                Notice.annotations(alert, view.settings().titleOf(alert.rule()), link),
                alert.raisedAt(), endsAt, link);
    }

    private Notice over(UUID id, Fired fired, View view, Instant at) {
        String link = Notice.link(settings.dashboard(), id);
        Alert alert = view.alerts().get(id);
        String title = alert == null ? null : view.settings().titleOf(alert.rule());
        // Alertmanager takes no end before the beginning.
        Instant end = at.isBefore(fired.startsAt()) ? fired.startsAt() : at;
        return new Notice(fired.labels(), Notice.annotations(alert, title, link), fired.startsAt(),
                end, link);
    }

    /** When it ended; what is only out of the queue ended now. */
    private static Instant over(@Nullable Alert alert, Instant now) {
        Instant cleared = alert == null || alert.state().isStanding() ? null : alert.clearedAt();
        return cleared == null ? now : cleared;
    }

    /** Said once of each alert: it is offered again while it stands. */
    private void refused(Refused one) {
        if (refused.add(one.notice().labels())) {
            LOG.warn(
                    "Alertmanager at {} does not take the alert {} of the rule {}: {}. It stands on"
                            + " every screen as always, but nobody is called for it by mail or pager. All"
                            + " others are sent.",
                    settings.url(), one.notice().labels().get("alert"),
                    one.notice().labels().get("alertname"), one.why());
        }
        if (refused.size() > REFUSED_MAX) {
            refused.removeFirst();
        }
    }

    private void failed(Exception why) {
        meters.failed();
        if (!isFailing && !closing) {
            isFailing = true;
            LOG.warn("Alerts cannot be sent to Alertmanager at {}: {}. Screens and sounds go on;"
                    + " nobody is called by mail or pager until this ends. It is tried again all the"
                    + " time, and then everything is sent that happened meanwhile.", settings.url(),
                    why.getMessage() == null ? why.toString() : why.getMessage());
        }
    }
}
