package org.muster.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.muster.access.Scope;
import org.muster.journal.JournalReader;
import org.muster.model.Cursor;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.ReducedJson;

/** Reads of the raw record, oldest first. */
final class JournalReads {
    static final Set<String> PARAMETERS = Set.of("after", "limit");

    private JournalReads() {}

    /** @param view says what is sensitive by now; entries that it does not hold yet wait for the next page */
    static Answer page(View view, JournalReader journal, Scope scope, Parameters given) {
        int limit = given.limit();
        long after = given.cursor("after", 0);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        List<StoredEntry> entries = journal.after(after, limit)
                .stream()
                .takeWhile(entry -> entry.seq() <= view.cursor().seq())
                .toList();
        long last = entries.isEmpty() ? after : entries.getLast().seq();
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("entries");
            for (StoredEntry entry : entries) {
                if (scope.sees(entry.entry())) {
                    out.writeRawValue(new String(shown(view, entry), StandardCharsets.UTF_8));
                }
            }
            out.writeEndArray();
            out.writeStringField("cursor", new Cursor(journal.epoch(), last).text());
        }));
    }

    /** The form in which everybody gets an entry. */
    static byte[] shown(View view, StoredEntry stored) {
        return view.conceals(stored.entry())
                ? ReducedJson.of(stored, view.settings().centre(stored.entry().areas()))
                : stored.bytes();
    }
}
