package org.muster.recorder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.core.Ground;
import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.journal.Journal;
import org.muster.metrics.RecorderMeters;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.CommitListener;

/**
 * The one writer's thread. All that waits is one batch, and a batch is one flush: a lone report does not wait for
 * company, and under load many share a flush. The first failure stops recording for good: everything that waits is
 * refused, nothing of the failed batch is answered or shown, and whoever started the recorder is told.
 */
public final class Recorder implements Recording, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Picture picture;
    private final Writer writer;
    private final Publication publication;
    private final Inbox inbox;
    private final World world;
    private final RecorderMeters meters;
    private final Thread thread;
    private volatile @Nullable Rejection refusal;
    private volatile boolean closing;
    private long tickedAt;

    /**
     * What the recorder is given of the world around it.
     *
     * @param clock the time of day
     * @param nanos monotonic nanoseconds
     * @param listener hears of each commit, on the writer's thread
     * @param ground measures distances
     * @param rulebook understands the rules in force
     * @param failed told once, on the writer's thread, when recording had to stop
     */
    public record World(InstantSource clock, LongSupplier nanos, Ground ground, Rulebook rulebook,
            CommitListener listener, Consumer<Throwable> failed) {}

    /**
     * How much may wait and how much goes into one commit.
     *
     * @param entriesMax commands that may wait
     * @param bytesMax bytes that may wait
     * @param batchMax commands in one commit
     */
    public record Limits(int entriesMax, long bytesMax, int batchMax) {}

    /** A recorder over a journal and the picture that stands at the journal's head. */
    public Recorder(Journal journal, Picture picture, Publication publication, Limits limits,
            World world, RecorderMeters meters) {
        this.picture = picture;
        this.publication = publication;
        this.writer = new Writer(journal, picture, world.ground(), world.rulebook());
        this.inbox = new Inbox(limits.entriesMax(), limits.bytesMax());
        this.world = world;
        this.meters = meters;
        meters.watch(inbox::size, journal::sizeBytes);
        this.tickedAt = world.nanos().getAsLong();
        this.thread = Thread.ofPlatform().name("recorder").unstarted(() -> run(limits.batchMax()));
    }

    /** Starts the writer's thread. */
    public void start() {
        thread.start();
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return submit(command, world.nanos().getAsLong());
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command, long readNanos) {
        Rejection refused = refusal;
        if (refused != null) {
            return CompletableFuture.completedFuture(new Outcome.Refused(refused));
        }
        return handIn(command, readNanos);
    }

    /** The same, also while everybody else is refused: for what must be recorded before they are let in again. */
    public CompletableFuture<Outcome> submitAhead(Command command) {
        return handIn(command, world.nanos().getAsLong());
    }

    private CompletableFuture<Outcome> handIn(Command command, long readNanos) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        if (!inbox.offer(new Pending(command, outcome, readNanos))) {
            outcome.complete(new Outcome.Refused(new Rejection(Rejection.Code.BUSY,
                    "More reports wait than can be recorded at once. Send this one again.")));
        } else if (closing) {
            refuseAll(inbox.takeNow());
        }
        return outcome;
    }

    /** Why nothing is recorded at the moment, if so. Any thread. */
    public Optional<Rejection> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Refuses everything from now on, or, with null, records again. Any thread. */
    public void refuse(@Nullable Rejection reason) {
        if (!closing) {
            refusal = reason;
            meters.state(reason == null ? 1 : 0);
        }
    }

    /** Records what waits, then ends the thread. */
    @Override
    public void close() {
        refusal = stopped("The service is stopping.");
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        refuseAll(inbox.takeNow());
    }

    private void run(int batchMax) {
        List<Pending> batch = List.of();
        try {
            while (!closing || inbox.size() > 0) {
                long sinceTick = world.nanos().getAsLong() - tickedAt;
                batch = inbox.take(batchMax, Math.max(0, TICK_NANOS - sinceTick));
                if (!batch.isEmpty()) {
                    record(batch);
                } else {
                    tick();
                }
            }
        } catch (InterruptedException stop) {
            fail(batch, stop);
        } catch (RuntimeException | Error broken) {
            fail(batch, broken);
        }
    }

    private void record(List<Pending> batch) {
        Instant now = world.clock().instant();
        Writer.Written written = writer.write(batch.stream().map(Pending::command).toList(), now);
        long onDisk = world.nanos().getAsLong();
        meters.looked(now);
        List<Long> readNanos = readNanos(batch, written.outcomes());
        readNanos.forEach(read -> meters.onDisk(onDisk - read));
        publish(written.entries(), readNanos);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome().complete(written.outcomes().get(i));
        }
    }

    /** Of reports alone, and of those that are new. */
    private static List<Long> readNanos(List<Pending> batch, List<Outcome> outcomes) {
        List<Long> reports = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Recorded) {
                reports.add(batch.get(i).readNanos());
            }
        }
        return reports;
    }

    /** Time passes; what follows from that is recorded unless nothing is at the moment. */
    private void tick() {
        Instant now = world.clock().instant();
        if (refusal == null) {
            List<StoredEntry> entries = writer.write(List.of(), now).entries();
            meters.looked(now);
            publish(entries, List.of());
        } else {
            writer.advance(now);
            publish(List.of(), List.of());
        }
    }

    private void publish(List<StoredEntry> entries, List<Long> readNanos) {
        tickedAt = world.nanos().getAsLong();
        var commit = publication.publish(picture, entries, readNanos);
        if (!entries.isEmpty()) {
            meters.committed(entries.size());
        }
        world.listener().committed(commit);
    }

    private void fail(List<Pending> batch, Throwable cause) {
        Rejection why = stopped("Recording has stopped because of a failure. Whether this report"
                + " was recorded is not known: send it again, under the same id, when the service"
                + " is back.");
        refusal = why;
        closing = true;
        meters.state(-1);
        LOG.error(
                "Recording has stopped: {}. Nothing that was acknowledged is lost;"
                        + " the service ends now and can be started again.",
                cause.toString(), cause);
        refuseAll(batch);
        refuseAll(inbox.takeNow());
        world.failed().accept(cause);
    }

    private void refuseAll(List<Pending> pending) {
        Rejection why = Objects.requireNonNullElseGet(refusal,
                () -> stopped("The service is stopping."));
        for (Pending waiting : pending) {
            waiting.outcome().complete(new Outcome.Refused(why));
        }
    }

    private static Rejection stopped(String detail) {
        return new Rejection(Rejection.Code.RECORDER_STOPPED, detail);
    }
}
