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
import org.muster.wire.Json;

/** Reads of the raw record, oldest first. */
final class JournalReads {
    static final Set<String> PARAMETERS = Set.of("after", "limit");

    private JournalReads() {}

    static Answer page(JournalReader journal, Scope scope, Parameters given) {
        int limit = given.limit();
        long after = given.cursor("after", 0);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        List<StoredEntry> entries = journal.after(after, limit);
        long last = entries.isEmpty() ? after : entries.getLast().seq();
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("entries");
            for (StoredEntry entry : entries) {
                if (!scope.sees(entry.entry())) {
                    continue;
                }
                out.writeRawValue(new String(entry.bytes(), StandardCharsets.UTF_8));
            }
            out.writeEndArray();
            out.writeStringField("cursor", new Cursor(journal.epoch(), last).text());
        }));
    }
}
