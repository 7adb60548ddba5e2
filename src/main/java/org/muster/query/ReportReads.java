package org.muster.query;

import java.util.UUID;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.journal.JournalReader;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Recording;
import org.muster.model.StoredEntry;
import org.muster.view.View;

/**
 * Reads of single reports: the one road on which a sensitive one is given in full, and only to whom may, after it is on
 * disk that they read it. Blocks for that: on a virtual thread.
 */
final class ReportReads {
    private final JournalReader journal;
    private final Recording recording;

    ReportReads(JournalReader journal, Recording recording) {
        this.journal = journal;
        this.recording = recording;
    }

    Answer one(View view, Credential reader, String id) {
        Scope scope = Scope.of(reader);
        if (!scope.mayReadReports()) {
            return Answer.forbidden("field units, controllers, supervisors and auditors");
        }
        StoredEntry stored = Parameters.uuid(id)
                .flatMap(journal::report)
                // What became of a report that the view does not hold yet is not known.
                .filter(found -> found.seq() <= view.cursor().seq())
                .filter(found -> scope.seesReport(found.entry()))
                .orElse(null);
        if (stored == null) {
            return Answer.notFound("report");
        }
        return view.conceals(stored.entry()) && scope.mayReadSensitive() ? full(stored, reader, id)
                : Answer.json(JournalReads.shown(view, stored));
    }

    private Answer full(StoredEntry stored, Credential reader, String id) {
        var noted = recording.submit(new Command.NoteReading(UUID.fromString(id),
                stored.entry().areas(), reader.name()));
        return switch (noted.join()) {
            case Outcome.Applied _ -> Answer.json(stored.bytes());
            case Outcome.Refused(var why) -> new Answer.Refused(why);
            case Outcome.Recorded _,Outcome.Repeated _,Outcome.Unchanged _ ->
                    throw new IllegalStateException("a reading is always noted anew");
        };
    }
}
