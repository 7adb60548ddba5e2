package org.muster.app;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.access.Access;
import org.muster.access.NumberedChange;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.recorder.Recorder;

/**
 * What is looked at every second, on a thread of its own: free space, settings that are not recorded yet, and
 * credentials that the command line made or revoked. Each of these becomes an entry of the record; a crash at the wrong
 * moment makes it two, never none.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Access access;
    private final Recorder recorder;
    private final Supplier<Optional<Rejection>> space;
    private final SettingsInForce settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    /** @param space why nothing may be recorded for lack of space, if so; may block for a moment */
    Housekeeping(Access access, Recorder recorder, Supplier<Optional<Rejection>> space,
            SettingsInForce settings) {
        this.access = access;
        this.recorder = recorder;
        this.space = space;
        this.settings = settings;
    }

    /** Does the first round before it returns. */
    void start() {
        letIn();
        var _ = timer.scheduleWithFixedDelay(this::round, 0, 1, TimeUnit.SECONDS);
    }

    /** One second's work; rounds do not overlap, whoever calls them. */
    synchronized void round() {
        try {
            letIn();
            access.poll();
            recordChanges();
        } catch (RuntimeException failed) {
            LOG.warn("Housekeeping failed this second and tries again the next: {}",
                    failed.toString());
        }
    }

    /** Nothing is recorded while space is low, nor before the settings that it needs are. */
    private void letIn() {
        Rejection low = space.get().orElse(null);
        if (low != null || settings.ensure()) {
            recorder.refuse(low);
        }
    }

    private void recordChanges() {
        for (NumberedChange change : access.changesAfter(access.recordedUpTo())) {
            Outcome outcome = recorder.submit(new Command.NoteAccess(change.change(), change.by()))
                    .join();
            if (outcome instanceof Outcome.Refused) {
                return;
            }
            access.recorded(change.number());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
