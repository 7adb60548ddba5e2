package org.muster.journal;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.muster.core.Picture;
import org.muster.model.Entry;
import org.muster.model.StoredEntry;

/**
 * Whether a record is sound: numbers without a gap, each entry as its leaf hash says, each report found by its id, and
 * all of it folded through the core.
 *
 * @param epoch of the record
 * @param head the newest entry's number; 0 when there is none
 * @param newestAt when that was received; null when there is none
 * @param reports among the entries
 */
public record Inspection(String epoch, long head, @Nullable Instant newestAt, long reports) {

    private static final int PAGE = 5_000;

    /** The record is not sound; the message names the first entry that is not. */
    public static final class Unsound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unsound(long entry, String why) {
            super(String.format(Locale.ROOT, "entry %,d %s", entry, why));
        }
    }

    /**
     * Reads all of a record that nobody writes to. Blocks.
     *
     * @throws Unsound when it is not sound
     * @throws JournalException when it cannot be read at all
     */
    public static Inspection of(JournalReader journal, Replay.Progress progress) {
        Picture picture = Picture.empty();
        long head = journal.head();
        Instant newestAt = null;
        long reports = 0;
        while (picture.seq() < head) {
            long before = picture.seq();
            List<StoredEntry> page = page(journal, before);
            for (StoredEntry stored : page) {
                long seq = picture.seq() + 1;
                check(stored, seq, newestAt);
                fold(picture, stored, seq);
                newestAt = stored.entry().at();
                if (stored.entry().body() instanceof Entry.ReportRecorded recorded) {
                    reports++;
                    if (journal.report(recorded.report().id())
                            .filter(found -> found.seq() == seq)
                            .isEmpty()) {
                        throw new Unsound(seq, "is of a report that is not found by its id");
                    }
                }
            }
            progress.at(picture.seq(), head);
        }
        return new Inspection(journal.epoch(), head, newestAt, reports);
    }

    private static List<StoredEntry> page(JournalReader journal, long after) {
        try {
            List<StoredEntry> page = journal.after(after, PAGE);
            if (page.isEmpty()) {
                throw new Unsound(after + 1, "is missing");
            }
            return page;
        } catch (UncheckedIOException broken) {
            long seq = after + 1;
            while (isReadable(journal, seq)) {
                seq++;
            }
            throw new Unsound(seq, "cannot be read (" + broken.getMessage() + ")");
        }
    }

    private static boolean isReadable(JournalReader journal, long seq) {
        try {
            return journal.at(seq).isPresent();
        } catch (UncheckedIOException broken) {
            return false;
        }
    }

    private static void check(StoredEntry stored, long seq, @Nullable Instant before) {
        if (stored.seq() > seq) {
            throw new Unsound(seq, "is missing");
        }
        if (!Arrays.equals(Leaf.hash(stored.bytes()), stored.leaf())) {
            throw new Unsound(seq, "is not as it was recorded: its leaf hash is another");
        }
        if (stored.seq() != seq) {
            throw new Unsound(seq, "says of itself that it is " + stored.seq());
        }
        if (before != null && stored.entry().at().isBefore(before)) {
            throw new Unsound(seq, "was received before the one before it");
        }
    }

    private static void fold(Picture picture, StoredEntry stored, long seq) {
        try {
            picture.evolve(stored.entry());
        } catch (RuntimeException broken) {
            throw new Unsound(seq, "does not follow from what is before it (" + broken + ")");
        }
    }
}
