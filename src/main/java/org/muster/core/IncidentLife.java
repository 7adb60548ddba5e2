package org.muster.core;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.IncidentStatus;
import org.muster.model.Report;

/**
 * The life of an incident, by what reports say of its status in effective order: the first closing closes it, and only
 * a reopening opens it again. Between the two lies a closed span. While nobody gave a status it is reported.
 */
final class IncidentLife {

    private final Register<Word> words;
    private final List<Span> closed = new ArrayList<>(0);
    private IncidentStatus status = IncidentStatus.REPORTED;
    private @Nullable String closingCategory;

    /**
     * What one report says of the status.
     *
     * @param status null when it only reopens
     */
    public record Word(@Nullable IncidentStatus status, @Nullable String closingCategory,
            boolean reopen) {

        /** What a report says; null when it says nothing. */
        static @Nullable Word of(Report report) {
            return report.status() == null && !report.reopen() ? null
                    : new Word(report.status(), report.closingCategory(), report.reopen());
        }
    }

    /** From a closing to its reopening, both outside; until now without one. */
    private record Span(Moment from, @Nullable Moment to) {

        boolean holds(Moment when) {
            return from.isBefore(when) && (to == null || when.isBefore(to));
        }
    }

    IncidentLife(List<Said<Word>> said) {
        words = new Register<>(said);
        fold();
    }

    List<Said<Word>> all() {
        return words.all();
    }

    /** Takes in what a report says; says whether closed spans changed. */
    boolean add(Moment when, Word word) {
        List<Span> before = List.copyOf(closed);
        Said<Word> newest = words.newest();
        words.put(when, word);
        if (newest == null || newest.when().isBefore(when)) {
            step(when, word);
        } else {
            fold();
        }
        return !before.equals(closed);
    }

    /** Takes out what a report said; says whether closed spans changed. */
    boolean remove(Moment when) {
        if (words.remove(when) == null) {
            return false;
        }
        List<Span> before = List.copyOf(closed);
        fold();
        return !before.equals(closed);
    }

    IncidentStatus status() {
        return status;
    }

    boolean isClosed() {
        return status == IncidentStatus.CLOSED;
    }

    /** When it was closed; null while it is open. */
    @Nullable
    Moment closedAt() {
        return isClosed() ? closed.getLast().from() : null;
    }

    @Nullable
    String closingCategory() {
        return closingCategory;
    }

    /** When it was last reopened; null when it never was. */
    @Nullable
    Moment reopenedAt() {
        for (Span span : closed.reversed()) {
            if (span.to() != null) {
                return span.to();
            }
        }
        return null;
    }

    /** Whether what was so then counts: outside every closed span. */
    boolean counts(Moment when) {
        for (Span span : closed.reversed()) {
            if (span.holds(when)) {
                return false;
            }
        }
        return true;
    }

    private void fold() {
        closed.clear();
        status = IncidentStatus.REPORTED;
        closingCategory = null;
        words.all().forEach(said -> step(said.when(), said.what()));
    }

    private void step(Moment when, Word word) {
        boolean reopens = isClosed() && word.reopen();
        if (isClosed() && !reopens) {
            return;
        }
        if (reopens) {
            closed.set(closed.size() - 1, new Span(closed.getLast().from(), when));
            status = IncidentStatus.ONGOING;
            closingCategory = null;
        }
        if (word.status() != null) {
            status = word.status();
        }
        if (isClosed()) {
            closingCategory = word.closingCategory();
            closed.add(new Span(when, null));
        }
    }
}
