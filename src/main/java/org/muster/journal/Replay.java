package org.muster.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.muster.core.Picture;
import org.muster.model.StoredEntry;

/** Folds recorded entries through the core again: the same code, whatever the past is needed for. */
public final class Replay {

    private static final int PAGE = 5_000;

    private final JournalReader journal;
    private final Snapshots snapshots;

    public Replay(JournalReader journal, Snapshots snapshots) {
        this.journal = journal;
        this.snapshots = snapshots;
    }

    /** Hears how far a replay has come; what it throws ends the replay. */
    @FunctionalInterface
    public interface Progress {

        /** {@code done} of {@code total} entries are folded. */
        void at(long done, long total);
    }

    /** The picture right after the entry {@code seq}. Blocks while it reads. */
    public Picture upTo(long seq, Progress progress) {
        Optional<Snapshots.Snapshot> start = snapshots.newest(seq);
        Picture picture = start.map(found -> Picture.restore(found.state()))
                .orElseGet(Picture::empty);
        goOn(picture, seq, progress);
        return picture;
    }

    /** Brings a picture that stands before the entry {@code seq} there, without a snapshot. Blocks while it reads. */
    public void goOn(Picture picture, long seq, Progress progress) {
        goOn(picture, seq, stored -> picture.evolve(stored.entry()), progress);
    }

    /** The same, with what takes each entry in. */
    void goOn(Picture picture, long seq, Consumer<StoredEntry> taking, Progress progress) {
        long from = picture.seq();
        while (picture.seq() < seq) {
            int limit = (int) Math.min(PAGE, seq - picture.seq());
            List<StoredEntry> page = journal.after(picture.seq(), limit);
            if (page.isEmpty()) {
                throw new JournalException(
                        "the record ends at " + picture.seq() + " instead of " + seq);
            }
            page.forEach(taking);
            progress.at(picture.seq() - from, seq - from);
        }
    }
}
