package org.muster.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.journal.JournalReader;
import org.muster.model.AlertSubject;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.View;
import org.muster.wire.Json;

/**
 * The record for people, newest first: the feed, and the timeline of an incident. It is read backwards in short steps,
 * and of a long stretch that holds nothing for the reader only so much at a time: then a page is not full, and still
 * names a next one.
 */
final class FeedReads {
    static final Set<String> FEED_PARAMETERS = Set.of("area", Page.LIMIT, Page.BEFORE);
    static final Set<String> TIMELINE_PARAMETERS = Set.of(Page.LIMIT, Page.BEFORE);

    /** How every entry of an alert begins, after its number and time. */
    private static final String OF_AN_ALERT = "\"type\":\"alert-";

    /** The first step reads so many times what a page holds. */
    private static final long FIRST_STEP = 2;

    private final JournalReader journal;

    FeedReads(JournalReader journal) {
        this.journal = journal;
    }

    /** Reads a short stretch of the record. */
    private interface Stretch {

        /** The entries from {@code from} up to, not with, {@code before} that may be wanted, newest first. */
        List<StoredEntry> read(long from, long before);
    }

    /**
     * How far a page reads back.
     *
     * @param stepMax entries of one step, a read transaction of its own, at most
     * @param pageMax entries that one page looks at, at most
     * @param oldest the first entry that can be wanted
     */
    private record Reach(long stepMax, long pageMax, long oldest) {}

    /** Every entry of a feed has to be read as a whole to know for whom it is. */
    private static final Reach ALL = new Reach(1_000, 10_000, 1);

    Answer feed(View view, Scope scope, Parameters given) {
        Set<String> areas = Wanted.areas(view, scope, given);
        return page(view, given, ALL, journal::backwards, entry -> Telling.tells(entry.body())
                && scope.seesTold(entry) && Wanted.touches(entry.areas(), areas));
    }

    /** Of the entries since it was opened, those that name the incident are found without reading the others. */
    Answer timeline(View view, Scope scope, String id, Parameters given) {
        if (!scope.mayRead(Topic.INCIDENTS)) {
            return Answer.forbidden("field units, controllers, supervisors and auditors");
        }
        Incident incident = Parameters.uuid(id).map(view.incidents()::get).orElse(null);
        if (incident == null || !scope.sees(incident)) {
            return Answer.notFound("incident");
        }
        String name = incident.id().toString();
        var subject = new AlertSubject(AlertSubject.Type.INCIDENT, name);
        boolean hasAlerts = view.alerts()
                .newestFirst()
                .stream()
                .anyMatch(alert -> alert.subject().equals(subject));
        List<String> words = hasAlerts ? List.of(name, OF_AN_ALERT) : List.of(name);
        Telling telling = new Telling(view);
        return page(view, given, new Reach(5_000, 50_000, incident.openedSeq()),
                (from, before) -> journal.backwards(from, before, words),
                entry -> isAbout(telling, entry.body(), incident.id())
                        && Telling.tells(entry.body()) && scope.seesTold(entry));
    }

    /** Also what was taken from it by a correction. */
    private static boolean isAbout(Telling telling, Entry.Body body, UUID incident) {
        return incident.toString().equals(telling.about(body, AlertSubject.Type.INCIDENT))
                || (body instanceof Entry.ReportRecorded report && report.struck() != null
                        && incident.equals(report.struck().incident()));
    }

    private static Answer page(View view, Parameters given, Reach reach, Stretch stretch,
            Predicate<Entry> wanted) {
        int limit = given.limit();
        long before = given.cursor(Page.BEFORE, view.cursor().seq() + 1);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        List<Entry> found = new ArrayList<>();
        long next = gather(found, limit, before, reach, stretch, wanted);
        Telling telling = new Telling(view);
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("items");
            for (Entry entry : found) {
                telling.item(out, entry);
            }
            out.writeEndArray();
            out.writeStringField("next",
                    next > reach.oldest() ? new Cursor(view.cursor().epoch(), next).text() : null);
        }));
    }

    /** How far back was looked: the number of the last entry of a full page, or of the last that was passed over. */
    private static long gather(List<Entry> found, int limit, long before, Reach reach,
            Stretch stretch, Predicate<Entry> wanted) {
        long at = before;
        long end = Math.max(reach.oldest(), before - reach.pageMax());
        // Most pages are full soon; the longer they are not, the longer the steps.
        long step = FIRST_STEP * limit;
        while (at > end) {
            long from = Math.max(end, at - Math.min(step, reach.stepMax()));
            for (StoredEntry stored : stretch.read(from, at)) {
                if (wanted.test(stored.entry())) {
                    found.add(stored.entry());
                    if (found.size() == limit) {
                        return stored.seq();
                    }
                }
            }
            at = from;
            step *= 2;
        }
        return at;
    }
}
