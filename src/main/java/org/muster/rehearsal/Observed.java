package org.muster.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.muster.journal.JournalReader;
import org.muster.journal.Replay;
import org.muster.model.Entry;
import org.muster.model.StoredEntry;

/**
 * Everything at the moment it tells of, whenever it was received. What tells of a time before the one that is asked for
 * is lived through as well, so that it does not come all at once when that begins.
 */
final class Observed implements Course {

    private static final int PAGE = 2_000;
    private static final int AT_ONCE = 500;

    private final JournalReader record;
    private final long begin;
    private final Instant start;
    private final Instant end;
    private final List<Place> places;

    private record Place(Instant at, long seq) {}

    private Observed(JournalReader record, long begin, Instant start, Instant end,
            List<Place> places) {
        this.record = record;
        this.begin = begin;
        this.start = start;
        this.end = end;
        this.places = places;
    }

    /**
     * Finds them. Blocks while it reads the record from that time on.
     *
     * @param from null for the first moment that anything tells of
     * @param to null for the last
     */
    static Observed between(JournalReader record, @Nullable Instant from, @Nullable Instant to,
            Replay.Progress progress) {
        long begin = from == null ? 0 : record.lastUpTo(from.minusMillis(1));
        Moments read = read(record, begin, progress);
        Instant first = read.first();
        if (from != null && first != null && first.isBefore(from)) {
            long earlier = record.lastUpTo(first.minusMillis(1));
            if (earlier < begin) {
                begin = earlier;
                read = read(record, begin, progress);
            }
        }
        Instant start = earlier(first, from);
        Instant end = to == null ? later(read.last(), start) : to;
        List<Place> places = new ArrayList<>();
        for (Moments.Told told : read.all()) {
            Instant at = told.at().isBefore(start) ? start : told.at();
            if (!at.isAfter(end)) {
                places.add(new Place(at, told.seq()));
            }
        }
        places.sort(Comparator.comparing(Place::at).thenComparingLong(Place::seq));
        return new Observed(record, begin, start, end, places);
    }

    private static Moments read(JournalReader record, long begin, Replay.Progress progress) {
        Moments moments = new Moments(begin == 0);
        long head = record.head();
        for (long seq = begin; seq < head;) {
            List<StoredEntry> page = record.after(seq, PAGE);
            page.forEach(stored -> moments.add(stored.entry()));
            seq = page.isEmpty() ? head : page.getLast().seq();
            progress.at(seq - begin, head - begin);
        }
        return moments;
    }

    private static Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : Instant.EPOCH;
        }
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    @Override
    public long begin() {
        return begin;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public Instant end() {
        return end;
    }

    @Override
    public long size() {
        return places.size();
    }

    @Override
    public void each(BiConsumer<Entry, Instant> visit) {
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            List<Place> some = places.subList(from, Math.min(places.size(), from + AT_ONCE));
            List<StoredEntry> entries = record.these(some.stream().map(Place::seq).toList());
            for (int i = 0; i < some.size(); i++) {
                visit.accept(entries.get(i).entry(), some.get(i).at());
            }
        }
    }
}
