package org.muster.index;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.journal.JournalReader;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.StoredEntry;
import org.muster.view.View;

/**
 * Puts entries where they are found. What may be found goes by a view that holds at least the entries that are filed;
 * when file and view hold the same entries, the words of exactly those reports stand in it that were not struck and that
 * this view does not conceal.
 */
final class Filing {

    /** What was filed before is read again so many entries at a time. */
    private static final int AGAIN = 1_000;

    private final Shelf shelf;
    private final JournalReader journal;

    Filing(Shelf shelf, JournalReader journal) {
        this.shelf = shelf;
        this.journal = journal;
    }

    /** Files entries that follow what was filed, and ends the transaction. */
    void file(List<StoredEntry> entries, View view) throws SQLException {
        Set<Long> touched = new LinkedHashSet<>();
        boolean all = false;
        for (StoredEntry stored : entries) {
            Entry entry = stored.entry();
            list(entry);
            Long opened = opened(view, view.about(entry.body()));
            if (opened != null && Told.of(entry) != Told.NOT) {
                shelf.list(Listing.about(opened), entry.seq());
                touched.add(opened);
            }
            if (entry.body() instanceof Entry.ReportRecorded report) {
                strike(entry, report, view, touched);
                if (opened != null && !view.conceals(entry)) {
                    shelf.put(Key.of(opened, entry.seq()), Findable.of(report));
                }
            }
            all |= entry.body() instanceof Entry.SettingsApplied;
        }
        long last = entries.getLast().seq();
        if (all) {
            compare(view, last);
        } else {
            for (long opened : touched) {
                refresh(opened, view, last);
            }
        }
        shelf.commit(last);
    }

    /**
     * Compares what is kept of every incident and protest with a view: other settings, and another version of the
     * service, may call them something else.
     */
    void compare(View view, long upTo) throws SQLException {
        for (long opened : view.incidents().bySeq().keySet()) {
            refresh(opened, view, upTo);
        }
        for (long opened : view.protests().bySeq().keySet()) {
            refresh(opened, view, upTo);
        }
    }

    private void list(Entry entry) throws SQLException {
        Told told = Told.of(entry);
        if (told == Told.NOT) {
            return;
        }
        shelf.list(Listing.of(told, null), entry.seq());
        for (String area : entry.areas()) {
            shelf.list(Listing.of(told, area), entry.seq());
        }
        if (told == Told.REPORT) {
            shelf.list(Listing.by(entry.actor()), entry.seq());
        }
    }

    private void strike(Entry entry, Entry.ReportRecorded by, View view, Set<Long> touched)
            throws SQLException {
        Entry.Struck struck = by.struck();
        Long opened = struck == null ? null : opened(view, struck.incident(), struck.protest());
        if (struck != null && opened != null) {
            shelf.list(Listing.about(opened), entry.seq());
            long key = Key.of(opened, struck.seq());
            shelf.forget(key, key);
            touched.add(opened);
        }
    }

    /** Takes over what a view says of one of them. */
    private void refresh(long opened, View view, long upTo) throws SQLException {
        Shelf.Kept now = shown(opened, view);
        if (now == null || opened > upTo) {
            return;
        }
        Shelf.Kept before = shelf.kept(opened);
        if (now.equals(before)) {
            return;
        }
        if (before == null || !before.said().equals(now.said())) {
            if (before != null) {
                shelf.forget(Key.first(opened), Key.first(opened));
            }
            shelf.put(Key.first(opened), now.said());
        }
        if (before != null && before.concealed() != now.concealed()) {
            shelf.forget(Key.of(opened, 1), Key.first(opened + 1) - 1);
            if (!now.concealed()) {
                putBack(opened, view, upTo);
            }
        }
        shelf.keep(opened, now);
    }

    private static Shelf.@Nullable Kept shown(long opened, View view) {
        Incident incident = view.incidents().bySeq().get(opened);
        if (incident != null) {
            return new Shelf.Kept(incident.sensitive(), Findable.of(incident));
        }
        Protest protest = view.protests().bySeq().get(opened);
        return protest == null ? null : new Shelf.Kept(protest.sensitive(), Findable.of(protest));
    }

    /** Its reports may be found again. */
    private void putBack(long opened, View view, long upTo) throws SQLException {
        List<Long> seqs = shelf.listed(Listing.about(opened), upTo);
        for (int from = 0; from < seqs.size(); from += AGAIN) {
            List<Long> some = seqs.subList(from, Math.min(seqs.size(), from + AGAIN));
            for (StoredEntry stored : journal.these(some)) {
                if (stored.entry().body() instanceof Entry.ReportRecorded report) {
                    putBack(opened, stored.entry(), report, view);
                }
            }
        }
    }

    private void putBack(long opened, Entry entry, Entry.ReportRecorded report, View view)
            throws SQLException {
        Entry.Struck struck = report.struck();
        if (struck != null) {
            long key = Key.of(opened, struck.seq());
            shelf.forget(key, key);
        }
        // A correction may have taken it elsewhere: then it is of this list and not about this.
        Long about = opened(view, report.incident(), report.protest());
        if (about != null && about == opened && !view.conceals(entry)) {
            shelf.put(Key.of(opened, entry.seq()), Findable.of(report));
        }
    }

    /** The entry that made known what an entry is about; null when that is no incident and no protest. */
    private static @Nullable Long opened(View view, @Nullable AlertSubject about) {
        return about == null ? null : switch (about.type()) {
            case INCIDENT -> opened(view, UUID.fromString(about.id()), null);
            case PROTEST -> opened(view, null, UUID.fromString(about.id()));
            case AREA, UNIT, ALLEGATION, ENGINE -> null;
        };
    }

    private static @Nullable Long opened(View view, @Nullable UUID incident,
            @Nullable UUID protest) {
        return incident != null ? view.incidents().seqs().get(incident)
                : protest != null ? view.protests().seqs().get(protest) : null;
    }
}
