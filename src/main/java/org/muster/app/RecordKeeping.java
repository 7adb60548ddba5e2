package org.muster.app;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.config.Config;
import org.muster.core.Picture;
import org.muster.delivery.Delivery;
import org.muster.geo.LocalGround;
import org.muster.index.Index;
import org.muster.journal.JournalReader;
import org.muster.journal.Replay;
import org.muster.journal.Resumption;
import org.muster.journal.SnapshotKeeper;
import org.muster.journal.sqlite.SqliteJournal;
import org.muster.journal.sqlite.SqliteJournalReader;
import org.muster.journal.sqlite.SqliteSnapshots;
import org.muster.metrics.AlertMeters;
import org.muster.metrics.DeliveryMeters;
import org.muster.metrics.RecorderMeters;
import org.muster.recorder.PastViews;
import org.muster.recorder.Publication;
import org.muster.recorder.Recorder;
import org.muster.rules.CelRulebook;
import org.muster.view.CommitListener;
import org.muster.view.Past;
import org.muster.view.Views;

/** The record as it runs: the journal and its readers, the picture replayed from it, and the one writer. */
final class RecordKeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordKeeping.class);
    private static final int EPOCH_LETTERS = 12;

    private final SqliteJournal journal;
    private final SqliteJournalReader reader;
    private final SqliteSnapshots snapshots;
    private final Picture picture;
    private final Publication publication;
    private final SnapshotKeeper keeper;
    private final PastViews past;
    private final Index index;
    private final Path delivered;
    private @Nullable Delivery delivery;

    /** Opens the record, or makes it, and replays it. Blocks; progress goes to the log. */
    RecordKeeping(DataFolder folder, Config config, Clocks clocks) {
        journal = new SqliteJournal(folder.journal(), newEpoch());
        reader = new SqliteJournalReader(folder.journal(), journal.epoch());
        snapshots = new SqliteSnapshots(folder.snapshots(), journal.epoch());
        Replay replay = new Replay(reader, snapshots);
        picture = new Resumption(reader, replay).upTo(journal.head(), clocks.day().instant(),
                new CelRulebook(),
                new Headway(clocks.nanos(), LOG::info, "reading the record", "entries"));
        publication = new Publication(picture, journal.epoch());
        keeper = new SnapshotKeeper(replay, snapshots, config.snapshots().everyEntries(),
                // Its own thread: it computes for seconds, and virtual ones would have to wait for that.
                work -> Thread.ofPlatform().name("snapshot").daemon().start(work), clocks.nanos());
        past = new PastViews(reader, replay, publication, clocks.day());
        delivered = folder.path().resolve("alertmanager.json");
        index = new Index(folder.index(), reader, publication,
                () -> new Headway(clocks.nanos(), LOG::info, "making the index", "entries"));
    }

    /** Not started yet. */
    Index index() {
        return index;
    }

    /** A name for a life of the record that no other has. */
    static String newEpoch() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, EPOCH_LETTERS);
    }

    Views views() {
        return publication;
    }

    Past past() {
        return past;
    }

    JournalReader reader() {
        return reader;
    }

    /** The writer, not started yet. */
    Recorder recorder(Config config, Clocks clocks, MeterRegistry registry, CommitListener watchers,
            Consumer<Throwable> failed) {
        var limits = config.limits().recorder();
        var counted = new AlertsCounted(new AlertMeters(registry, clocks.day()), registry,
                publication.now());
        var meters = new DeliveryMeters(registry);
        Delivery told = config.alertmanager().isOn()
                ? new Delivery(delivered, reader, publication, config.alertmanager(), clocks.day(),
                        clocks.nanos(), meters)
                : null;
        delivery = told;
        CommitListener all = commit -> {
            if (told != null) {
                told.committed(commit);
            }
            watchers.committed(commit);
            counted.committed(commit);
            past.committed(commit);
            index.committed(commit);
            keeper.grown(commit.view().cursor().seq());
        };
        return new Recorder(journal, picture, publication,
                new Recorder.Limits(limits.queueReportsMax(), limits.queueBytes(),
                        limits.commitEntriesMax()),
                new Recorder.World(clocks.day(), clocks.nanos(), new LocalGround(),
                        new CelRulebook(), all, failed),
                new RecorderMeters(registry));
    }

    /** What goes on beside the recorder begins, now that requests are answered. */
    void follow() {
        index.start();
        if (delivery != null) {
            delivery.start();
        }
    }

    @Override
    public void close() {
        if (delivery != null) {
            delivery.close();
        }
        past.close();
        index.close();
        snapshots.close();
        reader.close();
        journal.close();
    }
}
