package org.muster.recorder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.core.Decision;
import org.muster.core.Draft;
import org.muster.core.Ground;
import org.muster.core.Lookups;
import org.muster.core.Passage;
import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.journal.Journal;
import org.muster.journal.Leaf;
import org.muster.model.Command;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.model.Shape;
import org.muster.model.StoredEntry;
import org.muster.wire.EntryJson;

/**
 * Turns a batch of commands into entries, one transaction and their outcomes. Keeps no thread and reads no clock: the
 * same commands at the same times give the same bytes. When {@link #write} throws, nothing of the batch may be
 * answered as recorded and the writer is of no use any more, because its picture is ahead of the journal.
 */
public final class Writer {

    /** So many rounds of entries may follow from one command; more is our own fault. */
    private static final int ROUNDS_MAX = 16;

    private final Journal journal;
    private final Picture picture;
    private final Lookups lookups;
    private final Passage time;
    private final Map<UUID, StoredEntry> reportsOfBatch = new HashMap<>();
    private List<StoredEntry> entries = new ArrayList<>();
    private Instant last;

    /** A writer that goes on where the journal ends; the picture stands there already. */
    public Writer(Journal journal, Picture picture, Ground ground, Rulebook rulebook) {
        if (picture.seq() != journal.head()) {
            throw new IllegalStateException("the picture stands at " + picture.seq()
                    + ", the journal at " + journal.head());
        }
        this.journal = journal;
        this.picture = picture;
        this.time = new Passage(picture, rulebook);
        this.lookups = new Lookups() {
            @Override
            public @Nullable Entry report(UUID id) {
                return find(id).map(StoredEntry::entry).orElse(null);
            }

            @Override
            public double metres(Shape one, Shape other) {
                return ground.metres(one, other);
            }

            @Override
            public double squareMetres(Shape shape) {
                return ground.squareMetres(shape);
            }
        };
        this.last = picture.at();
    }

    /** What a batch became: an outcome for each command, in order, and the entries that are now on disk. */
    public record Written(List<Outcome> outcomes, List<StoredEntry> entries) {

        public Written {
            outcomes = List.copyOf(outcomes);
            entries = List.copyOf(entries);
        }
    }

    /** Decides, appends and commits. Time never goes back: an earlier {@code now} counts as the last one. */
    public Written write(List<Command> commands, Instant now) {
        Instant at = forward(now);
        entries = new ArrayList<>(commands.size());
        reportsOfBatch.clear();
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        // What time brought about was so before the first command came, and is not its doing.
        follow(at);
        for (Command command : commands) {
            outcomes.add(outcome(command, at));
        }
        if (!entries.isEmpty()) {
            journal.append(entries);
        }
        return new Written(outcomes, entries);
    }

    /** Lets time pass and records nothing; what follows is named again when it can be recorded. */
    public void advance(Instant now) {
        Instant at = forward(now);
        var _ = time.to(at);
        picture.advance(at);
    }

    /** Records what follows from a command, or from the time up to then, in the same transaction. */
    private void follow(Instant at) {
        int rounds = 0;
        for (List<Draft> next = time.to(at); !next.isEmpty(); next = time.to(at)) {
            if (++rounds > ROUNDS_MAX) {
                throw new IllegalStateException("what follows never ends");
            }
            keep(next, at);
        }
    }

    private Instant forward(Instant now) {
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        last = millis.isBefore(last) ? last : millis;
        return last;
    }

    private Outcome outcome(Command command, Instant at) {
        return switch (command) {
            case Command.SubmitReport submit -> report(submit, at);
            case Command.ApplySettings settings -> other(settings, at);
            case Command.PlanProtest plan -> other(plan, at);
            case Command.ChangeProtest change -> other(change, at);
            case Command.CancelProtest cancel -> other(cancel, at);
            case Command.NoteReading reading -> other(reading, at);
            case Command.WorkAlert work -> other(work, at);
            case Command.NoteSeen seen -> other(seen, at);
            case Command.NoteAccess access -> other(access, at);
        };
    }

    private Outcome report(Command.SubmitReport submit, Instant at) {
        UUID id = submit.report().id();
        Optional<StoredEntry> earlier = find(id);
        if (earlier.isPresent()) {
            return again(submit, earlier.get());
        }
        return switch (picture.decide(submit, at, lookups)) {
            case Decision.Refused(Rejection rejection) -> new Outcome.Refused(rejection);
            case Decision.Unchanged() ->
                    throw new IllegalStateException("a report that is new changes something");
            case Decision.Accepted(List<Draft> drafts) -> {
                StoredEntry stored = keep(drafts, at).getFirst();
                reportsOfBatch.put(id, stored);
                follow(at);
                yield new Outcome.Recorded(Receipts.of(stored, journal.epoch()));
            }
        };
    }

    private Optional<StoredEntry> find(UUID report) {
        return Optional.ofNullable(reportsOfBatch.get(report)).or(() -> journal.findReport(report));
    }

    private Outcome again(Command.SubmitReport submit, StoredEntry earlier) {
        boolean same = earlier.entry().actor().equals(submit.by().name())
                && Receipts.recorded(earlier).contentSha256().equals(submit.contentSha256());
        return same ? new Outcome.Repeated(Receipts.of(earlier, journal.epoch()))
                : new Outcome.Refused(new Rejection(Rejection.Code.ID_TAKEN,
                        "Another report was recorded under this id. Nothing was changed."
                                + " Send this one under an id of its own."));
    }

    private Outcome other(Command command, Instant at) {
        return switch (picture.decide(command, at, lookups)) {
            case Decision.Refused(Rejection rejection) -> new Outcome.Refused(rejection);
            case Decision.Unchanged() -> new Outcome.Unchanged(cursor());
            case Decision.Accepted(List<Draft> drafts) -> {
                keep(drafts, at);
                follow(at);
                yield new Outcome.Applied(cursor());
            }
        };
    }

    private Cursor cursor() {
        return new Cursor(journal.epoch(), picture.seq());
    }

    private List<StoredEntry> keep(List<Draft> drafts, Instant at) {
        int from = entries.size();
        for (Draft draft : drafts) {
            Entry entry = new Entry(picture.seq() + 1, at, draft.actor(), draft.areas(),
                    draft.body());
            picture.evolve(entry);
            byte[] bytes = EntryJson.encode(entry);
            entries.add(new StoredEntry(entry, bytes, Leaf.hash(bytes)));
        }
        return entries.subList(from, entries.size());
    }
}
