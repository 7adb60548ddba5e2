package org.muster.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.muster.config.Limits;
import org.muster.config.Streaming;
import org.muster.core.Picture;
import org.muster.core.PictureState;
import org.muster.geo.LocalGround;
import org.muster.ingest.ReportReader;
import org.muster.input.Read;
import org.muster.journal.JournalException;
import org.muster.journal.MemoryJournal;
import org.muster.journal.Replay;
import org.muster.journal.Snapshots;
import org.muster.metrics.StreamMeters;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.push.Hub;
import org.muster.push.ManualExecutor;
import org.muster.push.Watchers;
import org.muster.recorder.PastViews;
import org.muster.recorder.Publication;
import org.muster.recorder.Writer;
import org.muster.rules.CelRulebook;
import org.muster.wire.Mapper;

/**
 * The service in one thread: it reads bytes as the door does, decides, commits, publishes and pushes. When a commit
 * fails it is gone, as the process would be, and starts again from the journal alone.
 */
final class House {
    private static final String EPOCH = "sim";

    final MemoryJournal journal = new MemoryJournal(EPOCH);
    private final ReportReader reader;
    private final ManualExecutor loop = new ManualExecutor();
    private final ManualExecutor blocking = new ManualExecutor();
    private final KeptSnapshots snapshots = new KeptSnapshots();
    private final Queue<Handed> handed = new ArrayDeque<>();
    private Instant now = Instant.parse("2014-09-06T20:00:00Z");
    private Picture picture;
    private Writer writer;
    private Publication publication;
    private Watchers watchers;
    private Hub hub;
    private int lives;

    House(ReportReader reader, Command settings) {
        this.reader = reader;
        picture = Picture.empty();
        writer = new Writer(journal, picture, new LocalGround(), new CelRulebook());
        publication = new Publication(picture, EPOCH);
        watchers = watchers();
        hub = watchers.hub(loop, this::later);
        commit(List.of(settings));
    }

    /** What a watcher hands to the writer, who does not get to it at once. */
    private record Handed(Command command, CompletableFuture<Outcome> outcome) {}

    Instant now() {
        return now;
    }

    Publication views() {
        return publication;
    }

    /** The past, as whoever looks back from now gets it. */
    PastViews past() {
        return new PastViews(journal, new Replay(journal, snapshots), publication, () -> now);
    }

    Hub hub() {
        return hub;
    }

    /** How often it was started again. */
    int lives() {
        return lives;
    }

    /** One batch of one sender each: outcomes in order, or empty when nobody was answered. */
    Optional<List<Outcome>> send(List<Letter> letters) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Letter letter : letters) {
            switch (reader.read(letter.bytes(), 0, letter.bytes().length, letter.by())) {
                case Read.Good(var command) -> {
                    places.add(outcomes.size());
                    commands.add(command);
                    outcomes.add(new Outcome.Refused(new Rejection(Rejection.Code.BUSY, "")));
                }
                case Read.Refused(var rejection) -> outcomes.add(new Outcome.Refused(rejection));
            }
        }
        Optional<List<Outcome>> written = commit(commands);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < places.size(); i++) {
            outcomes.set(places.get(i), written.get().get(i));
        }
        return Optional.of(outcomes);
    }

    /** Something that a planner wants; nobody hears what became of it. */
    void wish(Command command) {
        commit(List.of(command));
    }

    private CompletableFuture<Outcome> later(Command command) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        handed.add(new Handed(command, outcome));
        return outcome;
    }

    private Optional<List<Outcome>> commit(List<Command> commands) {
        try {
            Writer.Written written = writer.write(commands, now);
            watchers.committed(publication.publish(picture, written.entries()));
            return Optional.of(written.outcomes());
        } catch (JournalException gone) {
            restart();
            return Optional.empty();
        }
    }

    /** All in memory is lost; the journal alone is left, and whatever snapshot there is. */
    void restart() {
        loop.clear();
        blocking.clear();
        handed.clear();
        lives++;
        picture = new Replay(journal, snapshots).upTo(journal.head(), (done, total) -> {});
        writer = new Writer(journal, picture, new LocalGround(), new CelRulebook());
        publication = new Publication(picture, EPOCH);
        watchers = watchers();
        hub = watchers.hub(loop, this::later);
        pass(Duration.ZERO);
    }

    /** Keeps a snapshot made by replay, as the keeper does. */
    void snapshot() {
        Picture replayed = new Replay(journal, snapshots).upTo(journal.head(), (done, total) -> {});
        snapshots.keep(new Snapshots.Snapshot(replayed.seq(), replayed.state()));
    }

    /** Time goes by; what follows from that is recorded, windows move and watchers get what is due. */
    void pass(Duration time) {
        now = now.plus(time);
        Handed next = handed.poll();
        Optional<List<Outcome>> outcomes = commit(
                next == null ? List.of() : List.of(next.command()));
        if (next != null) {
            outcomes.ifPresent(found -> next.outcome().complete(found.getFirst()));
        }
        hub.tick();
    }

    /** Lets some of what is under way happen. */
    void work(int tasks) {
        for (int i = 0; i < tasks; i++) {
            loop.runOne();
            blocking.runOne();
        }
    }

    /** Lets everything under way come to rest. */
    void settle() {
        while (loop.waiting() + blocking.waiting() > 0) {
            loop.runAll();
            blocking.runAll();
        }
    }

    private Watchers watchers() {
        return new Watchers(publication, journal, blocking, () -> now.toEpochMilli() * 1_000_000,
                Limits.defaults().stream(), Streaming.defaults(),
                new StreamMeters(new SimpleMeterRegistry()));
    }

    /** Snapshots as bytes, so that what is read back is what a file would give. */
    private static final class KeptSnapshots implements Snapshots {
        private final List<byte[]> kept = new ArrayList<>();

        @Override
        public Optional<Snapshot> newest(long seq) {
            return kept.reversed()
                    .stream()
                    .map(KeptSnapshots::read)
                    .filter(state -> state.seq() <= seq)
                    .findFirst()
                    .map(state -> new Snapshot(state.seq(), state));
        }

        private static PictureState read(byte[] bytes) {
            try {
                return Mapper.RECORDS.readValue(bytes, PictureState.class);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void keep(Snapshot snapshot) {
            try {
                kept.add(Mapper.RECORDS.writeValueAsBytes(snapshot.state()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {}
    }
}
