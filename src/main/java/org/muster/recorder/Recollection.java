package org.muster.recorder;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.muster.core.Picture;
import org.muster.journal.JournalReader;
import org.muster.journal.Replay;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.view.View;

/**
 * A picture of the past that can be brought forward, never back. One thread at a time; of no use any more after
 * something was thrown.
 */
final class Recollection {

    private final Picture picture;
    private final Publication publication;
    private final JournalReader journal;
    private final Set<UUID> subjects = new HashSet<>();
    private final Set<Long> entries = new HashSet<>();

    Recollection(Picture picture, JournalReader journal) {
        this.picture = picture;
        this.publication = new Publication(picture, journal.epoch());
        this.journal = journal;
    }

    long seq() {
        return picture.seq();
    }

    /** Whether it stands at this entry and moment or before. */
    boolean isBefore(long seq, Instant moment) {
        return picture.seq() <= seq && !picture.at().isAfter(moment);
    }

    /** Brings it forward. Blocks. */
    void goOn(Replay replay, long seq, Instant moment, Replay.Progress progress) {
        replay.goOn(picture, seq, progress);
        picture.advance(moment);
        publication.publish(picture, List.of());
    }

    /**
     * Shows as told in confidence what is so by now.
     *
     * @param now the present
     * @return false when it shows more of that than it must, so that another has to be made
     */
    boolean conceal(View now) {
        Set<Long> since = new HashSet<>(now.confidential());
        since.removeAll(publication.now().confidential());
        since.removeIf(entry -> entry > picture.seq());
        Set<UUID> sensitive = sensitive(now);
        since.forEach(entry -> addSubject(sensitive, entry));
        if (!sensitive.containsAll(subjects) || !since.containsAll(entries)) {
            return false;
        }
        subjects.addAll(sensitive);
        entries.addAll(since);
        picture.conceal(sensitive, since);
        publication.publish(picture, List.of());
        return true;
    }

    View view() {
        return publication.now();
    }

    private static Set<UUID> sensitive(View now) {
        Set<UUID> found = new HashSet<>();
        for (Incident incident : now.incidents().newestFirst()) {
            if (incident.sensitive()) {
                found.add(incident.id());
            }
        }
        for (Protest protest : now.protests().newestFirst()) {
            if (protest.sensitive()) {
                found.add(protest.id());
            }
        }
        return found;
    }

    /** What a report was about whose words became confidential; it may be about something else since. */
    private void addSubject(Set<UUID> to, long entry) {
        if (journal.at(entry).orElseThrow().entry().body() instanceof Entry.ReportRecorded report) {
            UUID incident = report.incident();
            UUID protest = report.protest();
            if (incident != null) {
                to.add(incident);
            }
            if (protest != null) {
                to.add(protest);
            }
        }
    }
}
