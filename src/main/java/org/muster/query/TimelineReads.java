package org.muster.query;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.journal.JournalReader;
import org.muster.model.Alert;
import org.muster.model.Desk;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.Times;

/**
 * What a stretch of time holds, as bars on an axis and as known by now: protests, incidents and alerts that touch it, and
 * the floods of the reader's own desk.
 */
final class TimelineReads {
    static final Set<String> PARAMETERS = Set.of("area", "from", "to");

    /** Of each kind at most so many, those that matter most; how many more there are is told. */
    static final int EACH_MAX = 2_000;

    /** The stretch when none is asked for. */
    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofHours(4);

    private static final Comparator<Alert> ALERTS = Comparator
            .comparing((Alert alert) -> !alert.state().isOpen())
            .thenComparing(Alert::severity)
            .thenComparing(Alert::raisedAt, Comparator.reverseOrder());
    private static final Comparator<Incident> INCIDENTS = Comparator
            .comparing((Incident incident) -> incident.closedAt() != null)
            .thenComparing(Incident::openedAt, Comparator.reverseOrder());
    private static final Comparator<Protest> PROTESTS = Comparator
            .comparing((Protest protest) -> protest.status() != ProtestStatus.LIVE)
            .thenComparing(TimelineReads::start, Comparator.reverseOrder());

    private final JournalReader journal;

    TimelineReads(JournalReader journal) {
        this.journal = journal;
    }

    Answer timeline(View view, Scope scope, Parameters given) {
        Set<String> areas = Wanted.areas(view, scope, given);
        Instant from = given.time("from").orElse(view.at().minus(BEFORE));
        Instant to = given.time("to").orElse(view.at().plus(AFTER));
        if (!from.isBefore(to)) {
            given.fault("to", "later than from");
        }
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        Stretch stretch = new Stretch(from, to);
        var protests = Bars
                .of(view.protests().newestFirst(),
                        one -> !one.isVoid() && stretch.touches(start(one), end(one))
                                && scope.sees(one) && Wanted.touches(one.areas(), areas),
                        PROTESTS, TimelineReads::start);
        var incidents = Bars.of(view.incidents().newestFirst(),
                one -> !one.isVoid() && stretch.touches(one.openedAt(), one.closedAt())
                        && scope.sees(one) && Wanted.touches(one.areas(), areas),
                INCIDENTS, Incident::openedAt);
        var alerts = Bars.of(
                view.alerts().newestFirst(), one -> stretch.touches(one.raisedAt(), one.clearedAt())
                        && scope.sees(one) && Wanted.touches(one.areas(), areas),
                ALERTS, Alert::raisedAt);
        return Answer.json(Json.object(out -> {
            time(out, "from", from);
            time(out, "to", to);
            time(out, "at", view.at());
            time(out, "begun", journal.at(1).map(StoredEntry::entry).map(e -> e.at()).orElse(null));
            protests.write(out, "protests", TimelineReads::protest);
            incidents.write(out, "incidents", TimelineReads::incident);
            alerts.write(out, "alerts", TimelineReads::alert);
            floods(out, view, scope, stretch);
            out.writeObjectFieldStart("more");
            out.writeNumberField("protests", protests.more());
            out.writeNumberField("incidents", incidents.more());
            out.writeNumberField("alerts", alerts.more());
            out.writeEndObject();
        }));
    }

    /** From its first moment up to the one after its last. */
    private record Stretch(Instant from, Instant to) {

        /** @param end null for what has none yet */
        boolean touches(Instant start, @Nullable Instant end) {
            return start.isBefore(to) && (end == null || !end.isBefore(from));
        }
    }

    /**
     * What is shown of one kind, the first to begin first.
     *
     * @param more how many others there are
     */
    private record Bars<T>(List<T> shown, int more) {

        static <T> Bars<T> of(Iterable<T> all, Predicate<T> wanted, Comparator<T> need,
                Function<T, Instant> start) {
            List<T> found = new ArrayList<>();
            for (T one : all) {
                if (wanted.test(one)) {
                    found.add(one);
                }
            }
            int more = Math.max(0, found.size() - EACH_MAX);
            if (more > 0) {
                found.sort(need);
                found = new ArrayList<>(found.subList(0, EACH_MAX));
            }
            found.sort(Comparator.comparing(start));
            return new Bars<>(found, more);
        }

        void write(JsonGenerator out, String name, Page.Form<T> form) throws IOException {
            out.writeArrayFieldStart(name);
            for (T one : shown) {
                out.writeStartObject();
                form.write(out, one);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    /** As planned, or as it was when that is more. */
    private static Instant start(Protest protest) {
        Instant planned = protest.plan().startsAt();
        Instant started = protest.startedAt();
        return started != null && started.isBefore(planned) ? started : planned;
    }

    private static Instant end(Protest protest) {
        Instant planned = protest.plan().end();
        Instant ended = protest.endedAt();
        return ended != null && ended.isAfter(planned) ? ended : planned;
    }

    private static void protest(JsonGenerator out, Protest protest) throws IOException {
        out.writeStringField("id", protest.id().toString());
        out.writeStringField("title", protest.title());
        out.writeStringField("category", protest.plan().category());
        out.writeStringField("status", protest.status().slug());
        out.writeBooleanField("planned", protest.planned());
        time(out, "startsAt", protest.plan().startsAt());
        time(out, "endsAt", protest.plan().end());
        time(out, "startedAt", protest.startedAt());
        time(out, "endedAt", protest.endedAt());
        out.writeBooleanField("drill", protest.drill());
    }

    private static void incident(JsonGenerator out, Incident incident) throws IOException {
        out.writeStringField("id", incident.id().toString());
        out.writeStringField("title", incident.title());
        out.writeStringField("category", incident.category());
        out.writeStringField("status", incident.status().slug());
        time(out, "openedAt", incident.openedAt());
        time(out, "closedAt", incident.closedAt());
        out.writeBooleanField("drill", incident.drill());
    }

    private static void alert(JsonGenerator out, Alert alert) throws IOException {
        out.writeStringField("id", alert.id().toString());
        out.writeStringField("message", alert.message());
        out.writeStringField("severity", alert.severity().slug());
        out.writeStringField("state", alert.state().slug());
        out.writeObjectFieldStart("subject");
        out.writeStringField("type", alert.subject().type().slug());
        out.writeStringField("id", alert.subject().id());
        out.writeEndObject();
        time(out, "raisedAt", alert.raisedAt());
        time(out, "clearedAt", alert.clearedAt());
        out.writeBooleanField("drill", alert.drill());
    }

    private static void floods(JsonGenerator out, View view, Scope scope, Stretch stretch)
            throws IOException {
        out.writeArrayFieldStart("floods");
        Desk desk = view.desks().get(scope.name());
        if (desk != null) {
            for (Desk.Flood flood : desk.floods()) {
                flood(out, stretch, flood.from(), flood.to());
            }
            if (desk.floodSince() != null) {
                flood(out, stretch, desk.floodSince(), null);
            }
        }
        out.writeEndArray();
    }

    private static void flood(JsonGenerator out, Stretch stretch, Instant from,
            @Nullable Instant to) throws IOException {
        if (stretch.touches(from, to)) {
            out.writeStartObject();
            time(out, "from", from);
            time(out, "to", to);
            out.writeEndObject();
        }
    }

    private static void time(JsonGenerator out, String name, @Nullable Instant at)
            throws IOException {
        out.writeStringField(name, at == null ? null : Times.text(at));
    }
}
