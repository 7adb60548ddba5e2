package org.muster.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.index.Index;
import org.muster.index.IndexException;
import org.muster.index.Listing;
import org.muster.index.Told;
import org.muster.journal.JournalReader;
import org.muster.model.AlertSubject;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.View;
import org.muster.wire.Json;

/**
 * The record for people, newest first: the feed, and the timelines of incidents and protests. The index tells which entries may
 * concern the reader; while it cannot, the record itself is read backwards. Either way only so many entries are looked
 * at for one page: then it is not full, and still names a next one.
 */
final class FeedReads {
    /** The last moment of receipt that is wanted. */
    private static final String UNTIL = "until";
    static final Set<String> FEED_PARAMETERS = Set.of("area", UNTIL, Page.LIMIT, Page.BEFORE);
    static final Set<String> TIMELINE_PARAMETERS = Set.of(UNTIL, Page.LIMIT, Page.BEFORE);

    /** A feed that is a moment late is worth more than one that looks back less far. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** Entries that one page looks at, at most. */
    private static final int LOOKED_MAX = 10_000;
    /** Entries of one step, at most. */
    private static final int STEP_MAX = 1_000;

    private final JournalReader journal;
    private final Index index;

    FeedReads(JournalReader journal, Index index) {
        this.journal = journal;
        this.index = index;
    }

    Answer feed(View view, Scope scope, Parameters given) {
        Set<String> areas = Wanted.areas(view, scope, given);
        List<Listing> lists = lists(scope, areas.isEmpty() ? scope.areas() : areas);
        return page(view, given, lists, 1, entry -> Told.of(entry) != Told.NOT
                && scope.seesTold(entry) && Wanted.touches(entry.areas(), areas));
    }

    Answer timeline(View view, Scope scope, String id, Parameters given) {
        if (!scope.mayRead(Topic.INCIDENTS)) {
            return Answer.forbidden("field units, controllers, supervisors and auditors");
        }
        Incident incident = Parameters.uuid(id).map(view.incidents()::get).orElse(null);
        if (incident == null || !scope.sees(incident)) {
            return Answer.notFound("incident");
        }
        return timeline(view, scope, given, AlertSubject.Type.INCIDENT, incident.id(),
                incident.openedSeq());
    }

    /** The same of a protest, from its plan on; everybody who may see it, each what may be told to them. */
    Answer protestTimeline(View view, Scope scope, String id, Parameters given) {
        Protest protest = Parameters.uuid(id).map(view.protests()::get).orElse(null);
        if (protest == null || !scope.sees(protest)) {
            return Answer.notFound("protest");
        }
        return timeline(view, scope, given, AlertSubject.Type.PROTEST, protest.id(),
                protest.openedSeq());
    }

    private Answer timeline(View view, Scope scope, Parameters given, AlertSubject.Type type,
            UUID id, long opened) {
        AlertSubject subject = new AlertSubject(type, id.toString());
        return page(view, given, List.of(Listing.about(opened)), opened,
                entry -> Told.of(entry) != Told.NOT && isAbout(view, entry, subject)
                        && scope.seesTold(entry));
    }

    /** All that this reader may be told of these areas, or of any when there are none; and little else. */
    private static List<Listing> lists(Scope scope, Set<String> areas) {
        List<Listing> lists = new ArrayList<>();
        if (!scope.mayRead(Topic.REPORTS) && scope.mayReadReports()) {
            lists.add(Listing.by(scope.name()));
        }
        for (Told told : scope.mayRead(Topic.REPORTS) ? List.of(Told.REPORT, Told.OTHER)
                : List.of(Told.OTHER)) {
            if (areas.isEmpty()) {
                lists.add(Listing.of(told, null));
            }
            areas.forEach(area -> lists.add(Listing.of(told, area)));
        }
        return lists;
    }

    /** Also what was taken from it by a correction. */
    private static boolean isAbout(View view, Entry entry, AlertSubject subject) {
        return subject.equals(view.about(entry.body()))
                || (entry.body() instanceof Entry.ReportRecorded report && report.struck() != null
                        && subject.id()
                                .equals(Objects
                                        .toString(subject.type() == AlertSubject.Type.INCIDENT
                                                ? report.struck().incident()
                                                : report.struck().protest())));
    }

    /**
     * A stretch of the record.
     *
     * @param entries of it that may be wanted, newest first
     * @param from the entry that it begins with; what lies before it was not looked at
     */
    private record Stretch(List<StoredEntry> entries, long from) {}

    /** @param oldest the first entry that can be wanted */
    private Answer page(View view, Parameters given, List<Listing> lists, long oldest,
            Predicate<Entry> wanted) {
        int limit = given.limit();
        long before = given.cursor(Page.BEFORE, view.cursor().seq() + 1);
        Instant until = given.time(UNTIL).orElse(null);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        boolean isIndexed = index.holds(view.cursor().seq(), PATIENCE);
        List<Entry> found = new ArrayList<>();
        long at = until == null ? before : Math.min(before, journal.lastUpTo(until) + 1);
        int looked = 0;
        for (int step = limit; found.size() < limit && at > oldest
                && looked < LOOKED_MAX; step *= 2) {
            int most = Math.min(Math.min(step, STEP_MAX), LOOKED_MAX - looked);
            Stretch stretch = isIndexed ? indexed(lists, oldest, at, most) : null;
            if (stretch == null) {
                isIndexed = false;
                long from = Math.max(oldest, at - most);
                stretch = new Stretch(journal.backwards(from, at), from);
            }
            at = take(found, limit, stretch, wanted);
            looked += most;
        }
        return written(view, found, at > oldest ? at : 0);
    }

    /** At most so many entries of these lists before {@code at}; null when the index cannot say. */
    private @Nullable Stretch indexed(List<Listing> lists, long oldest, long at, int most) {
        try {
            List<Long> seqs = index.newest(lists, at, most);
            return new Stretch(journal.these(seqs), seqs.size() < most ? oldest : seqs.getLast());
        } catch (IndexException notNow) {
            return null;
        }
    }

    /** Takes what is wanted; how far back was looked by then. */
    private static long take(List<Entry> found, int limit, Stretch stretch,
            Predicate<Entry> wanted) {
        for (StoredEntry stored : stretch.entries()) {
            if (wanted.test(stored.entry())) {
                found.add(stored.entry());
                if (found.size() == limit) {
                    return stored.seq();
                }
            }
        }
        return stretch.from();
    }

    private static Answer written(View view, List<Entry> found, long next) {
        Telling telling = new Telling(view);
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("items");
            for (Entry entry : found) {
                telling.item(out, entry);
            }
            out.writeEndArray();
            out.writeStringField("next",
                    next == 0 ? null : new Cursor(view.cursor().epoch(), next).text());
        }));
    }
}
